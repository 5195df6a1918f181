"""What breaks the constraints of what the paper says and shows of itself."""

from __future__ import annotations

from articles.masthead.logo import Logo
from articles.masthead.policy import Policy
from tests.desk.breaks import breaks


@breaks("logo_is_svg_or_png")
def _(_story):
    Logo.objects.create(name="a.gif", media_type="image/gif", data=b"", width=1, height=1)


@breaks("logo_has_a_size")
def _(_story):
    Logo.objects.create(name="a.png", media_type="image/png", data=b"", width=0, height=1)


@breaks("policy_slug_unique")
def _(_story):
    Policy.objects.bulk_create([Policy(title="A", slug="same"), Policy(title="B", slug="same")])


@breaks("policy_one_of_a_kind")
def _(_story):
    rows = [Policy(title=one, slug=one, kind="ethics") for one in ("a", "b")]
    Policy.objects.bulk_create(rows)


@breaks("policy_has_title_and_address")
def _(_story):
    Policy.objects.create(title="", slug="nameless")
