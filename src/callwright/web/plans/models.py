"""Objectives of a call, what was frozen of them, later amendments, and findings that were set aside."""

from __future__ import annotations

from django.db import models

from callwright.web.accounts.models import Member, Owned
from callwright.web.calls.models import Call


class Kind(models.TextChoices):
    """What an objective brings, by the names of the engine."""

    ADVANCE = "advance", "The customer takes a step"
    UNDERSTAND = "understand", "You learn what matters to them"
    UNCOVER = "uncover", "You find another opening"


class Part(models.TextChoices):
    """Which words of an objective were changed."""

    TEXT = "text", "The objective"
    FALLBACK = "fallback", "The fallback"
    MEASURE = "measure", "What will show it"


class Outcome(models.TextChoices):
    """What came of an objective."""

    ACCOMPLISHED = "accomplished", "Accomplished"
    FALLBACK = "fallback", "Fallback"
    PARTLY = "partly", "Partly"
    NOT = "not", "Not"


class Objective(Owned):
    """A key objective of a call, as it stands now, with the verdict that it had when it was saved."""

    SEEN_WITH = "call"

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField(default=1)
    """1 or 2: "one or two key objectives" a call."""
    text = models.TextField()
    fallback = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    """What will show that it was accomplished, where the line does not say it."""
    category = models.CharField(max_length=10, choices=Kind, blank=True)
    """What it brings, where the rep says so; empty: as the verdict reads it."""
    entry = models.CharField(max_length=120, blank=True)
    """The suggestion that it began as (the catalogue's id)."""
    assessment = models.JSONField(null=True, blank=True)
    """The verdict as `contracts.md` has it, with the engine's version and the context under "context"."""
    smart = models.BooleanField(default=False)
    """All five met: kept beside the verdict, so that lists need not open it."""
    letters = models.CharField(max_length=5, default="-----")
    """For each of S M A R T: "+" met, "-" not met, "?" close call. What lists show. Empty: the text gets no verdict."""
    version = models.PositiveIntegerField(default=1)
    """Rises with each save: two tabs that started from the same one are offered a merge. It begins at the second of
    writing, so that a line which was removed and written anew is never taken for the one before."""
    stated_afterwards = models.BooleanField(default=False)
    """First written after the freeze: counts neither for coverage nor for hit rates."""
    written_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    evidence = models.TextField(blank=True)
    """What shows the outcome."""

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["call", "position"], name="one_objective_a_place")]

    def __str__(self) -> str:
        return self.text


class Frozen(Owned):
    """An objective as it stood when the call began: what its outcome is held against. Never changed."""

    SEEN_WITH = "objective"

    objective = models.OneToOneField(Objective, on_delete=models.CASCADE, related_name="frozen")
    text = models.TextField()
    fallback = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    category = models.CharField(max_length=10, choices=Kind, blank=True)
    assessment = models.JSONField(null=True, blank=True)
    smart = models.BooleanField(default=False)
    letters = models.CharField(max_length=5, default="-----")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "frozen"


class Amendment(Owned):
    """A change of an objective after it was frozen: visible, never silent."""

    SEEN_WITH = "objective"

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="amendments")
    part = models.CharField(max_length=8, choices=Part, default=Part.TEXT)
    before = models.TextField()
    after = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["at", "id"]


class SetAside(Owned):
    """A finding with which a person disagrees, for one line or, for the whole team, for good.

    It is counted against the rule until somebody takes it back.
    """

    code = models.CharField(max_length=8)
    """The rule's stable code, as in "M03"."""
    line = models.TextField(blank=True)
    """The text for which it is set aside; empty: for good, in every line of the organization's."""
    words = models.TextField(blank=True)
    """The words that the finding pointed at; empty: it was about what is missing, or about the call."""
    reason = models.CharField(max_length=500)
    objective = models.ForeignKey(Objective, null=True, blank=True, on_delete=models.SET_NULL, related_name="set_aside")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["organization", "code"])]
        verbose_name_plural = "set aside"

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """What holds for good, what those whom the member sees have set aside, and what was on a plan that is seen."""
        for_good, theirs = models.Q(**{f"{prefix}line": ""}), models.Q(**{f"{prefix}by__in": member.seen})
        return for_good | theirs | Objective.seen_by(member, f"{prefix}objective__")
