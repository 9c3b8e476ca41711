"""Pure views of what was read: the command line, the pages and the briefs all use them."""
