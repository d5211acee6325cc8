"""Django's settings. None needs to be set: they serve one person on this machine, over http on loopback (hosts.py)."""

from __future__ import annotations

import os
from typing import Any, Final

from callwright.web.database import database
from callwright.web.home import data_folder, own_zone, secret_key
from callwright.web.hosts import served_under
from callwright.web.mail import mail_settings
from callwright.web.signing_in import asked, counts_kept, sign_in_settings

DATA: Final = data_folder()

SECRET_KEY = os.environ.get("SECRET_KEY") or secret_key(DATA)
"""$SECRET_KEY, which several servers of one organization share; else the one in the data folder."""
DEBUG = False
globals().update(served_under(os.environ))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "callwright.web.accounts",
    "callwright.web.customers",
    "callwright.web.calls",
    "callwright.web.plans",
    "callwright.web.debriefs",
    "callwright.web.briefs",
    "callwright.web.agenda",
    "callwright.web.people",
    "callwright.web.trail",
    "callwright.web.keeping",
    "callwright.web.jobs",
    "callwright.web.examples",
    "callwright.web.checking",
    "callwright.web.rulebook",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "callwright.web.headers.PageHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "callwright.web.accounts.middleware.SignedInMember",
    "callwright.web.trail.acting.Recording",
    "callwright.web.drafts.DraftsArrive",
]
ROOT_URLCONF = "callwright.web.urls"
WSGI_APPLICATION = "callwright.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [f"{__file__.rpartition('settings.py')[0]}templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "callwright.web.headers.product",
                "callwright.web.places.here",
            ]
        },
    }
]

DATABASES = {"default": database(os.environ, DATA)}
CACHES: dict[str, dict[str, Any]] = {"default": counts_kept(in_database=bool(os.environ.get("DATABASE_URL")))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
SIGN_IN: bool = asked(os.environ, "CALLWRIGHT_SIGN_IN")
"""Everybody signs in, even while there is but the personal workspace."""
SIGN_UP_OPEN: bool = os.environ.get("CALLWRIGHT_SIGN_UP", "").lower() == "open"
"""Whoever reaches the server may found an organization."""
globals().update(sign_in_settings(os.environ))
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
"""Background work is kept in the database: no broker. Whoever does it: jobs/worker.py."""
globals().update(mail_settings(os.environ))
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
"""A word after an action ("Moved to Friday"); in a cookie, so that no page asks the database for it."""

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [f"{__file__.rpartition('settings.py')[0]}static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = own_zone()

# Pages are never framed; a line typed here never leaves in a referrer.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "callwright_session"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "callwright_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "callwright.web.failures.forgery"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "callwright": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
