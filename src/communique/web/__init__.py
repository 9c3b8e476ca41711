"""The ledger in the browser: pages over the views, thin, without a network."""
