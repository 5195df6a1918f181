"""Finding stories by their words: what is looked for, where, and the page that shows it.

`entry` is what PostgreSQL keeps of each edition for it; `question` reads what was typed; `matches`
asks the database; `view` answers the reader.
"""
