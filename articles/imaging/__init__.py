"""Pictures as files. Pure: it knows no model and no database.

`picture` checks an uploaded file and makes its public copies; it asks `child`, a process of its
own with limits on memory and time, since decoding a stranger's file is where image libraries
break. `metadata` reads what a file says of itself, `xmp` writes the credit into each copy.
`credit` reads what agencies print: who took a picture, who supplied it, and when; `suppliers` are
the names it knows.
"""
