"""Search over everything that is registered: every word typed begins a word of what is found, accents aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db import connection

from callwright.web.accounts.models import Member
from callwright.web.customers.index import Hit, Source, sources
from callwright.web.customers.index.setup import WAYS

MOST_WORDS: Final = 8
"""Words of a search that are looked for; more of them only narrow it further."""

EACH: Final = 8
"""Results shown of a kind."""


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first."""

    kind: str
    heading: str
    hits: tuple[Hit, ...]
    more: bool
    """Whether there are others than those shown."""


def words_of(typed: str) -> list[str]:
    """The words to look for."""
    return re.findall(r"[^\W_]+", typed)[:MOST_WORDS]


def found(member: Member, typed: str) -> list[Group]:
    """What begins with each of the words typed, by kind; one query for the index and one for each kind found."""
    places = _places(member, words_of(typed))
    groups = (_group(member, source, places[source.kind]) for source in sources() if source.kind in places)
    return [group for group in groups if group.hits]


def keys_of(member: Member, kind: str, typed: str, most: int) -> list[int]:
    """The keys of the rows of one kind that are found, best first."""
    return _places(member, words_of(typed), most)[kind]


def _places(member: Member, words: Iterable[str], most: int = EACH + 1) -> dict[str, list[int]]:
    keys: dict[str, list[int]] = defaultdict(list)
    way = WAYS[connection.vendor]
    wanted = way.expression(words)
    if wanted:
        with connection.cursor() as cursor:
            cursor.execute(way.FIND, [wanted, member.organization_id, most])
            for kind, key in cursor.fetchall():
                keys[kind].append(key)
    return keys


def _group(member: Member, source: Source, keys: list[int]) -> Group:
    rows = source.model.objects.of(member).filter(pk__in=keys).select_related(*source.related)
    if source.hidden:
        rows = rows.filter(**{source.hidden: None})
    by_key = {row.pk: row for row in rows}
    hits = tuple(source.show(by_key[key]) for key in keys if key in by_key)
    return Group(source.kind, source.heading, hits[:EACH], len(keys) > EACH)
