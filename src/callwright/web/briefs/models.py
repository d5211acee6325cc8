"""What of a brief has to be remembered: how often its calendar entry changed, who wants it mailed when, what was."""

from __future__ import annotations

import datetime as dt

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from callwright.web.accounts.models import Member, Owned
from callwright.web.calls.models import Call


class CalendarEntry(Owned):
    """The entry of a call in people's own calendars."""

    SEEN_WITH = "call"

    call = models.OneToOneField(Call, on_delete=models.CASCADE, related_name="calendar_entry")
    sequence = models.PositiveIntegerField(default=0)
    """Rises with each change that was handed out, so that calendars take the later one."""
    content = models.CharField(max_length=64)
    """A digest of what was last handed out."""

    class Meta:
        verbose_name_plural = "calendar entries"


class MailWish(Owned):
    """When a member wants the brief of a call by mail, and where."""

    class When(models.TextChoices):
        """Counted from the call."""

        NEVER = "never", "Not at all"
        BEFORE = "before", "Shortly before the call"
        SAME_DAY = "same_day", "On the day of the call"
        DAY_BEFORE = "day_before", "On the day before"

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="mail_wish")
    address = models.EmailField()
    when = models.CharField(max_length=10, choices=When, default=When.BEFORE)
    minutes = models.PositiveSmallIntegerField(
        default=60, validators=[MinValueValidator(5), MaxValueValidator(24 * 60)]
    )
    """Before the start, for `BEFORE`."""
    at = models.TimeField(default=dt.time(7, 0))
    """By the member's clock, for the two others."""
    remind = models.BooleanField(default=False)
    """Also of promises that are due and calls to debrief, on working days at `at`."""

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Each member sees their own."""
        return models.Q(**{f"{prefix}member": member.pk})


class BriefMail(Owned):
    """The mail of one brief to one member for one time of the call: this row makes it one."""

    SEEN_WITH = "call"

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="brief_mails")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    starts = models.DateTimeField()
    """The start for which it was due; a call that moves is mailed anew before its new time."""
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "member", "starts"], name="one_mail_a_time")]


class Reminder(Owned):
    """The reminder of one day: this row makes it one."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "day"], name="one_reminder_a_day")]

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Each member sees their own."""
        return models.Q(**{f"{prefix}member": member.pk})
