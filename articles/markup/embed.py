"""Which addresses of other sites may stand in a story as a link card."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "x.com": "X",
    "twitter.com": "X",
    "bsky.app": "Bluesky",
    "mastodon.social": "Mastodon",
    "instagram.com": "Instagram",
    "tiktok.com": "TikTok",
    "facebook.com": "Facebook",
    "open.spotify.com": "Spotify",
    "soundcloud.com": "SoundCloud",
    "openstreetmap.org": "OpenStreetMap",
    "datawrapper.dwcdn.net": "Datawrapper",
}
"""Host, without www., m. or mobile. -> the name printed on the card."""

LONGEST = 500


def provider(address: str) -> str | None:
    """The provider's name, or None when the address may not be embedded.

    Only https, a listed host, no port, no user name: the card is a link, and readers must be able
    to trust the name printed on it.
    """
    if len(address) > LONGEST or not re.fullmatch("[!-~]+", address):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or port is not None or "@" in parts.netloc or "\\" in address:
        return None
    host = parts.netloc.lower()
    for prefix in ("www.", "m.", "mobile."):
        host = host.removeprefix(prefix)
    return PROVIDERS.get(host)
