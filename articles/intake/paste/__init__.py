"""A pasted story, understood: `read` makes text of bytes, `layout` finds headline, paragraphs and
figures, `voices` finds who speaks, `requests` who was asked for comment."""
