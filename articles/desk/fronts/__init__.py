"""Fronts as the desk composes them: the draft. What readers get are front editions (`site`)."""
