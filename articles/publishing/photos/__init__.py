"""What is done to pictures before readers: uses found, words mended, rights followed, killed.

`uses` tells where a picture shows, `due` what the photo desk must look at. `hold`, `kill`, `mend`
and `follow_rights` are verbs; `takedown` is what hold, lift and kill share.
"""
