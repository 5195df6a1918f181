"""What a picture file says of itself: XMP, IIM and EXIF, which agencies and photographers fill in.

`originals` gathers the three as they stand; it runs in the child process, since the bytes are a
stranger's, and needs neither Django nor a model. `reading` makes of them what a desk works with:
one value for each field, rubbish refused, and a list of where the three disagree.
"""
