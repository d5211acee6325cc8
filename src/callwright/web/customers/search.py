"""Search over everything that is registered: every word typed begins a word of what is found, accents aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
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
    places = _places(member, words_of(typed), sources(), EACH + 1)
    groups = (_group(member, source, places[source.kind]) for source in sources() if source.kind in places)
    return [group for group in groups if group.hits]


def keys_of(member: Member, kind: str, typed: str, most: int) -> list[int]:
    """The keys of the rows of one kind that are found, best first."""
    return _places(member, words_of(typed), [one for one in sources() if one.kind == kind], most)[kind]


def _places(member: Member, words: Iterable[str], wanted: Iterable[Source], most: int) -> dict[str, list[int]]:
    """The keys of what is found, by kind: of what the member sees, so that nothing else takes its place."""
    keys: dict[str, list[int]] = defaultdict(list)
    way = WAYS[connection.vendor]
    expression = way.expression(words)
    if expression:
        seen, asked = ("", []) if member.sees_all else _seen(member, way, wanted)
        with connection.cursor() as cursor:
            cursor.execute(way.FIND.format(seen=seen), [expression, member.organization_id, *asked, most])
            for kind, key in cursor.fetchall():
                keys[kind].append(key)
    return keys


def _seen(member: Member, way: ModuleType, wanted: Iterable[Source]) -> tuple[str, list[Any]]:
    """The condition, in SQL, that a row of the index is one that the member sees; and what fills its places."""
    either, asked = ["1 = 0"], list[Any]()
    for source in wanted:
        with suppress(EmptyResultSet):  # a kind that the member sees nothing of
            rows, values = source.model.objects.of(member).order_by().values("pk").query.sql_with_params()
            either.append(way.SEEN.format(rows=rows))
            asked += [source.kind, *values]
    return f" AND ({' OR '.join(either)})", asked


def _group(member: Member, source: Source, keys: list[int]) -> Group:
    rows = source.model.objects.of(member).filter(pk__in=keys).select_related(*source.related)
    if source.told:
        rows = rows.with_sight(member, **source.told)
    if source.hidden:
        rows = rows.filter(**{source.hidden: None})
    by_key = {row.pk: row for row in rows}
    hits = tuple(source.show(by_key[key]) for key in keys if key in by_key)
    return Group(source.kind, source.heading, hits[:EACH], len(keys) > EACH)
