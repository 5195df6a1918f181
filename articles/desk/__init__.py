"""The desk: where stories are written and may be half-finished, wrong or secret.

Readers never see anything of this room; the site cannot even import it. A noun has a file:
story, byline, source, attribution, reply; `photos` has those that have to do with pictures.
`dossier` gathers all that one story rests on into plain values for the preflight and for
publishing; `references` keeps the rows in step with what the body mentions.
"""
