"""What calls hear of, and what is done for them each day."""

from django.apps import AppConfig

A_DAY = 24 * 3600


class CallsConfig(AppConfig):
    """The app of calls."""

    name = "callwright.web.calls"
    label = "calls"

    def ready(self) -> None:
        """Hears of opportunities; has the calls of series that go on made half a year ahead."""
        from callwright.web.calls.hearing import listen
        from callwright.web.jobs.schedule import every

        listen()
        every(A_DAY, "callwright.web.calls.series.extend_all", "Puts the next calls of recurring ones in the calendar")
