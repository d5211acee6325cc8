"""Has briefs and reminders mailed when their time has come."""

from django.apps import AppConfig


class BriefsConfig(AppConfig):
    """The app of briefs."""

    name = "callwright.web.briefs"
    label = "briefs"

    def ready(self) -> None:
        """Looks each minute whose brief is due, and every ten minutes whom to remind."""
        from callwright.web.jobs.schedule import every

        every(60, "callwright.web.briefs.mailing.mail_due", "Looks which briefs are to be mailed")
        every(600, "callwright.web.briefs.reminding.remind_due", "Looks who is to be reminded")
