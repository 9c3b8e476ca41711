"""Getting text out of what people have: pages, PDF, Word, mail, feeds, tables, archives and packed files."""
