"""Feeds: what is new, for programs. One choice of stories, written in three formats.

A story has one id for ever, `urn:uuid:` and its key, whatever its address becomes. A later edition
is the same item, updated; a withdrawal is a tombstone.
"""
