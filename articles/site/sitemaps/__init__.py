"""Sitemaps: every public address, for search engines, in parts that old months never change."""
