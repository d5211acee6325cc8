"""Realistic: can it reasonably be accomplished on this call, given where the customer stands?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from callwright.smart.lexicon.roles import standing
from callwright.smart.model import Call
from callwright.smart.reading.model import Clause, Reading, Span
from callwright.smart.rules.asks import FREE, authority, purchase, receiver
from callwright.smart.rules.base import GUIDE, HUTHWAITE, MILLER_HEIMAN, Find, Hit, Rule
from callwright.smart.rules.scope import everything, target, years
from callwright.smart.rules.timing import after_call
from callwright.smart.rules.views import first, span_all, span_of

_REASON: Final = "Can you reasonably accomplish this during the call? The customer may need time to evaluate."
_ONE_CALL: Final = "An objective is what you can accomplish on one call; years of work go into this one."
_GULF: Final = 2
"""So many levels of standing between what it takes and who is there make it plain that they cannot grant it."""
_EARLY: Final = frozenset({"introduction", "needs"})


def _too_early(reading: Reading, call: Call) -> Iterator[Hit]:
    if call.stage not in _EARLY and not call.first_meeting and not any(reading.marked("time", "first_time")):
        return
    clause = purchase(reading)
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _beyond_them(reading: Reading, call: Call) -> Iterator[Hit]:
    levels = [standing(who) for who in call.attendees]
    known = [level for level in levels if level is not None]
    if not known or len(known) < len(levels):
        return
    clause, needed = authority(reading)
    if clause is not None and len(reading.results) == 1 and needed - max(known) >= _GULF:
        yield Hit(span_of(reading, clause), {"who": ", ".join(call.attendees)})


def _wrong_person(reading: Reading, call: Call) -> Iterator[Hit]:
    clause, needed = authority(reading)
    who = None if clause is None else receiver(reading, clause)
    if who is not None and who.standing == 0 and needed > _GULF and len(reading.results) == 1:
        yield Hit((who.start, who.end))


def _at(span_of_line: Callable[[Reading], Span | None]) -> Find:
    """Finds the one span that the function names, if it names one."""

    def find(reading: Reading, call: Call) -> Iterator[Hit]:
        span = span_of_line(reading)
        if span is not None:
            yield Hit(span)

    return find


def _left_to_chance(reading: Reading) -> Span | None:
    """The result lies after the call, and no act of the customer's is named that would bring it."""
    return None if any(clause.act.actor == "customer" for clause in reading.results) else after_call(reading)


def _for_ever(reading: Reading, call: Call) -> Iterator[Hit]:
    if any(_settles(clause) for clause in reading.results):
        return
    for mark in reading.marked("time", "for_ever"):
        yield Hit(reading.span(mark.first, mark.last))
        return


def _settles(clause: Clause) -> bool:
    return clause.act.kind in {"commitment", "purchase", "disclosure", "inquiry"}


def _fallback(reading: Reading, call: Call) -> Iterator[Hit]:
    if reading.fallback is not None:
        yield Hit(reading.fallback)


def _small_step(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "commitment")
    if call.stage not in _EARLY or clause is None or not reading.said_in(clause) & FREE:
        return
    if purchase(reading) is None and not any(_beyond_them(reading, call)) and _within_reach(reading):
        yield Hit(span_all(reading, clause))


def _within_reach(reading: Reading) -> bool:
    """Neither everything, nor a target, nor left to chance."""
    return everything(reading) is None and target(reading) is None and after_call(reading) is None


