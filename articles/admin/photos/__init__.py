"""The photo desk's pages."""
