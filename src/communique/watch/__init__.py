"""Sources that are watched: polled feeds and pages, a folder of arriving files, and what became of each."""
