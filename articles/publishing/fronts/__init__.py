"""The door for fronts: launch, put back, call off, discard. One verb per file."""
