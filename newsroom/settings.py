"""The project's settings: one file, from the environment, as the README's table documents it."""

from __future__ import annotations

import base64
import contextlib
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from articles.markup.definition import EDITOR_MODULES
from newsroom import environment, postgres
from newsroom.postgres import url as database_url
from newsroom.postgres.pool import with_pool

django_stubs_ext.monkeypatch()  # lets Django's classes carry their type parameters at run time

ROOT = Path(__file__).resolve().parent.parent
VAR = environment.folder("NEWSROOM_VAR", ROOT / "var")

DEBUG = environment.boolean("NEWSROOM_DEBUG", default=False)
ROLE = environment.choice("NEWSROOM_ROLE", "all", ("all", "desk", "site"))
SITE_URL = environment.origin("NEWSROOM_SITE_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = environment.hosts(
    "NEWSROOM_HOSTS", ["127.0.0.1", "localhost", "[::1]", str(urlsplit(SITE_URL).hostname)]
)
HTTPS = SITE_URL.startswith("https://")


SHORTEST_KEY = 32  # characters: 128 bits even in hexadecimal


def _kept(name: str, fresh: str) -> str:
    """What the file of this name under var/ holds; a missing one is made once, with `fresh`."""
    kept = VAR / name
    if not kept.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        draft = VAR / f"{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(fresh, encoding="ascii")
        with contextlib.suppress(FileExistsError):  # another process was quicker: its key counts
            os.link(draft, kept)
        draft.unlink()
    return kept.read_text(encoding="ascii")


def _secret_key() -> str:
    """The given key, or a random one made for this checkout and kept under var/."""
    given = environment.text("NEWSROOM_SECRET_KEY")
    if given and len(given) < SHORTEST_KEY:
        message = "NEWSROOM_SECRET_KEY is too short. Give at least 32 random characters."
        raise ImproperlyConfigured(message)
    return given or _kept("secret-key", secrets.token_urlsafe(48))


def _identity_keys() -> list[str]:
    """The vault's master keys, newest first. Without any it is shut; the demo makes its own."""
    given = environment.keys("NEWSROOM_IDENTITY_KEYS")
    if given or not DEBUG:
        return given
    fresh = base64.urlsafe_b64encode(secrets.token_bytes(environment.KEY_BYTES)).decode()
    return [_kept("identity-keys", fresh)]


SECRET_KEY = _secret_key()
IDENTITY_KEYS = _identity_keys()

INSTALLED_APPS = [
    "newsroom.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "csp",
    "django_prose_editor",
    "procrastinate.contrib.django",
    "js_asset",
    "taggit",
    "articles.apps.ArticlesConfig",  # last: its log-ins' page takes the place of Django's
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "newsroom.role.DeskAlone",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.site.headers.ReadersHeaders",
    "articles.masthead.clock.DeskClock",
    "articles.site.errors.Unavailable",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

_DATABASE_URL = environment.text("DATABASE_URL")
_DATABASE = database_url.parse(_DATABASE_URL) if _DATABASE_URL else postgres.databases_entry(VAR)
# Of the processes that serve: `newsroom.serve` says how many each may have.
DATABASES = {"default": with_pool(_DATABASE, size=environment.number("NEWSROOM_POOL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = ["newsroom.authentication.NewsroomBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"

SESSION_COOKIE_NAME = "__Host-desk" if HTTPS else "desk"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the editor's pickers send the token in a header
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_AGE = 7 * 24 * 3600

DEFAULT_EXCEPTION_REPORTER_FILTER = "newsroom.errors.DiscreetReports"

SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# The proxy in front redirects to HTTPS; the project answers what reaches it.
SILENCED_SYSTEM_CHECKS = ["security.W008", "security.W021"]

# The desk's. Readers' is in articles/site/headers.py.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        # Tiptap, inside the body editor, injects this one style sheet.
        "style-src": [SELF, "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
USE_I18N = True
# Times are kept and computed in UTC; the publication's own zone is a row of the masthead.
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = environment.folder("NEWSROOM_MEDIA", ROOT / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
        # The cache in front reads them, too, and works as somebody else.
        "OPTIONS": {"file_permissions_mode": 0o644},
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o640
# A picture may weigh 20 MB; the rest of a form, a long story included, far less.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# The queue's jobs are named where they are; nothing is looked for by file name.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = [
    "articles.site.copies",
    "articles.publishing.plates",
    "articles.desk.vault.jobs",
    "articles.desk.mail",
]

# Notifications by e-mail, where there is a mail server; else they are at the desk alone.
_MAIL = environment.mail_server("NEWSROOM_EMAIL_URL")
EMAIL_IS_SET_UP = bool(_MAIL.host)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL.host else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starts_tls, _MAIL.speaks_tls
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = _MAIL.sender or "webmaster@localhost"

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True
DJANGO_PROSE_EDITOR_EXTENSIONS = EDITOR_MODULES

# One line of JSON for each event; plain words where somebody tries the newsroom out.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "newsroom.log.JsonLines"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            **({} if DEBUG else {"formatter": "json"}),
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
