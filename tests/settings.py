"""The project's settings, made quick for tests: a cheap password hash, static files as they are."""

from __future__ import annotations

from newsroom.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
IDENTITY_KEYS = ["dGhlIHRlc3RzIGhhdmUgYSBrZXkgb2YgdGhlaXIgb3c="]
