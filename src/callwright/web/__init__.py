"""Callwright in the browser: the Django project, one app a subject, and the server that carries it."""

from callwright.web.server import ServingRefused, prepare, serve

__all__ = ["ServingRefused", "prepare", "serve"]
