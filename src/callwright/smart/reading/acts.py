"""What a clause turns on: who acts, and what kind of act it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.causes import caused, subject
from callwright.smart.reading.clauses import is_verb
from callwright.smart.reading.lead import skip_lead
from callwright.smart.reading.line import REACH, Line
from callwright.smart.reading.model import Act, ActKind, Mark
from callwright.smart.reading.phrases import NOUN_KINDS, customer_kind, noun

_SELLER_KINDS: Final[dict[str, ActKind]] = {
    "inquiry": "inquiry", "probe": "probe", "uncover": "uncover", "show": "seller_activity", "open": "open_activity",
    "contact": "contact", "courtesy": "courtesy", "service": "service", "care": "care", "relationship": "relationship",
    "soothe": "feeling", "stir": "feeling", "persuade": "belief", "push": "push", "value": "value", "sell": "purchase",
    "settle": "commitment",
}  # fmt: skip
_PREFERENCE: Final = tuple(
    words_of(
        "sell, settle, inquiry, uncover, show, service, care, open, contact, courtesy, relationship, soothe, persuade,"
        " stir, push, value, probe, obtain, cause"
    )
)
"""Of two meanings of one verb, the first here stands."""
_CHECKING: Final = frozenset({"see", "check", "ask", "confirm", "make", "ensure", "verify"})
_HOLLOW: Final = frozenset(words_of("make sure, make certain, see, keep, leave, ensure, watch, hear, be sure, press"))
"""Verbs that bring nothing of themselves."""
_TIES: Final = frozenset({"sole", "exclusive", "only"})
_PLAIN: Final = frozenset(
    words_of("i, we, he, she, you, it, they, which, that, who, was, were, is, are, been, being, my, our")
)


def act_of(line: Line, first: int, last: int) -> Act:
    """The act of the clause at tokens first..last (exclusive); kind 'unstated' where nothing known is found."""
    start = skip_lead(line, first, last)
    if start < last and _says_no(line, start, last):
        return Act("unstated", "unstated", "", first, last)
    for reader in _READERS:
        act = reader(line, start, last) if start < last else None
        if act is not None:
            return act
    return Act("unstated", "unstated", "", first, last)


def _says_no(line: Line, start: int, last: int) -> bool:
    """'No asks', 'nothing more', 'not to sell': what the line is not after."""
    if line.tokens[start].norm not in {"no", "nothing", "without", "not"} or line.tokens[last - 1].norm == "?":
        return False
    return start + 1 >= last or line.tokens[start + 1].norm not in {"longer", "later", "or"}


def _question(line: Line, start: int, last: int) -> Act | None:
    """'Who signs?' or 'which sites': an answer is wanted."""
    mark = line.grammar(start, "question")
    if mark is None and not _asks(line, start, last):
        return None
    if _asks_after_service(line, start, last):
        return Act("seller", "care", "how is it going", start, last)
    found = noun(line, start, last, {("nouns", "admin"): "admin", ("nouns", "opening"): "uncover"})
    return Act("seller", found.kind if found else "inquiry", "ask", start, mark.last if mark else last)


def _asks(line: Line, start: int, last: int) -> bool:
    """It ends in a question mark, or opens like a question ('what are they using')."""
    if line.tokens[last - 1].norm == "?":
        return True
    opens = line.tokens[start].norm in {"what", "why", "how", "where", "does", "do", "is", "are"}
    return opens and start + 1 < last and line.grammar(start + 1, "auxiliary", "customer_pronoun") is not None


def _asks_after_service(line: Line, start: int, last: int) -> bool:
    """'How is the spreader treating you?' and not 'how many are running?'."""
    if line.group_at(start, "verbs_seller", "care"):
        return True
    return line.grammar(start, "question") is None and line.first_of(start, last, "state") is not None


def _participle(line: Line, start: int, last: int) -> Act | None:
    """'Order placed', 'signed contract', 'get the NDA signed'."""
    for place in range(start, min(last, start + REACH)):
        mark = line.verb(place, "verbs_customer")
        if mark is None or not line.past(mark) or not _closes_phrase(line, place, start, mark.last, last):
            continue
        kind = customer_kind(line, mark, last)
        if kind in {"commitment", "purchase", "disclosure"}:
            return Act("both", kind, mark.entry.lemma, place, mark.last, nominal=True)
    return None


def _closes_phrase(line: Line, place: int, start: int, after: int, last: int) -> bool:
    """The participle says what becomes of a thing, and is no attribute ('the signed copy', 'what I promised')."""
    if place == start:
        if any(form == "base" for _, form in line.tokens[place].forms):
            return False
        return after < last and not line.group_in(after, last, "nouns", "thing")
    before = line.tokens[place - 1]
    if line.opens_noun(place - 1) or before.norm in _PLAIN or line.grammar(place - 1, "preposition", "determiner"):
        return False
    if after < last and ("nouns" in line.covered[after] or "state" in line.covered[after]):
        return False
    shown = line.group_at(start, "verbs_seller", "show") is not None and not line.is_noun_too(start)
    if shown or line.group_in(start, place, "nouns", "thing"):
        return False
    return line.first_of(start, place, "nouns") is not None or line.first_of(start, place, "verbs_seller") is not None


def _own(line: Line, start: int, last: int) -> Act | None:
    """The seller's own verb, or an order to nobody in particular."""
    if line.tokens[start].norm in {"a", "an", "some", "the"} and start + 1 < last:
        start += _phrase_after_article(line, start)
    mark = seller_verb(line, start)
    if mark is None:
        return None
    if not (is_verb(line, start, last) or mark.last > start + 1 or _demo(line, mark, last)):
        return None
    if mark.last == last == start + 1 and mark.group in {"inquiry", "settle"}:
        return Act("seller", "unstated", "", start, last)
    if mark.group in {"obtain", "cause"}:
        return _obtained(line, mark, last)
    kind = _own_kind(line, mark, last)
    if mark.group in {"sell", "settle"} and _nothing(line, mark.last, last):
        kind = "unstated"
    return Act("seller", kind, mark.entry.lemma, mark.first, mark.last)


