"""Masthead: what is public by nature. Sections, contributors, the publication's own name."""
