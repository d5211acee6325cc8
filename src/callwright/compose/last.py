"""What came of the last call, and what it means for this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from callwright.compose.model import Entry

LIFT: Final = 4.0
"""What puts a category first after a no or an order: more than the stage and the energy of an act count together."""

_OPEN: Final = frozenset({"open", "late", "not_kept"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody of the customer's promised. state: open, kept, late or not_kept."""

    who: str
    what: str
    state: str


@dataclass(frozen=True, slots=True)
class Last:
    """The last call. result: order, advance, continuation or no_sale. outcome of its objective: accomplished, fallback,
    partly or not. objective: its text. entry: the catalogue's id behind it. promises: what the customer promised."""

    result: str = ""
    outcome: str = ""
    objective: str = ""
    entry: str = ""
    promises: tuple[Promise, ...] = ()

    @property
    def outstanding(self) -> tuple[Promise, ...]:
        """Promises that are not kept yet."""
        return tuple(promise for promise in self.promises if promise.state in _OPEN)


def last_of(known: Mapping[str, Any] | None) -> Last:
    """Reads `call.last`: result, outcome, objective, entry, commitments (who, what, state); all optional."""
    known = known or {}
    promises = tuple(
        Promise(_text(raw, "who"), _text(raw, "what"), _text(raw, "state") or "open")
        for raw in known.get("commitments") or ()
        if isinstance(raw, Mapping) and _text(raw, "what")
    )
    result, outcome, objective, entry = (_text(known, name) for name in ("result", "outcome", "objective", "entry"))
    return Last(result, outcome, objective, entry, promises)


def _text(known: Mapping[str, Any], name: str) -> str:
    return str(known.get(name) or "").strip()


def done(entry: Entry, last: Last, text: str) -> bool:
    """Whether the last call has accomplished this already."""
    same = entry.id in last.entry.split("+") or (bool(last.objective) and _plain(text) == _plain(last.objective))
    return same and last.outcome == "accomplished"


def _plain(text: str) -> str:
    return " ".join(text.lower().strip(" .").split())


def lift(entry: Entry, last: Last) -> float:
    """How much the last call raises an entry: after a call without an advance, what costs the customer something."""
    if last.result == "continuation" and entry.category == "advance":
        return 0.6 * entry.energy
    if last.result == "no_sale" and entry.category in ("understand", "uncover"):
        return LIFT
    if last.result == "order" and entry.category == "uncover":
        return LIFT
    if last.outcome in ("not", "partly", "fallback") and entry.id in last.entry.split("+"):
        return -1.0 if last.outcome == "not" else 1.0
    return 0.0


def because(entry: Entry, last: Last) -> str:
    """What the last call adds to the reason for an entry; empty where it adds nothing."""
    if last.result == "continuation" and entry.category == "advance":
        return "The last call ended without a step of theirs, so ask for one. "
    if last.result == "no_sale" and entry.category in ("understand", "uncover"):
        return "They said no last time, so learn before you ask again. "
    if last.result == "order" and entry.category == "uncover":
        return "They have just ordered: a good day to ask what else. "
    return ""
