"""The gate: what is still wrong with a story before it goes out.

A rule is a pure function from a `Case` to findings, registered under its id in one module per
family. `run.findings` asks them all. No query, no clock: the dossier and the moment are given.
"""
