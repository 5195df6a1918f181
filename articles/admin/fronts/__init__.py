"""The composing pages of the home page and the sections."""
