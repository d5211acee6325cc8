"""Django made ready over a data folder, for the server, the workers and the commands alike."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured

from callwright.smart import CallwrightError
from callwright.web import home


def choose(data: Path | None) -> None:
    """Takes the folder that --data names, if it names one."""
    if data is not None:
        os.environ[home.VARIABLE] = str(data)


def set_up(refused: type[CallwrightError]) -> None:
    """Sets Django up. Raises `refused` where the environment says what cannot hold; OSError."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callwright.web.settings")
    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        raise refused(str(wrong)) from wrong
