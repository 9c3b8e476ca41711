"""Clauses of a sentence and what stands where in them: subject, other side, complement."""
