"""One module a revision; the first creates the tables."""
