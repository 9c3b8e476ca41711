"""The ledger's migrations, run by `communique.ledger.schema`."""
