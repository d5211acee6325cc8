"""Callwright in the browser: the Django project, one app a subject, and the server that carries it."""

from callwright.web.preparing import ServingRefused, prepare
from callwright.web.server import serve
from callwright.web.working import work

__all__ = ["ServingRefused", "prepare", "serve", "work"]