def _demo(line: Line, mark: Mark, last: int) -> bool:
    """'Demo mobile deposits to the bookkeeper': a noun as often as a verb, here with an object after it."""
    if mark.group != "show" or mark.last >= last:
        return False
    after = mark.last
    return not line.grammar(after, "preposition") and not any(line.past(verb) for verb in line.verbs(after))


def _being(line: Line, start: int, last: int) -> Act | None:
    """'Be good company', 'be the one they ring': what somebody is to them."""
    if line.tokens[start].norm != "be" or start + 1 >= last or seller_verb(line, start) is not None:
        return None
    if not line.opens_noun(start + 1) and any(True for _ in line.verbs(start + 1)):
        return None
    return Act("seller", "relationship", "be", start, start + 1)


def _describes(line: Line, start: int, last: int) -> Act | None:
    """'He has been a bit off with us', 'they are old': how things are, and not what is wanted."""
    if line.tokens[start].norm not in {"he", "she", "they", "it"} or start + 1 >= last:
        return None
    if line.tokens[start + 1].norm not in {"is", "are", "was", "were", "has", "had"}:
        return None
    return Act("unstated", "unstated", "", start, last)


def _phrase_after_article(line: Line, start: int) -> int:
    mark = seller_verb(line, start)
    after = seller_verb(line, start + 1)
    return int((mark is None or mark.last == start + 1) and after is not None and after.last > start + 2)


def _nothing(line: Line, place: int, last: int) -> bool:
    return place < last and line.tokens[place].norm in {"nothing", "no"}


def seller_verb(line: Line, start: int) -> Mark | None:
    """What the verb at `start` means when the seller acts; the first of _PREFERENCE where it means several things."""
    marks = line.at[start].get("verbs_seller", ())
    return min(marks, key=lambda mark: _PREFERENCE.index(mark.group), default=None)


def _own_kind(line: Line, mark: Mark, last: int) -> ActKind:
    kind = _SELLER_KINDS[mark.group]
    if mark.entry.lemma.split()[0] in _CHECKING and _checks_on(line, mark, last):
        return "service" if line.group_in(mark.last, last, "state", "event") else "care"
    if kind == "relationship" and _alone(line, mark, last):
        return "purchase"
    if kind not in {"inquiry", "commitment", "probe"}:
        return kind
    if line.group_in(mark.last, last, "nouns", "admin") and not line.group_in(mark.last, last, "nouns", "terms"):
        return "admin"
    opening = kind != "commitment" and line.group_in(mark.last, last, "nouns", "opening")
    return "uncover" if opening else kind


def _alone(line: Line, mark: Mark, last: int) -> bool:
    """'Become their sole supplier' asks for an exclusive tie."""
    becoming = mark.entry.lemma.startswith(("become", "be ", "turn into"))
    return becoming and any(line.tokens[place].norm in _TIES for place in range(mark.first, last))


def _checks_on(line: Line, mark: Mark, last: int) -> bool:
    """'See whether it is behaving': asks after what they have, and for no data point."""
    if any(line.grammar(place, "question") for place in range(mark.last, last) if line.tokens[place].norm != "whether"):
        return False
    return line.first_of(mark.last, last, "state") is not None


def _obtained(line: Line, mark: Mark, last: int) -> Act:
    found = noun(line, mark.last, last, NOUN_KINDS)
    asked = any(line.grammar(place, "question") for place in range(mark.last, last))
    if found is None or (asked and found.kind not in {"commitment", "purchase", "inquiry", "admin"}):
        kind: ActKind = "inquiry" if asked else "unstated"
        lemma = "" if mark.entry.lemma in _HOLLOW and not asked else mark.entry.lemma
        return Act("seller", kind, lemma, mark.first, mark.last)
    kind = _emptied(line, found, last)
    return Act("both", kind, found.lemma, found.first, found.last, nominal=True)


def _emptied(line: Line, found: Act, last: int) -> ActKind:
    """'A commitment to a positive relationship' and 'agreement that our quality matters' are not commitments."""
    if found.kind != "commitment":
        return found.kind
    if found.last < last and line.tokens[found.last].norm == "that" and found.lemma in {"agreement", "confirmation"}:
        return "opinion"
    after = range(found.last, min(found.last + 5, last))
    if any(line.group_at(place, "feelings", "noun") or line.group_at(place, "scope", "goal") for place in after):
        return "relationship"
    return found.kind


def _noun_phrase(line: Line, start: int, last: int) -> Act | None:
    """No verb: 'name of whoever signs', 'next steps', 'a warm glow'."""
    return noun(line, start, last, NOUN_KINDS)


def _any_verb(line: Line, start: int, last: int) -> Act | None:
    """A verb further in, when nothing better was found."""
    for place in range(start, last):
        mark = seller_verb(line, place)
        known = mark is not None and mark.form != "past" and mark.group not in {"obtain", "cause"}
        if mark is not None and known and is_verb(line, place, last):
            return Act("seller", _own_kind(line, mark, last), mark.entry.lemma, mark.first, mark.last)
    return None


_READERS: Final[tuple[Callable[[Line, int, int], Act | None], ...]] = (
    _question, _being, caused, subject, _describes, _participle, _own, _noun_phrase, _any_verb,
)  # fmt: skip
