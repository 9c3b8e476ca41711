"""The version of the package and of the reader, stamped on every statement."""

__version__ = "0.1.0"
