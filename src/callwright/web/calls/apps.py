"""What comes round for calls."""

from django.apps import AppConfig

A_DAY = 24 * 3600


class CallsConfig(AppConfig):
    """The app of calls."""

    name = "callwright.web.calls"
    label = "calls"

    def ready(self) -> None:
        """Has the calls of series that go on made half a year ahead."""
        from callwright.web.jobs.schedule import every

        every(A_DAY, "callwright.web.calls.series.extend_all", "Puts the next calls of recurring ones in the calendar")