RULES: tuple[Rule, ...] = (
    Rule(
        "R01", "purchase-too-early", "realistic", "purchase",
        title="A purchase before its time",
        what="It asks for an order, a contract or an exclusive tie on a first meeting, or from somebody who is only "
        "getting to know us or their need.",
        why="If you are introducing a product for the first time, it may be unreasonable to believe that they will "
        "immediately start buying it.",
        poor="Get the order (stage: introduction)",
        better="Get her to test a sample on one line and to set the day on which we look at the result",
        exception="A sample, a trial at no charge, a meeting or a referral is not a purchase.",
        message="“{words}” asks them to buy before they have had time to weigh it up.",
        bare="This asks them to buy before they have had time to weigh it up.",
        question="What smaller step could they take today that would bring the order nearer?",
        find=_too_early, principal=True,
    ),
    Rule(
        "R02", "beyond-their-standing", "realistic", "authority",
        title="Not theirs to give",
        what="Nobody who is known to attend could grant it.",
        why=_REASON,
        poor="Get the contract signed (attending: receptionist)",
        better="Learn from the receptionist who signs contracts, and when he can be reached",
        exception="They can bring it about: carry it to the person who decides.",
        message="“{words}” is more than {who} can give.",
        bare="This is more than anybody who is known to attend can give.",
        question="What can the people who will be there say yes to, or whom can they take you to?",
        find=_beyond_them, source=GUIDE, principal=True,
    ),
    Rule(
        "R03", "wrong-person", "realistic", "wrong_person",
        title="The wrong person for it",
        what="The line itself asks somebody for what plainly is not theirs to grant.",
        why=_REASON,
        poor="Have the receptionist sign the lease",
        better="Have the receptionist put us in the diary of whoever signs the lease",
        exception="They only pass it on.",
        message="“{words}” is unlikely to be the one who can say yes to that.",
        bare="The person named is unlikely to be the one who can say yes to that.",
        question="Who can grant it, and what can this person do to get you there?",
        find=_wrong_person, source=GUIDE, principal=True,
    ),
    Rule(
        "R04", "work-of-years", "realistic", "impossible",
        title="The work of years",
        what="Trusted adviser, partner of choice, friend for life: no single call makes you that.",
        why=_ONE_CALL,
        poor="Become their trusted adviser",
        better="Have the CFO ask us for a second opinion on one contract",
        exception="It is background, and the line names a step towards it.",
        message="“{words}” is the work of years. What is this call's share of it?",
        bare="No single call can bring that about. What is this call's share of it?",
        question="Which one step towards it can the customer take today?",
        find=_at(years), principal=True,
    ),
    Rule(
        "R05", "target-of-a-period", "realistic", "impossible",
        title="A target for a period",
        what="Quota, share, revenue, satisfaction scores: it adds up over many calls.",
        why=_ONE_CALL,
        poor="Reach 60% share of their spend",
        better="Get her to move the fastener order to us for the April run",
        exception="The figure is only asked for, not to be reached.",
        message="“{words}” adds up over many calls. This call can bring one part of it.",
        question="Which single order, yes or introduction would this call add to it?",
        find=_at(target), source=GUIDE,
    ),
    Rule(
        "R06", "everything-at-once", "realistic", "impossible",
        title="Everything at once",
        what="Every objection, all twelve members, everything there is to know.",
        why=_REASON,
        poor="Resolve every objection of the committee",
        better="Hear the chair say that the warranty is no longer an objection",
        exception="'All' only counts a few ('all three of them').",
        message="“{words}” is more than one call holds. Which one matters most?",
        question="If you could settle only one of them today, which would it be?",
        find=_at(everything), source=GUIDE,
    ),
    Rule(
        "R07", "for-ever", "realistic", "impossible",
        title="For ever",
        what="For life, always, over the years: nobody can promise or see that on a call.",
        why=_ONE_CALL,
        poor="Keep them as a customer for life",
        better="Get the renewal signed for two years",
        exception="Something is agreed on the call ('agrees for good').",
        message="“{words}” is longer than any call can see.",
        question="What can they agree to today that points that way?",
        find=_for_ever,
    ),
    Rule(
        "R08", "out-of-your-hands", "realistic", "impossible",
        title="Out of your hands when you hang up",
        what="The result comes about after the call, and nothing that is agreed on the call would bring it.",
        why=_REASON,
        poor="PO from Lindqvist by Friday",
        better="Lindqvist promises the PO by Friday",
        exception="They promise it while you are there.",
        message="“{words}” is settled when you are gone. What can you have while you are there?",
        question="What will they promise on the call, so that it comes about?",
        find=_at(_left_to_chance), source=GUIDE,
    ),
    Rule(
        "R20", "fallback-ready", "realistic", "purchase",
        title="A fallback is ready",
        what="The line says what you will settle for if the first does not come off.",
        why="A best and a least acceptable step, planned beforehand, keep a call from ending with nothing.",
        poor="Get the order",
        better="Get the order; failing that, a date for the board's decision",
        exception="The fallback is not a step of the customer's.",
        message="Good to have “{words}” ready: the call need not end with nothing.",
        find=_fallback, source=MILLER_HEIMAN, favours=True,
    ),
    Rule(
        "R21", "step-that-fits", "realistic", "purchase",
        title="A step that fits the stage",
        what="Early on, the line asks for a step and not for the purchase.",
        why="An advance that is planned to fit where the customer stands is one that they can say yes to.",
        poor="Sell the licence (stage: needs)",
        better="Get a yes to a free two-week test (stage: needs)",
        exception="It asks for more than those who attend can give.",
        message="For where they stand, “{words}” is a step that they can say yes to.",
        find=_small_step, source=HUTHWAITE, favours=True,
    ),
)  # fmt: skip
