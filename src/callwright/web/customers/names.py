"""Names compared as people compare them: case, accents, blanks and legal forms aside."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from django.db import models

if TYPE_CHECKING:
    TextColumn = models.CharField[str, str]
else:
    TextColumn = models.CharField

_LEGAL = """ab ag as bv co company corp corporation gmbh group holding holdings inc incorporated limited llc llp lp
ltd nv oy plc pty sa sarl sas spa srl the and"""
LEGAL_FORMS: Final = frozenset(_LEGAL.split())
"""Words by which two spellings of one firm's name differ."""

LIKE: Final = 0.8
"""How like two bare names must be (0-1, difflib's ratio) to be worth a question."""

BEGINS: Final = 0.9
"""How like two names are of which one is the other with words added."""

LONGEST: Final = 200


def fold(text: str) -> str:
    """The text in small letters, without accents, each run of blanks as one space; what no database takes left out."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\x00", ""))
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


def bare(text: str) -> str:
    """A firm's name without punctuation and legal form: "Northfield Foods, Ltd." and "northfield foods" are one."""
    words = re.findall(r"\w+", fold(text).replace("'", "").replace("’", ""))
    return " ".join([word for word in words if word not in LEGAL_FORMS] or words)


class Likeness:
    """How like other bare names are to one: made once for a name, then asked for many."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._matcher = SequenceMatcher(None, "", name, autojunk=False)

    def to(self, other: str) -> float:
        """1 where it is the same, 0.9 or more where one is the other with words added, else difflib's ratio or 0."""
        if other == self._name:
            return 1.0
        begins = BEGINS if _begins(self._name, other) or _begins(other, self._name) else 0.0
        # The cheapest bound first: most names are told apart by their lengths or their letters.
        if 2 * min(len(other), len(self._name)) < LIKE * (len(other) + len(self._name)):
            return begins
        self._matcher.set_seq1(other)
        return max(begins, self._matcher.ratio()) if self._matcher.quick_ratio() >= LIKE else begins


def _begins(short: str, long: str) -> bool:
    return " " in short and long.startswith(f"{short} ")


class Derived(TextColumn):
    """A column that is always worked out from another one, `source`, before a row is written."""

    way = staticmethod(fold)

    def __init__(self, *args: Any, source: str = "name", **kwargs: Any) -> None:
        self.source = source
        super().__init__(*args, **{"max_length": LONGEST, "editable": False, "default": "", **kwargs})

    def deconstruct(self) -> Any:
        """What a migration writes down."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The value to write."""
        value = self.way(getattr(model_instance, self.source))[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class Folded(Derived):
    """A name as `fold` has it: for sorting, and for finding the same name again."""


class Bare(Derived):
    """A name as `bare` has it: for finding those that may be the same firm."""

    way = staticmethod(bare)
