"""Reading the catalogue: the entries that ship, and those that a team adds in a file of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from callwright.compose.model import Entry
from callwright.smart import CATEGORIES, STAGES, CallwrightError

FILES: Final = (
    "introduction", "needs", "evaluation", "concerns", "decision", "customer",
    "facts_buying", "facts_value", "facts_people", "openings", "gatekeepers",
)  # fmt: skip

_FIELDS: Final = {field.name: field for field in fields(Entry)}
_LISTS: Final = frozenset({"stages", "unless", "industries", "nowhere", "frames"})
_BOUNDS: Final = {"standing": (0, 3), "minutes": (1, 240), "energy": (1, 3), "below": (1, 4), "down_to": (0, 3)}


class BadCatalogue(CallwrightError):
    """A catalogue file cannot be used; the message names the file, the entry and what is wrong with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Every entry, in a fixed order, with the words by which an industry is known from the product."""

    entries: tuple[Entry, ...]
    industries: Mapping[str, tuple[str, ...]]

    def entry(self, name: str) -> Entry:
        """The entry with this id. Raises KeyError."""
        return next(entry for entry in self.entries if entry.id == name) if name in self.ids else _missing(name)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all entries."""
        return frozenset(entry.id for entry in self.entries)

    def extended(self, path: Path) -> Catalogue:
        """This catalogue with a team's own file; an entry with a known id takes the place of the one that ships.

        Raises BadCatalogue.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadCatalogue(f"{path}: cannot be read ({error})") from error
        own = {entry.id: entry for entry in entries_of(text, str(path))}
        kept = tuple(entry for entry in self.entries if entry.id not in own)
        return Catalogue((*own.values(), *kept), self.industries)


def _missing(name: str) -> Entry:
    raise KeyError(f"no entry {name!r} in the catalogue")


@cache
def default() -> Catalogue:
    """The catalogue as it ships; read once."""
    entries = tuple(entry for name in FILES for entry in entries_of(_text(name), f"{name}.toml"))
    words = tomllib.loads(_text("industries"))
    return Catalogue(entries, {name: tuple(known["words"]) for name, known in words.items()})


def _text(name: str) -> str:
    return (resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8")


def entries_of(text: str, where: str) -> Iterator[Entry]:
    """The entries of a catalogue file. where: how messages name it. Raises BadCatalogue."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadCatalogue(f"{where}: {error}") from error
    for category, raw in tables.items():
        if category not in CATEGORIES:
            raise BadCatalogue(f"{where}: [[{category}]] is not one of {', '.join(CATEGORIES)}")
        for one in raw:
            yield _entry(category, one, f"{where}, entry {one.get('id', '(without id)')!r}")


def _entry(category: str, raw: dict[str, Any], where: str) -> Entry:
    _check_names(raw, where)
    _check_values(raw, where)
    values = {name: tuple(value) if name in _LISTS else value for name, value in raw.items()}
    return Entry(category=category, **values)  # type: ignore[arg-type]


def _check_names(raw: dict[str, Any], where: str) -> None:
    needed = {name for name, field in _FIELDS.items() if field.default is MISSING} - {"category"}
    if missing := sorted(needed - raw.keys()):
        raise BadCatalogue(f"{where}: {', '.join(missing)} is missing")
    if unknown := sorted(raw.keys() - _FIELDS.keys()):
        raise BadCatalogue(f"{where}: {', '.join(unknown)} is not a field of an entry")
    if bool(raw.get("do")) == bool(raw.get("know")):
        raise BadCatalogue(f"{where}: it takes either do (what the customer does) or know (the fact), and not both")


def _check_values(raw: dict[str, Any], where: str) -> None:
    if not raw["stages"] or not set(raw["stages"]) <= set(STAGES):
        raise BadCatalogue(f"{where}: stages takes some of {', '.join(STAGES)}")
    for name, (low, high) in _BOUNDS.items():
        value = raw.get(name, low)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise BadCatalogue(f"{where}: {name} is {value!r}; it takes a whole number from {low} to {high}")
