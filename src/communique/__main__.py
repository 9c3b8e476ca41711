"""`python -m communique` is the command line."""

from communique.cli.main import main

main()
