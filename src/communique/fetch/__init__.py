"""Getting pages from the web, within bounds: of size, time, addresses, and what a site allows."""
