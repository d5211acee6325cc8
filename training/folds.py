"""Judging lines by a model that has not seen their writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from data import Line
from net import Model
from numpy.typing import NDArray

from callwright.smart import judge
from callwright.smart.estimate import OUTPUTS, STANDING_OVER, Estimate
from callwright.smart.learned.canonical import canonical
from callwright.smart.model import CATEGORIES, CRITERIA, Call

LEFT_OUT = (
    frozenset({"29", "32", "35", "36"}),
    frozenset({"02", "06", "10", "14", "18", "25"}),
)
"""Two groups of writers left out in turn. The first are those least like the rest, so that the figures do not flatter;
the second holds some of those given first. Each alone would take too long here: training/leave_out.py does that."""


@dataclass(frozen=True)
class Judged:
    """An item with the raw P(met) of each criterion, P of each category, and P(low sights)."""

    item: dict[str, Any]
    met: list[float]
    categories: list[float]
    low_sights: float


def call_of(context: dict[str, Any]) -> Call:
    """The call of an item."""
    names = ("stage", "minutes", "first_meeting", "channel", "product")
    return Call(**{name: context.get(name) for name in names}, attendees=tuple(context.get("attendees") or ()))


def judged(
    items: Iterable[dict[str, Any]], rows: dict[str, NDArray[Any]], people: dict[str, NDArray[Any]]
) -> list[Judged]:
    """What the guide's arithmetic makes of estimates (`rows`: by text) and standings (`people`: by words for them)."""
    found = []
    for item in items:
        estimate, call = Estimate.of(rows[item["text"]][:OUTPUTS]), call_of(item["context"])
        causes = judge.causes(estimate, call, [tuple(people[who]) for who in call.attendees])
        categories = [getattr(estimate, name) for name in CATEGORIES]
        found.append(
            Judged(item, [judge.met(causes[n]) for n in CRITERIA], categories, judge.low_sights(estimate, call))
        )
    return found


def targets(lines: Sequence[Line], people: Sequence[tuple[str, list[float]]]) -> tuple[list[str], NDArray[np.float64]]:
    """Texts and targets of lines and of words for people, for one fit."""
    unknown = [float("nan")]
    rows = [line.targets() + unknown * len(STANDING_OVER) for line in lines]
    rows += [unknown * OUTPUTS + standing for _, standing in people]
    return [canonical_text(line.text) for line in lines] + [who for who, _ in people], np.array(rows)


def canonical_text(text: str) -> str:
    """The text as the engine hands it to the encoder."""
    return canonical(text)[0]


def attendees(lines: Iterable[Line]) -> set[str]:
    """All words for people in the calls of the lines."""
    return {who for line in lines for item in line.items for who in item["context"].get("attendees") or []}


def left_out(
    lines: Sequence[Line],
    people: Sequence[tuple[str, list[float]]],
    writers: frozenset[str],
    fit: Callable[[list[str], NDArray[np.float64]], Model],
    outputs: Callable[[Model, Sequence[str]], NDArray[np.float64]],
) -> list[Judged]:
    """The items of `writers`, judged by a model fitted to the others, without words for people that only these have."""
    seen = [line for line in lines if line.writer not in writers]
    unseen = [line for line in lines if line.writer in writers]
    mine = attendees(unseen) - attendees(seen)
    model = fit(*targets(seen, [person for person in people if person[0] not in mine]))
    texts, who = [line.text for line in unseen], sorted(attendees(unseen))
    logits = outputs(model, [canonical_text(text) for text in texts] + who)
    rows = 1 / (1 + np.exp(-logits.clip(-30, 30)))
    return judged(
        (item for line in unseen for item in line.items),
        dict(zip(texts, rows[: len(texts)], strict=True)),
        {name: row[OUTPUTS:] for name, row in zip(who, rows[len(texts) :], strict=True)},
    )
