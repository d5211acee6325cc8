"""Has cleared away what nobody needs any more: sessions that are over, messages and invitations that are too old."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app of people."""

    name = "callwright.web.people"
    label = "people"

    def ready(self) -> None:
        """Looks each hour what there is of that."""
        from callwright.web.jobs.schedule import every

        every(3600, "callwright.web.people.actions.clearing.clear_away", "Clears away sessions and links that are over")
