"""The demo newsroom: an invented town paper, loaded once by `manage.py demo`.

`paper.toml` has the masthead, the staff, the sources and the list of pictures; `stories/` a file
for each story; `draw/` paints the pictures. `paper` reads the files, `load` puts them into the
database through the same doors as people use.
"""
