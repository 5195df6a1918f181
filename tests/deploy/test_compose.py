"""docker-compose.yml: what can be said of it without an engine."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.deploy.nginx import CONFIGURATION
from tests.site.cache.servers import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


def test_nginx_alone_is_reached_from_outside(services):
    assert [name for name, one in services.items() if "ports" in one] == ["nginx"]
    assert services["nginx"]["ports"] == ["127.0.0.1:${PORT:-8000}:80"]


def test_nginx_sees_its_configuration_and_the_static_files_and_no_secret(services):
    volumes = services["nginx"]["volumes"]

    assert "./deploy/nginx.conf:/etc/nginx/nginx.conf:ro" in volumes
    assert "static:/srv/static:ro" in volumes
    assert "alias /srv/static/;" in CONFIGURATION.read_text(encoding="utf-8")
    assert not [one for one in volumes if one.startswith(("var:", "media:"))]


def test_nginx_asks_the_port_that_the_image_opens(services):
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")

    assert "GRANIAN_PORT=8000" in image
    assert "server web:8000 " in CONFIGURATION.read_text(encoding="utf-8")
    assert "web" in services


def test_every_volume_and_every_variable_is_known(services):
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    declared = set(yaml.safe_load(text)["volumes"])
    used = {one.split(":")[0] for it in services.values() for one in it["volumes"]}

    assert {one for one in used if not one.startswith(".")} == declared
    for name in re.findall(r"^    (NEWSROOM_\w+):", text, re.MULTILINE):
        assert f"| `{name}` |" in README, name


def test_processes_can_write_to_their_volumes_alone(services):
    for name in ("web", "worker"):
        assert services[name]["read_only"]
        assert services[name]["cap_drop"] == ["ALL"]
