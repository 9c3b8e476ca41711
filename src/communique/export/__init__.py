"""Records told in the schemes of others."""
