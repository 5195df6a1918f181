"""The page cache: readers' pages from memory, without Django, and fresh at once.

`cache` is the WSGI layer; `address` says which pages it may keep, and under which name; `kept` is a
page as it is kept, and answers for it; `memory` bounds them; `watch` knows when they are stale, by
PostgreSQL's notices and by the clock, whose next instant `due` finds. `ahead` makes anew what
readers are asking for, and `shared` lets the workers of a server make each page once.

A page is made from its name alone: no header, host or cookie of whoever asks first gets into it.
"""
