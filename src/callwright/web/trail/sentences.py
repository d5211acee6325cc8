"""What was done, in words: around its subject stand a verb and what it was and is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from callwright.web.trail.models import Action, Change
from callwright.web.trail.showing import SHORT, Names, day, label, short, value
from callwright.web.trail.tables import BY_LABEL, RETENTION
from callwright.web.trail.words import SEVERAL, counted, listed


@dataclass(frozen=True)
class Phrase:
    """What stands before the subject and after it. it: the subject, where it is not the row itself.

    alone: the subject is the one who did it, as in "Dana joined".
    """

    before: str
    after: str = ""
    it: str = ""
    alone: bool = False


class Held:
    """The columns of a change, in words."""

    def __init__(self, change: Change, names: Names) -> None:
        self.change, self.names = change, names

    def was(self, name: str) -> str:
        """What it was."""
        return self._side(name, 0)

    def now(self, name: str) -> str:
        """What it is."""
        return self._side(name, 1)

    def _side(self, name: str, side: int) -> str:
        held = self.change.fields.get(name)
        return "" if held is None else short(value(self.change.table, name, held[side], self.names))


BESIDE: Final = {"evidence": "outcome"}
"""Columns that are told along with another."""


def phrase(change: Change, names: Names) -> Phrase:
    """What was done."""
    held = Held(change, names)
    if change.table == RETENTION:
        return _in_time(change)
    if change.action == Action.ADDED:
        return ADDED.get(change.table, _added)(held)
    if change.action == Action.REMOVED:
        return REMOVED.get(change.table, _removed)(held)
    names_of = [name for name in change.fields if BESIDE.get(name) not in change.fields]
    only = names_of[0] if len(names_of) == 1 else ""
    return CHANGED.get((change.table, only), _changed)(held)


def _added(held: Held) -> Phrase:
    return Phrase("added", f": {held.now('text')}" if "text" in held.change.fields else "")


def _removed(held: Held) -> Phrase:
    went = [counted(count, table) for table, count in _in_order(held.change.fields.get("went", {}), SEVERAL).items()]
    said = held.was("text")
    return Phrase("removed", f" with {listed(list(filter(None, went)))}" if any(went) else f": {said}" if said else "")


def _changed(held: Held) -> Phrase:
    own = BY_LABEL[held.change.table].fields
    return Phrase("changed", ": " + "; ".join(_column(held, name) for name in _in_order(held.change.fields, own)))


def _in_order(held: Mapping[str, Any], usual: Iterable[str]) -> dict[str, Any]:
    """In the usual order: PostgreSQL keeps an object's names in an order of its own."""
    return {name: held[name] for name in usual if name in held}


def _column(held: Held, name: str) -> str:
    called, (was, now) = label(held.change.table, name), _whole(held, name)
    if max(len(was), len(now)) > SHORT:
        return called
    if name in ("contacts", "joined", "teams"):
        return f"{called}: {listed([*([f'with {now}'] if now else []), *([f'without {was}'] if was else [])])}"
    return (
        f"{called} from {was} to {now}" if was and now else f"{called} is {now}" if now else f"no {called} (was {was})"
    )


def _whole(held: Held, name: str) -> tuple[str, str]:
    before, after = held.change.fields[name]
    table = held.change.table
    return value(table, name, before, held.names), value(table, name, after, held.names)


def _in_time(change: Change) -> Phrase:
    """What the end of its time took away."""
    went = [counted(count, table) for table, count in _in_order(change.fields["went"], SEVERAL).items() if count]
    before = dt.date.fromisoformat(change.fields["before"])
    return Phrase("removed", f" from before {day(before)}", it=listed(went))


def _call_added(held: Held) -> Phrase:
    who = held.now("contacts")
    logged = "unplanned" in held.change.fields
    return Phrase("logged" if logged else "planned", f", with {who}" if who else "")


def _joined(held: Held) -> Phrase:
    role = held.now("role") or "Rep"
    own = held.change.by_id in (None, held.change.key)
    return Phrase("joined" if own else "added", f" as {_a(role)}", alone=own)


def _left(held: Held) -> Phrase:
    own = held.change.by_id == held.change.key
    if held.change.fields["active"][1]:
        return Phrase("brought back")
    return Phrase("left", alone=True) if own else Phrase("took out", " (what they did stays)")


