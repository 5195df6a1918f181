"""The door: the only code that sees both the desk and the site. One verb per file.

`compose` turns a dossier into an edition, purely; `publish`, `correct` and `withdraw` put one
before readers, in one transaction with the `Release` that says who did it, when and why;
`preview` shows what would come of it.
"""
