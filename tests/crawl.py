"""A reader who follows every link: all that is public, found from the front page."""

from __future__ import annotations

import re

from django.test import Client

LINK = re.compile(r'(?:href|src|action|content|srcset)="([^"]+)"')
COPY = re.compile(r"/media/[0-9a-f]{32}-")


def everything_public(*seeds: str) -> dict[str, str]:
    """Address -> all that its answer says, headers included. Starts at "/" and the seeds.

    Of a picture one copy is asked for: all say the same, and each has to be made.
    """
    client, waiting, answers, pictures = Client(), ["/", *seeds], {}, set()
    while waiting:
        address = waiting.pop()
        picture = COPY.match(address)
        if address in answers or (picture and picture[0] in pictures):
            continue
        pictures.add(picture and picture[0])
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
        answers[address] = f"{response.headers}\n{body.decode(errors='replace')}"
        is_page = response.headers["Content-Type"].startswith("text/html")
        waiting += _links(answers[address]) if is_page else []
    return answers


def _links(text: str) -> list[str]:
    """Links of our own; those to the desk are its business."""
    found = [part.split()[0] for one in LINK.findall(text) for part in one.split(",") if part]
    ours = [re.sub(r"^http://testserver", "", one).split("#")[0] for one in found]
    return [
        one.replace("&amp;", "&")
        for one in ours
        if one.startswith("/") and not one.startswith(("//", "/static/", "/admin/"))
    ]
