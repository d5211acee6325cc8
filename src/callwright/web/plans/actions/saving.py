"""Saving an objective: never over what somebody else has written, and visibly once the call has begun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from callwright import smart
from callwright.compose.choosing import KEY
from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.plans.actions.freezing import freeze_if_due
from callwright.web.plans.errors import Conflict, PlanRefused
from callwright.web.plans.judging import Verdict, context, verdict_of
from callwright.web.plans.models import Amendment, Kind, Objective, Part
from callwright.web.plans.queries import situation
from callwright.web.plans.words import PARTS, Words

LONGEST: Final = 10_000
"""Characters of a text at most."""
EPOCH: Final = 1_577_836_800
"""The second from which versions are counted: 1 January 2020, UTC."""


def save_objective(
    *,
    call: Call,
    position: int = 1,
    text: str,
    fallback: str = "",
    measure: str = "",
    category: str = "",
    entry: str = "",
    version: int = 0,
    by: Member,
) -> Objective:
    """The objective at a position (1 or 2) of a call with these words, and the verdict on them.

    version: the one that the words were written on; 0 where there was none. entry: the suggestion behind it.
    Raises Conflict, with both, where the objective was changed meanwhile and differs; PlanRefused for a third
    objective, no text, or one that is far too long.
    """
    mine = Words(text, fallback, measure, category).tidy()
    _check(mine, position)
    verdict = verdict_of(mine.text, situation(call), position)  # before the database waits for us
    with transaction.atomic():
        call, kept = _kept(call, position)
        if kept is None:
            return _first(call, position, mine, version, entry, verdict, by)
        if Words.of(kept) != mine:
            _change(kept, mine, version, call, by)
        return _judge(kept, verdict, entry)


@transaction.atomic
def remove_objective(*, call: Call, position: int, version: int, by: Member) -> None:
    """Takes the objective away. Raises Conflict as `save_objective`, and PlanRefused where the call began with it."""
    call, kept = _kept(call, position)
    if kept is None:
        return
    if kept.version != version:
        raise Conflict(Words(), kept)
    if hasattr(kept, "frozen"):
        raise PlanRefused("The call began with this objective, so it stays. The debrief says what came of it.")
    kept.delete()


def _check(mine: Words, position: int) -> None:
    if not 1 <= position <= KEY:
        raise PlanRefused("One or two key objectives are enough for a call. Choose which two.")
    if not mine.text:
        raise PlanRefused("There is no objective yet. Write what you want to come away with.")
    longest = max(len(mine.text), len(mine.fallback), len(mine.measure))
    if longest > LONGEST:
        raise PlanRefused(
            f"That is {longest:,} characters; {LONGEST:,} are the most. Keep the sentence that says what you want."
        )
    if mine.category and mine.category not in Kind.values:
        raise PlanRefused("An objective is a step of the customer's, something you learn, or another opening.")


def _kept(call: Call, position: int) -> tuple[Call, Objective | None]:
    """The call as it is now, held until the end of the transaction and frozen if it has begun; and the objective."""
    now = Call.objects.select_for_update().filter(pk=call.pk).first()
    if now is None:
        raise PlanRefused("This call is no longer there. Your words are: copy them before you leave.")
    freeze_if_due(call=now)
    call.frozen_at = now.frozen_at
    return now, now.objectives.select_related("frozen").filter(position=position).first()


def _first(call: Call, position: int, mine: Words, version: int, entry: str, verdict: Verdict, by: Member) -> Objective:
    if version:
        raise Conflict(mine, None)  # it was there, and somebody removed it
    try:
        with transaction.atomic():
            made: Objective = Objective.objects.create(
                organization_id=call.organization_id,
                call=call,
                position=position,
                version=int(timezone.now().timestamp()) - EPOCH,
                stated_afterwards=call.frozen_at is not None,
                entry=entry,
                **asdict(mine),
                **verdict.fields(),
            )
    except IntegrityError:
        raise Conflict(mine, call.objectives.filter(position=position).first()) from None
    return made


def _change(kept: Objective, mine: Words, version: int, call: Call, by: Member) -> None:
    if kept.version != version:
        raise Conflict(mine, kept)
    if call.frozen_at is not None:
        _amend(kept, mine, by)
    for name, words in asdict(mine).items():
        setattr(kept, name, words)
    kept.version += 1


def _amend(kept: Objective, mine: Words, by: Member) -> None:
    changes = [(part, getattr(kept, part), getattr(mine, part)) for part in Part.values]
    Amendment.objects.bulk_create(
        Amendment(organization_id=kept.organization_id, objective=kept, part=part, before=old, after=new, by=by)
        for part, old, new in changes
        if old != new
    )


def _judge(kept: Objective, verdict: Verdict, entry: str) -> Objective:
    """Writes the objective with its verdict. Neither outcome nor evidence, which are the debrief's, is touched."""
    kept.entry = entry or kept.entry
    for name, value in verdict.fields().items():
        setattr(kept, name, value)
    kept.save(update_fields=[*PARTS, "entry", "version", *verdict.fields(), "changed_at"])
    return kept


def judge_again(*, call: Call, objectives: Iterable[Objective] | None = None, known: smart.Call | None = None) -> None:
    """The verdicts on the call's objectives in the light of what is known of it now; none once it has begun.

    objectives, known: those of the call, where they are at hand. Words are not touched: whoever edits them meanwhile
    has them judged with that.
    """
    if freeze_if_due(call=call).frozen_at is not None:
        return
    known = known or situation(call)
    for one in call.objectives.all() if objectives is None else objectives:
        if (one.assessment or {}).get("context") != context(known):
            fields = verdict_of(one.text, known, one.position).fields()
            Objective.objects.filter(pk=one.pk, version=one.version).update(**fields)
            vars(one).update(fields)
