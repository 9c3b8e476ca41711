"""From bytes to a document, its segments and its tokens; offsets always into `Document.text`."""
