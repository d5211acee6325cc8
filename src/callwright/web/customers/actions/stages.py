"""Buying stages by the organization's own names, each one of the six that the engine knows.

Managers and admins change them. Whoever else would raises NotYours.
"""

from __future__ import annotations

from typing import Final

from django.db import transaction

from callwright.smart.model import STAGES
from callwright.web.accounts.models import Member, Organization
from callwright.web.customers.actions.accounts import named, ours
from callwright.web.customers.actions.sales import opportunity_changed
from callwright.web.customers.errors import Refused
from callwright.web.customers.models import Opportunity, Stage
from callwright.web.customers.names import fold
from callwright.web.may import LISTS, demand

FIRST_STAGES: Final = (
    ("Introduction", "introduction"),
    ("Needs", "needs"),
    ("Evaluation", "evaluation"),
    ("Concerns", "concerns"),
    ("Decision", "decision"),
    ("Customer", "customer"),
)
"""The stages that every organization starts with; it may rename them and add its own."""


def give_first_stages(organization: Organization, **_: object) -> None:
    """The six buying stages, for an organization that was just made."""
    Stage.objects.bulk_create(
        Stage(organization=organization, name=name, kind=kind, position=place)
        for place, (name, kind) in enumerate(FIRST_STAGES, start=1)
    )


@transaction.atomic
def add_stage(*, name: str, kind: str, by: Member) -> Stage:
    """A stage of one's own, placed after those of its kind. Raises Refused for a name that is taken."""
    demand(by.leads, LISTS)
    stage = Stage(organization=by.organization, name=_free(name, by), kind=_known(kind), position=0)
    stages = list(Stage.objects.of(by).select_for_update())
    order: list[str] = list(STAGES)
    place = sum(order.index(one.kind) <= order.index(kind) for one in stages)
    _number([*stages[:place], stage, *stages[place:]])
    return stage


@transaction.atomic
def change_stage(*, stage: Stage, name: str, kind: str, by: Member) -> Stage:
    """Another name, or another of the six. Raises Refused for a name that is taken."""
    ours(stage, by)
    demand(by.leads, LISTS)
    other_kind = kind != stage.kind
    stage.name, stage.kind = _free(name, by, stage), _known(kind)
    stage.save(update_fields=["name", "kind"])
    for opportunity in stage.opportunities.all() if other_kind else ():
        opportunity_changed.send(Opportunity, opportunity=opportunity)
    return stage


@transaction.atomic
def shift_stage(*, stage: Stage, by: Member, places: int = -1) -> Stage:
    """Moves a stage up (negative) or down the order in which stages are shown."""
    ours(stage, by)
    demand(by.leads, LISTS)
    stages = list(Stage.objects.of(by).select_for_update())
    here = stages.index(stage)
    stages.insert(max(here + places, 0), stages.pop(here))
    _number(stages)
    return stage


@transaction.atomic
def remove_stage(*, stage: Stage, by: Member) -> None:
    """Does away with a stage at which no opportunity stands. Raises Refused where one does, or for the last one."""
    ours(stage, by)
    demand(by.leads, LISTS)
    there = stage.opportunities.count()
    if there:
        stand = "1 opportunity stands" if there == 1 else f"{there} opportunities stand"
        raise Refused(f"{stand} at {stage.name}; move them to another stage first.")
    if Stage.objects.of(by).count() == 1:
        raise Refused("The last stage stays: rename it instead.")
    stage.delete()


def _free(name: str, by: Member, but: Stage | None = None) -> str:
    name = named(name, "A stage", 60)
    taken = (one.name for one in Stage.objects.of(by) if but is None or one.pk != but.pk)
    if fold(name) in map(fold, taken):
        raise Refused(f"There is a stage called {name} already.")
    return name


def _known(kind: str) -> str:
    if kind not in STAGES:
        raise Refused(f"Say which of the six it is: {', '.join(STAGES)}.")
    return kind


def _number(stages: list[Stage]) -> None:
    for position, stage in enumerate(stages, start=1):
        if stage.position != position:
            stage.position = position
            stage.save()
