"""The vault: who an anonymous source is, for those alone who have to know.

`envelope` encrypts, `keys` knows the master keys, `identity` and `reading` are the rows: who knows,
until when, and every look at it. The acts are in `acts`; each asks for the person's own password.
No role opens the vault: a knower is named, and nobody else is one.
"""
