"""Pages that one worker has made, for the others on this machine: each is made once for all.

A folder of files. Which of them a page has follows from its name, so there are never more, and
only what was taken back has to be cleared away. Who is to make a page locks its file first; who
comes second waits, and finds it made.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import time
import zlib
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Any

from articles.site.cache.due import Standing
from articles.site.cache.kept import Kept
from articles.site.cache.memory import Name
from articles.site.cache.watch import Era

FILES = 2048
LARGEST = 512 * 1024
"""Bytes of a page; so the folder never takes more than 2 GiB, and commonly some dozen MB."""
PATIENCE = 2.0
"""Seconds for which one waits for a colleague. Then the page is made a second time."""
AGAIN = 0.002  # seconds
VALUES = ("status", "tag", "modified", "at")
LISTS = ("headers", "pressed_headers", "unchanged", "pressed_unchanged")


class Shared:
    def __init__(self, folder: Path, code: str) -> None:
        """`code` names the code that makes the pages: workers of two releases share none."""
        self._folder, self._code = folder, code
        self._taken_back = -1

    def once(self, name: Name, said: Standing, *, era: Era, make: Callable[[], Kept]) -> Kept:
        """The page as a colleague has made it while things stood so, or as `make` makes it. A page
        that is not to be kept has no era.

        Raises what `make` raises.
        """
        try:
            self._forget_what_was_taken_back(said)
            file = FileIO(self._file(name, said), "a+")
        except OSError:  # no such folder, none of ours, no room
            return make()
        with file:
            if not _locked(file):
                return make()
            key = [*name, *said, self._code]
            page = _read(file, key, era)
            if page is None:
                page = make()
                if page.era is not None and page.size <= LARGEST:
                    _write(file, key, page)
            return page

    def _file(self, name: Name, said: Standing) -> Path:
        """Two for each page, by turns: nobody waits for one who still makes what stood before."""
        number = zlib.crc32(json.dumps(name).encode()) % FILES
        return self._folder / str(said.taken_back) / f"{number}-{said.number % 2}"

    def _forget_what_was_taken_back(self, said: Standing) -> None:
        """It lies on no disk of ours either. A colleague may not have heard of it yet."""
        if said.taken_back == self._taken_back:
            return
        (self._folder / str(said.taken_back)).mkdir(exist_ok=True)
        self._taken_back = said.taken_back
        for one in self._folder.iterdir():
            if int(one.name) < said.taken_back:
                shutil.rmtree(one, ignore_errors=True)


def _locked(file: FileIO) -> bool:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(AGAIN)
        except OSError:  # a file system without locks
            return False
        else:
            return True


def _read(file: FileIO, key: list[Any], era: Era) -> Kept | None:
    """The first line says what follows. What was half written when a worker died is nothing."""
    file.seek(0)
    line, _, rest = file.readall().partition(b"\n")
    try:
        said = json.loads(line)
    except ValueError:
        return None
    if said["key"] != key or said["sum"] != zlib.crc32(rest):
        return None
    values: dict[str, Any] = {name: said[name] for name in VALUES}
    values |= {name: [(one, value) for one, value in said[name]] for name in LISTS}
    plain = said["plain"]
    return Kept(**values, plain=rest[:plain], pressed=rest[plain:], era=era)


def _write(file: FileIO, key: list[Any], page: Kept) -> None:
    rest = page.plain + page.pressed
    said = {
        "key": key,
        "sum": zlib.crc32(rest),
        "plain": len(page.plain),
        **{name: getattr(page, name) for name in (*VALUES, *LISTS)},
    }
    try:
        file.truncate(0)
        file.write(json.dumps(said).encode() + b"\n" + rest)
    except OSError:  # a full disk keeps nobody from the page
        file.truncate(0)
