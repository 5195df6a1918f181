"""What a page says of itself to machines: schema.org in JSON-LD, Open Graph, its feeds.

All of it from the edition, the front and the masthead that the page is made of: no query more.
"""
