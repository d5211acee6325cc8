"""Has every change recorded, and what is too old removed."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """The app of the trail."""

    name = "callwright.web.trail"
    label = "trail"

    def ready(self) -> None:
        """Hears of every row that is written."""
        from callwright.web.trail.hearing import listen

        listen()
