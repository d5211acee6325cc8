"""Reading labelled examples: one JSON object a line, as `corpus/GUIDE.md` lays them down."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from callwright.context import call_from
from callwright.smart import CATEGORIES, CRITERIA, BadCall, Call, CallwrightError, Category, CriterionName


class BadExample(CallwrightError):
    """A line of a labelled file is not an example; the message names the file, the line and what is amiss."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What a careful coach said of an objective.

    met: of each of the five criteria, whether it is met. categories: none, one or several. low_sights: the call is
    wasted on it.
    """

    met: Mapping[CriterionName, bool]
    categories: frozenset[Category]
    low_sights: bool


@dataclass(frozen=True, slots=True)
class Example:
    """An objective with what is known of its call and its labels. id: as given, else the number of its line."""

    id: str
    text: str
    call: Call
    labels: Labels


def read_examples(path: Path) -> list[Example]:
    """The examples of a JSONL file in order; blank lines are passed over.

    Raises BadExample for the first line that is not one, and for a file without any. Raises OSError as `open` does.
    """
    with path.open(encoding="utf-8-sig", errors="strict") as lines:
        try:
            examples = list(_examples(lines, str(path)))
        except UnicodeDecodeError as wrong:
            raise BadExample(f"{path} is not UTF-8 text: {wrong.reason} at byte {wrong.start}") from wrong
    if not examples:
        raise BadExample(f"{path} holds no example; each line is a JSON object with text, context and labels")
    return examples


def _examples(lines: Iterable[str], name: str) -> Iterable[Example]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _example(json.loads(line), number)
            except json.JSONDecodeError as wrong:
                raise BadExample(f"{name}, line {number}: not JSON ({wrong.msg} at column {wrong.colno})") from wrong
            except (BadCall, BadExample) as wrong:
                raise BadExample(f"{name}, line {number}: {wrong}") from wrong


def _example(item: object, number: int) -> Example:
    if not isinstance(item, dict):
        raise BadExample("an example is a JSON object with text, context and labels")
    text = item.get("text")
    if not isinstance(text, str):
        raise BadExample(f"text is {text!r}; it takes the objective as the salesperson wrote it")
    context = item.get("context") or {}
    if not isinstance(context, dict):
        raise BadExample(f'context is {context!r}; it takes an object such as {{"stage": "needs"}}')
    return Example(str(item.get("id", number)), text, call_from(context), _labels(item.get("labels")))


def _labels(labels: object) -> Labels:
    if not isinstance(labels, dict):
        raise BadExample(f"labels is {labels!r}; it takes an object with {', '.join(CRITERIA)}, categories, low_sights")
    met = {name: _truth(labels, name) for name in CRITERIA}
    categories = labels.get("categories")
    if not isinstance(categories, list) or not all(name in CATEGORIES for name in categories):
        raise BadExample(f"labels.categories is {categories!r}; it takes a list of {', '.join(CATEGORIES)}, or []")
    return Labels(met, frozenset(categories), _truth(labels, "low_sights"))


def _truth(labels: Mapping[str, Any], name: str) -> bool:
    value = labels.get(name)
    if not isinstance(value, bool):
        raise BadExample(f"labels.{name} is {value!r}; it takes true or false")
    return value
