"""The demo's password opens nothing where DEBUG is off."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from newsroom.authentication import DEMO_PASSWORD


@pytest.mark.django_db
@pytest.mark.parametrize(("debug", "opens"), [(True, True), (False, False)])
def test_the_demo_password(debug, opens, settings):
    settings.DEBUG = debug
    User.objects.create_user("editor", password=DEMO_PASSWORD)

    assert (authenticate(username="editor", password=DEMO_PASSWORD) is not None) is opens


@pytest.mark.django_db
def test_another_password_opens_either_way():
    User.objects.create_user("editor", password="quiet-harbour-lights")

    assert authenticate(username="editor", password="quiet-harbour-lights")
