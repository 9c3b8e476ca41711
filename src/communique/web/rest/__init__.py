"""The ledger over HTTP: `/api/v1`, described by its OpenAPI document."""
