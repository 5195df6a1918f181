"""Paints the demo's pictures with Pillow: `canvas` is the painter's kit, `pictures` the list of
what hangs where, and the other modules are the scenes by family. All of it is deterministic."""
