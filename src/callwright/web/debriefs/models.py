"""The debrief of a call, what customers promised, and what follows, each to be accepted with a tap."""

from __future__ import annotations

from django.db import models

from callwright.web.accounts.models import Member, Owned
from callwright.web.calls.models import Call
from callwright.web.customers.models import Contact, Customer


class Result(models.TextChoices):
    """What the call ended in."""

    ORDER = "order", "Order"
    ADVANCE = "advance", "Advance"
    CONTINUATION = "continuation", "Continuation"
    NO_SALE = "no_sale", "No sale"


class Debrief(Owned):
    """What was said of a call afterwards. The outcomes of its objectives stand with the objectives."""

    SEEN_WITH = "call"

    call = models.OneToOneField(Call, on_delete=models.CASCADE, related_name="debrief")
    result = models.CharField(max_length=12, choices=Result, blank=True)
    proposed = models.CharField(max_length=12, choices=Result, blank=True)
    """What the answers amounted to; `result` differs where a person knew better."""
    refused = models.BooleanField(default=False)
    """They said no."""
    learned = models.JSONField(default=dict)
    """What was learned, by topic: what the fields held, to be changed later."""
    opening = models.TextField(blank=True)
    """Something else to sell, as it was put."""
    minutes_taken = models.PositiveSmallIntegerField(null=True, blank=True)
    opened_at = models.DateTimeField()
    saved_at = models.DateTimeField(null=True, blank=True)
    """None while it is only begun."""
    draft = models.JSONField(null=True, blank=True)
    """What the fields held when they were last sent unsaved, by their names; None once saved."""
    in_bulk = models.BooleanField(default=False)
    """Cleared from the list with others, nothing said of its objectives."""
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")


class Commitment(Owned):
    """What a customer promised, and by when."""

    class State(models.TextChoices):
        """Whether it was done. An open one whose day has passed is due, and stays open until somebody says."""

        OPEN = "open", "Open"
        KEPT = "kept", "Kept"
        LATE = "late", "Late"
        NOT_KEPT = "not_kept", "Not kept"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="commitments")
    call = models.ForeignKey(Call, null=True, blank=True, on_delete=models.SET_NULL, related_name="commitments")
    """The call on which it was made."""
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="commitments")
    text = models.TextField()
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    settled_on = models.DateField(null=True, blank=True)

    call_seen: bool = False
    """Whether who asks sees its call too. Told where `with_sight` was asked for it."""

    class Meta:
        ordering = ["due", "id"]
        indexes = [
            models.Index(fields=["organization", "state", "due"]),
            # The latest of which somebody said what became of them, out of however many.
            models.Index(
                fields=["organization", "-settled_on", "-id"],
                condition=models.Q(settled_on__isnull=False),
                name="promises_settled",
            ),
        ]

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Promises of the customers that the member sees, and those made on calls that the member sees."""
        return Customer.seen_by(member, f"{prefix}customer__") | Call.seen_by(member, f"{prefix}call__")


class Consequence(Owned):
    """Something that follows from a debrief, offered until a person accepts or declines it."""

    SEEN_WITH = "debrief"

    class Kind(models.TextChoices):
        """What it would change."""

        STAGE = "stage", "The customer's stage"
        KNOWLEDGE = "knowledge", "What we know"
        OPPORTUNITY = "opportunity", "A new opportunity"
        NEXT_CALL = "next_call", "The next call's objective"

    class State(models.TextChoices):
        """What was said to the offer."""

        OFFERED = "offered", "Offered"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"

    debrief = models.ForeignKey(Debrief, on_delete=models.CASCADE, related_name="consequences")
    kind = models.CharField(max_length=12, choices=Kind)
    offered = models.JSONField()
    """What accepting it would write; its shape belongs to the kind."""
    key = models.CharField(max_length=80, blank=True)
    """What it is about: of two of the same kind and key, a debrief has one, however often it is saved again."""
    made = models.JSONField(null=True, blank=True)
    """The rows that accepting it wrote, by the names of their kinds; None until then."""
    state = models.CharField(max_length=8, choices=State, default=State.OFFERED)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
