"""What follows from a debrief is offered, declined, and offered again. What accepting it writes: `accepting`."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.models import Consequence, Debrief
from callwright.web.debriefs.offers import Offer

Kind, State = Consequence.Kind, Consequence.State


def offer(*, debrief: Debrief, offers: Sequence[Offer]) -> list[Consequence]:
    """Puts offers in the place of those that nobody has answered. What was answered is not asked again."""
    answered = list(debrief.consequences.exclude(state=State.OFFERED))
    debrief.consequences.filter(state=State.OFFERED).delete()
    wanted = [(one, _before(one, answered)) for one in offers]
    rows = [_row(debrief, one, before) for one, before in wanted if not _answered(one, before)]
    return Consequence.objects.bulk_create(rows)


@transaction.atomic
def decline(*, consequence: Consequence, by: Member) -> Consequence:
    """Leaves things as they are. What was accepted stays accepted."""
    return _say(consequence, State.OFFERED, State.DECLINED, by)


@transaction.atomic
def offer_again(*, consequence: Consequence, by: Member) -> Consequence:
    """Takes a decline back."""
    return _say(consequence, State.DECLINED, State.OFFERED, by)


def locked(consequence: Consequence, by: Member) -> Consequence:
    """The offer as it is now, held until the end of the transaction. Raises Refused where it is gone."""
    mine = Consequence.objects.of(by).select_for_update(of=("self",)).select_related("debrief__call__customer")
    row: Consequence | None = mine.filter(pk=consequence.pk).first()
    if row is None:
        raise Refused("This offer is no longer there: the debrief was saved anew. Look at what it offers now.")
    return row


def _before(one: Offer, answered: Sequence[Consequence]) -> list[Consequence]:
    """The answers to offers of the same thing, the latest first."""
    return [row for row in reversed(answered) if row.kind == one.kind and row.key == one.key]


def _answered(one: Offer, before: Sequence[Consequence]) -> bool:
    """Other words of what was learned are a new offer; a stage or a next call is answered once."""
    if one.kind not in (Kind.KNOWLEDGE, Kind.OPPORTUNITY):
        return bool(before)
    return bool(before) and before[0].offered.get("text") == one.what["text"]


def _row(debrief: Debrief, one: Offer, before: Sequence[Consequence]) -> Consequence:
    made = next((row.made for row in before if row.made), None)
    return Consequence(
        organization=debrief.organization, debrief=debrief, kind=one.kind, key=one.key, offered=one.what, made=made
    )


def _say(consequence: Consequence, only: str, state: str, by: Member) -> Consequence:
    row = locked(consequence, by)
    if row.state == only:
        row.state, row.settled_at = state, timezone.now() if state != State.OFFERED else None
        row.save(update_fields=["state", "settled_at"])
    return row
