"""The ledger for agents: tools over the Model Context Protocol, by standard input or HTTP."""
