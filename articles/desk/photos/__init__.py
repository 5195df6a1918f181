"""Pictures at the desk: what they show, whose they are, and on what ground they may be used.

`photo` is the picture, `placement` its use in a story, `supplier` who sends pictures, `lease` a
permission or a denial for a time, `notice` a supplier's hold or kill. `rights` decides, purely,
whether a picture may be used; `arrival` takes in a file, `darkroom` makes its public copies.
"""
