"""Has messages cleared away whose links work no more."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app of people."""

    name = "callwright.web.people"
    label = "people"

    def ready(self) -> None:
        """Looks each hour which messages are too old."""
        from callwright.web.jobs.schedule import every

        every(3600, "callwright.web.people.actions.letters.clear_letters", "Clears away messages that are too old")
