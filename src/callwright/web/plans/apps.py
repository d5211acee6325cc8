"""Loads what listens to the calendar, what can be searched, and the freezing of calls as they begin."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The app of plans."""

    name = "callwright.web.plans"
    label = "plans"

    def ready(self) -> None:
        """Hears of calls that move or change; has calls frozen each minute."""
        from callwright.web.customers.index import register
        from callwright.web.jobs.schedule import every
        from callwright.web.plans.finding import OBJECTIVES
        from callwright.web.plans.hearing import listen

        register(OBJECTIVES)
        listen()
        every(60, "callwright.web.plans.actions.freeze_due", "Freezes objectives whose call begins")
