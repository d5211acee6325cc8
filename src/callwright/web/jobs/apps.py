"""Loads the work that comes round by itself."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The app of background work."""

    name = "callwright.web.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Old jobs are cleared away once an hour."""
        from callwright.web.jobs.schedule import every

        every(3600, "callwright.web.jobs.actions.clear_old", "Clears away jobs that were done long ago")
