"""Lets promises be found."""

from django.apps import AppConfig


class DebriefsConfig(AppConfig):
    """The app of debriefs."""

    name = "callwright.web.debriefs"
    label = "debriefs"

    def ready(self) -> None:
        """Promises are among what a search finds."""
        from callwright.web.customers.index import register
        from callwright.web.debriefs.found import PROMISES

        register(PROMISES)
