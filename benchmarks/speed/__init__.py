"""The paper as readers get it over the network, beside what else could serve it.

`paper` is the demo newsroom, printed once for all that is measured; `servers` starts what answers,
`wrk` asks. `pages`, `publishing` and `starting` are the parts of `make bench`. `raw`, `anew` and
`least` are WSGI applications that are measured beside the newsroom's own; `peer` is Wagtail's.
"""
