"""Lets proposals be found."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """The app of Today and the week."""

    name = "callwright.web.agenda"
    label = "agenda"

    def ready(self) -> None:
        """What waits for a yes or no is among what a search finds."""
        from callwright.web.agenda.found import PROPOSALS
        from callwright.web.customers.index import register

        register(PROPOSALS)
