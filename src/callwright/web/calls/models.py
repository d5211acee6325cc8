"""A call on a customer, and the series that it may belong to."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from callwright.web.accounts.models import Member, Owned
from callwright.web.customers.models import Contact, Customer, Opportunity, Product

LONGEST: Final = 1440
"""Minutes that a call takes at most."""


class Channel(models.TextChoices):
    """How one meets; the names are those of the engine."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "Video"
    PHONE = "phone", "Phone"


class Series(Owned):
    """Calls that recur; each of them is a Call of its own."""

    rule = models.CharField(max_length=300)
    """An iCalendar RRULE, as in "FREQ=WEEKLY;INTERVAL=2"."""
    first = models.DateTimeField()
    until = models.DateField(null=True, blank=True)
    """Its last day; None: it goes on."""
    zone = models.CharField(max_length=64, blank=True)
    """Name of the time zone by whose clocks it recurs; empty: the server's own."""
    reached = models.DateTimeField(null=True, blank=True)
    """Up to when its calls have become rows; they are made half a year ahead."""

    class Meta:
        verbose_name_plural = "series"

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Series of which the member sees a call."""
        calls = Call.objects.filter(Call.seen_by(member)).exclude(series=None)
        return models.Q(**{f"{prefix}pk__in": calls.order_by().values("series")})


class Call(Owned):
    """A call on a customer."""

    class State(models.TextChoices):
        """What became of the appointment. Whether it was debriefed is for the debrief to say."""

        PLANNED = "planned", "Planned"
        CANCELLED = "cancelled", "Cancelled"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="calls")
    opportunity = models.ForeignKey(Opportunity, null=True, blank=True, on_delete=models.SET_NULL, related_name="calls")
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.SET_NULL, related_name="calls")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="calls")
    """Whose call it is."""
    joined = models.ManyToManyField(Member, blank=True, related_name="joint_calls")
    """Others of the organization who come along: a joint call."""
    starts = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(
        default=30, validators=[MinValueValidator(1), MaxValueValidator(LONGEST)]
    )
    channel = models.CharField(max_length=10, choices=Channel, blank=True)
    first_meeting = models.BooleanField(null=True, blank=True)
    """None: inferred from the calls before (see `queries`)."""
    contacts = models.ManyToManyField(Contact, blank=True, related_name="calls")
    others = models.CharField(max_length=500, blank=True)
    """Attendees in words who are no contacts yet, separated by commas: "CFO, the new IT lead"."""
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    unplanned = models.BooleanField(default=False)
    """Logged afterwards, never planned."""
    series = models.ForeignKey(Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="calls")
    moved_from = models.DateTimeField(null=True, blank=True)
    """Where it stood in the calendar before it was last moved."""
    frozen_at = models.DateTimeField(null=True, blank=True)
    """When its objectives were frozen: at the scheduled start, or when the debrief was opened if that was earlier."""
    debriefed_at = models.DateTimeField(null=True, blank=True)
    """When its debrief was first saved (the app above says so): kept here, so that lists need not look there."""
    to_ask = models.TextField(blank=True)
    objections = models.TextField(blank=True)
    to_bring = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)

    customer_seen: bool = False
    """Whether who asks sees the customer too, and not this call alone. Told where `with_sight` was asked for it."""

    class Meta:
        ordering = ["starts", "id"]
        indexes = [
            models.Index(fields=["organization", "member", "starts"]),
            models.Index(fields=["customer", "starts"]),
            # Calls that wait for their debrief: few, however many there are.
            models.Index(
                fields=["organization", "member", "starts"],
                condition=models.Q(debriefed_at=None),
                name="calls_to_debrief",
            ),
            # Calls that are still to begin: their objectives freeze when they do.
            models.Index(
                fields=["starts"], condition=models.Q(frozen_at=None, state="planned"), name="calls_to_freeze"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.customer}, {self.starts:%d %B %Y %H:%M}"

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Calls of those whom the member sees, and those that one of them joins."""
        joint = cls.joined.through.objects.filter(member__in=member.seen)
        return models.Q(**{f"{prefix}member__in": member.seen}) | models.Q(**{f"{prefix}pk__in": joint.values("call")})

    @property
    def ends(self) -> dt.datetime:
        """When it is over."""
        return self.starts + dt.timedelta(minutes=self.minutes)
