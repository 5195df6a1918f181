"""The photo desk's screens: the light table, one picture's page, and acts on many pictures.

`photo` is the light table and the page of one picture, with `photo_form`, `lease`, `filters` and
`standing` (what a picture lacks and may); `upload` takes in many files, `captioning` is the screen
on which they get their words, `bulk` changes credit and rights of many. `alter` is the one way in
which the last two change a picture, `copy` the one way to show one. `kill` takes a picture from
readers, `mend` gives them its mended words, `follow` tells what follows from a saved page.
"""
