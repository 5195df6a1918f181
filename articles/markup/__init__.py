"""The story's body as a document: one small allow-list of HTML, and all that is done with it.

`definition` has the allow-list and, from the same lines, the editor's configuration. `clean` makes
any HTML conform; `tree` holds it as a small tree of elements. On that stand `references`,
`passages`, `quotations` and `text`, which read it, and `render`, which makes readers' HTML.
Everything here is pure, and nothing outside this room may mark a string as safe.
"""
