"""Makes text of what was sent, or says why it is none."""

from __future__ import annotations

import codecs

from articles.markup.characters import plain_characters

LARGEST = 1_000_000  # bytes; a long story has a twentieth of that
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, Pages or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
}
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class PasteRefused(Exception):
    """The text is not taken; the sentence names it and says what to do."""


def read_text(data: bytes, *, name: str) -> str:
    """Plain text from UTF-8, UTF-16 with its mark, or Windows-1252; `name` is for the sentence."""
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            message = (
                f"{name} is {kind}, not a plain text. Copy the words out of it and paste them."
            )
            raise PasteRefused(message)
    if len(data) > LARGEST:
        message = f"{name} is larger than 1 MB. Send one story at a time."
        raise PasteRefused(message)
    text = plain_characters(_decoded(data, name))
    if not text.strip():
        message = f"{name} is empty. Paste the story’s words."
        raise PasteRefused(message)
    return text


def _decoded(data: bytes, name: str) -> str:
    encoding = next((encoding for bom, encoding in BOMS if data.startswith(bom)), None)
    controls = sum(data.count(byte) for byte in (*range(9), *range(14, 32)))
    if encoding is None and controls:
        message = f"{name} is not a text. Send a plain text file."
        raise PasteRefused(message)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            message = f"{name} is damaged or cut off. Send the file again."
            raise PasteRefused(message) from error
        return data.removeprefix(codecs.BOM_UTF8).decode("windows-1252", errors="replace")