def _teams(held: Held) -> Phrase:
    came, went = held.now("teams"), held.was("teams")
    parts = [*([f"into {came}"] if came else []), *([f"out of {went}"] if went else [])]
    return Phrase("moved", " " + listed(parts))


def _state(held: Held) -> Phrase:
    return Phrase("cancelled" if held.change.fields["state"][1] == "cancelled" else "brought back")


def _kept_for(held: Held) -> Phrase:
    months = held.change.fields["keep_months"][1]
    return Phrase("set for how long calls of", f" are kept: {f'{months} months' if months else 'for good'}")


def _came_of(held: Held) -> Phrase:
    shows = held.now("evidence")
    return Phrase("wrote down what came of", f": {held.now('outcome') or 'nothing yet'}{f', {shows}' if shows else ''}")


def _a(role: str) -> str:
    role = role.lower()
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def _from_to(verb: str, name: str) -> Callable[[Held], Phrase]:
    def told(held: Held) -> Phrase:
        was, now = held.was(name), held.now(name)
        return Phrase(verb, f"{f' from {was}' if was else ''}{f' to {now}' if now else ''}")

    return told


def _said(verb: str, *columns: str) -> Callable[[Held], Phrase]:
    """A verb, and after the subject what those columns hold now."""

    def told(held: Held) -> Phrase:
        now = list(filter(None, (held.now(name) for name in columns)))
        return Phrase(verb, f": {', '.join(now)}" if now else "")

    return told


def _with(held: Held) -> Phrase:
    return Phrase("shared", f" with {held.now('member') or held.now('team')}")


def _named(verb: str, after: str, name: str) -> Callable[[Held], Phrase]:
    """A verb with what a column holds, then the subject."""
    return lambda held: Phrase(f"{verb} {held.now(name)} {after}".strip())


ADDED: Final[dict[str, Callable[[Held], Phrase]]] = {
    "calls.call": _call_added,
    "plans.objective": _said("wrote", "text"),
    "debriefs.debrief": _said("wrote", "result"),
    "debriefs.commitment": _said("wrote down", "text", "due"),
    "customers.knowledge": _said("noted", "text"),
    "customers.opening": _said("noted", "text"),
    "customers.share": _with,
    "customers.merge": _named("made", "part of", "other"),
    "customers.apart": _named("said that", "is another customer than", "second"),
    "plans.setaside": lambda held: Phrase("set aside", f": {held.now('reason')}", it=held.now("code").strip("“”")),
    "accounts.member": _joined,
    "accounts.invitation": lambda held: Phrase(
        "invited", f" as {_a(held.now('role') or 'Rep')}", it=held.now("email").strip("“”")
    ),
    "accounts.organization": lambda _: Phrase("opened"),
}
"""How that a row was added is told, by its table."""

REMOVED: Final[dict[str, Callable[[Held], Phrase]]] = {
    "customers.share": lambda held: Phrase("no longer shares", f" with {held.was('member') or held.was('team')}"),
}
"""How that a row was removed is told."""

CHANGED: Final[dict[tuple[str, str], Callable[[Held], Phrase]]] = {
    ("calls.call", "starts"): _from_to("moved", "starts"),
    ("calls.call", "state"): _state,
    ("calls.call", "member"): _from_to("handed over", "member"),
    ("customers.customer", "owner"): _from_to("handed over", "owner"),
    ("customers.customer", "name"): _from_to("renamed", "name"),
    ("customers.opportunity", "stage"): _from_to("moved", "stage"),
    ("customers.merge", "undone_at"): lambda _: Phrase("took apart again what had become part of"),
    ("plans.objective", "outcome"): _came_of,
    ("plans.setaside", "taken_back"): lambda _: Phrase("let", " that was set aside count again"),
    ("debriefs.commitment", "state"): lambda held: Phrase("said of", f": {held.now('state').lower()}"),
    ("accounts.member", "role"): lambda held: Phrase("made", f" {_a(held.now('role') or 'Rep')}"),
    ("accounts.member", "active"): _left,
    ("accounts.member", "teams"): _teams,
    ("accounts.invitation", "withdrawn_at"): lambda _: Phrase("withdrew"),
    ("accounts.invitation", "accepted_at"): lambda _: Phrase("accepted"),
    ("accounts.organization", "keep_months"): _kept_for,
}
"""How that a single column changed is told, where there is a word for it."""
