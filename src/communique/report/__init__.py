"""Briefs as documents to hand on: HTML, PDF and Word."""
