"""Specific: does it focus on something definite?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.model import Call
from callwright.smart.reading.model import Clause, Mark, Reading
from callwright.smart.rules.base import GUIDE, HUTHWAITE, SEED, Hit, Rule
from callwright.smart.rules.views import (
    broad,
    first,
    not_counted,
    not_firm,
    on_nothing,
    only,
    span_of,
    unbound,
    unknown,
)

_DEFINITE: Final = "The more specific a call objective is, the better: two colleagues should picture the same result."
_DISCRETE: Final = ("seller_activity", "service", "courtesy", "admin", "opinion", "belief", "target")
"""Acts that are definite, though they may fail elsewhere."""


def _vague(reading: Reading, call: Call) -> Iterator[Hit]:
    if len(reading.results) > 1 and first(reading, "purchase", "disclosure", "inquiry") is not None:
        return
    for clause in reading.results:
        for mark in reading.marked_in(
            clause.first, clause.last, "vague", "step", "direction", "result", "hedge", "limitless"
        ):
            if _without_shape(clause, mark):
                yield Hit(reading.span(mark.first, mark.last))
                return


def _without_shape(clause: Clause, mark: Mark) -> bool:
    """The clause is after the vague thing itself, even where somebody is to agree to it."""
    if clause.firm:
        return False
    agreed = clause.act.kind == "commitment" and mark.group == "step"
    return mark.group == "limitless" or agreed or clause.act.kind in {"push", "value", "unstated"}


def _broad(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = broad(reading)
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _not_the_close(reading: Reading, call: Call) -> Iterator[Hit]:
    if call.stage != "decision" or first(reading, "purchase") is not None or any(map(unknown, reading.results)):
        return
    clause = first(reading, "commitment")
    if clause is not None and not _next_step(reading, clause.act.lemma):
        return
    yield Hit(None)


def _next_step(reading: Reading, lemma: str) -> bool:
    return any(
        word in lemma for word in ("meeting", "demo", "appointment", "introduc", "refer", "trial", "pilot", "sample")
    )


def _act(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "commitment", "purchase")
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _fact(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "inquiry", "disclosure")
    if clause is not None and clause.firm and broad(reading) is None:
        yield Hit(span_of(reading, clause))


RULES: tuple[Rule, ...] = (
    Rule(
        "S01", "vague-result", "specific", "definite",
        title="The result could be anything",
        what="The result is 'next steps', 'progress', 'some interest' or the like, and nothing says what that will be.",
        why=_DEFINITE,
        poor="Agree on next steps",
        better="Get Dana to book a 45-minute demo with her two analysts for next week",
        exception="The vague word is only an aside and the line names a definite result elsewhere.",
        message="“{words}” could be anything: two colleagues would picture two different results.",
        bare="Two colleagues who read this would picture two different results.",
        question="What exactly will the customer do or decide, or which fact will you know, when the call ends?",
        find=_vague, principal=True,
    ),
    Rule(
        "S02", "broad-topic", "specific", "definite",
        title="A topic, not a fact",
        what="The line wants to understand needs, challenges, the business: a whole topic.",
        why="Knowing more is a good reason to call, but a topic has no edge: name the fact that you will have.",
        poor="Understand their needs",
        better="Learn the top three criteria by which she will choose a supplier",
        exception="A count or a data point bounds the topic ('their top two challenges', 'who signs').",
        message="“{words}” opens a whole topic. Which one fact in it would change what you do next?",
        question="Which one or two facts do you need: who, when, how much, which?",
        find=_broad,
    ),
    Rule(
        "S03", "open-ended-talk", "specific", "definite",
        title="An activity without an end",
        what="Discuss, explain, review, go over: the line names what will be talked about and not what comes of it.",
        why="An objective is the one thing that you need to accomplish; talking is how you get there.",
        poor="Discuss pricing",
        better="Have the CFO say which of the two price options she will take to the board",
        exception="The talk ends in an act of the customer or a fact in the same line.",
        message="“{words}” says what you will talk about, not what comes of it.",
        question="When you have talked about it, what should be settled?",
        find=only("open_activity", unless=_DISCRETE), source=GUIDE,
    ),
    Rule(
        "S04", "warm-feelings", "specific", "definite",
        title="A feeling is all it names",
        what="Rapport, trust, goodwill, interest: a mood is the result, and nothing that they would do.",
        why=_DEFINITE,
        poor="Build rapport with the buyer",
        better="Have the buyer name two colleagues we should meet",
        exception="A named concern is settled ('the escalator clause no longer stands in the way').",
        message="“{words}” is a mood. It does not say what will be different when you hang up.",
        question="If that goes well, what will they do that they would not do today?",
        find=only("relationship", unless=_DISCRETE, accept=unbound),
    ),
    Rule(
        "S05", "call-for-its-own-sake", "specific", "definite",
        title="The call itself is the aim",
        what="Visit, check in, touch base, follow up: making the call is all that the line asks.",
        why="The customer gives you some of his or her valuable time: make the most of it.",
        poor="Touch base with the plant manager",
        better="Get the plant manager to say which line he would test the new filter on",
        exception="The visit is only how you get there and the line goes on to say what you want.",
        message="“{words}” is done as soon as you have called. What do you want from the call?",
        question="Why this customer, today: what should be different afterwards?",
        find=only("contact", unless=_DISCRETE, accept=not_counted),
    ),
    Rule(
        "S06", "unnamed-progress", "specific", "definite",
        title="Forward, but to where",
        what="Move it forward, grow the account, add value: a direction without a place.",
        why="An advance is a definite step that the customer takes; a direction is not a step.",
        poor="Move the deal forward",
        better="Get Priya to put our proposal on the agenda of the 12 May board meeting",
        exception="The line says which step ('move the deal forward by getting the evaluation team named').",
        message="“{words}” says forward, but not to where.",
        question="Which step should the customer take next, and by when?",
        find=only("push", "value", unless=_DISCRETE, accept=not_firm), source=HUTHWAITE,
    ),
    Rule(
        "S07", "unnamed-interest", "specific", "definite",
        title="Interest, whatever that is",
        what="Create interest, raise awareness, get them excited: how you would know is not said.",
        why=_DEFINITE,
        poor="Create some excitement about the platform",
        better="Have the IT lead ask for a test account for two of his people",
        exception="A named concern is what is to be eased.",
        message="“{words}” could mean a nod or an order. Which is it?",
        question="What would somebody who is that interested do before the call ends?",
        find=only("feeling", unless=_DISCRETE, accept=on_nothing),
    ),
    Rule(
        "S08", "not-the-close", "specific", "closes",
        title="They can decide today, and you do not ask",
        what="The customer can say yes on this call, and the line neither asks for the decision nor clears its way.",
        why="If you can close the customer by asking him or her to buy, the objective should focus on that close.",
        poor="Get a second meeting (stage: decision)",
        better="Get the signature on the 12-month agreement today",
        exception="Something stands in the way of the decision and the line removes it.",
        message="They can say yes on this call. Then the objective should be the close, or what stands in its way.",
        question="What decision will you ask for, or what must be settled before they can give it?",
        find=_not_the_close, principal=True,
    ),
    Rule(
        "S09", "open-ended-care", "specific", "definite",
        title="Seeing how it goes",
        what="See how they are getting on, make sure that they are happy: no result is named.",
        why=_DEFINITE,
        poor="See how the new dishwasher is treating them",
        better="Ask which of the three sites is next for a dishwasher, and when",
        exception="A definite thing is put right or looked up ('check whether Tuesday's order arrived').",
        message="“{words}” can end anywhere. What would you like it to end in?",
        question="Apart from hearing that all is well, what do you want to come away with?",
        find=only("care", unless=_DISCRETE),
    ),
    Rule(
        "S20", "named-act", "specific", "definite",
        title="A definite act",
        what="The line names what the customer will do or decide.",
        why=_DEFINITE,
        poor="Move things along",
        better="Get her to sign the trial agreement",
        exception="The act is named but empty ('agree to something').",
        message="“{words}” is definite: anyone would know it when it happens.",
        find=_act, favours=True,
    ),
    Rule(
        "S21", "named-fact", "specific", "definite",
        title="A definite fact",
        what="The line names the fact that you will know.",
        why=_DEFINITE,
        poor="Find out more about them",
        better="Find out who signs orders above 10,000",
        exception="The fact is so wide that it is a topic.",
        message="“{words}” names a fact that you will have or not have.",
        find=_fact, favours=True, source=SEED,
    ),
)  # fmt: skip
