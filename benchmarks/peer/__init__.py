"""The peer that the newsroom is measured beside: the same paper, kept and shown by Wagtail.

Built as Wagtail's own manual has it: a page for each story under one for its section, the body as a
stream of text and pictures, Django's page cache in memory. It runs on packages of its own
(requirements-peer.lock), on the newsroom's PostgreSQL and behind the same server.
"""
