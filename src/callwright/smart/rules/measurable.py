"""Measurable: is there a way to determine whether it was accomplished?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.model import Call
from callwright.smart.reading.model import Clause, Reading
from callwright.smart.rules.base import GUIDE, HUTHWAITE, MILLER_HEIMAN, Hit, Rule
from callwright.smart.rules.views import broad, first, not_counted, not_firm, only, span_of

_MEASURE: Final = "You need to be able to tell, after the call, whether you accomplished it."
_DISCRETE: Final = ("seller_activity", "service", "courtesy", "admin", "opinion", "target")
"""Acts that can be checked, though they may fail elsewhere."""


def _degree(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "probe") or _understands_why(reading)
    if clause is None or first(reading, "commitment", "purchase", "disclosure") is not None:
        return
    if clause.asked and not clause.counted:
        yield Hit(span_of(reading, clause))


def _understands_why(reading: Reading) -> Clause | None:
    """'Understand why guests walk past': reasons without a count."""
    for clause in reading.results:
        if clause.act.lemma == "understand" and "why" in reading.said_in(clause):
            return clause
    return None


def _no_step(reading: Reading, clause: Clause) -> bool:
    """A direction, and not a step that is to be agreed ('some kind of commitment' comes or does not)."""
    return not_firm(reading, clause) and not any(reading.marked_in(clause.act.first, clause.act.last, "vague", "step"))


def _topic(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = broad(reading)
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _act(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "commitment", "purchase", "disclosure")
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _number(reading: Reading, call: Call) -> Iterator[Hit]:
    for quantity in reading.quantities:
        if quantity.kind != "duration":
            yield Hit((quantity.start, quantity.end))
            return


def _data_point(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "inquiry")
    if clause is not None and clause.firm:
        yield Hit(span_of(reading, clause))


RULES: tuple[Rule, ...] = (
    Rule(
        "M01", "degree-word", "measurable", "measurable",
        title="More, but how much",
        what="A better feel, a clearer picture, more insight: a degree that nobody can check.",
        why=_MEASURE,
        poor="Better understand why they left their last supplier",
        better="Learn the two reasons why they left their last supplier",
        exception="A count, a name or a number says how much.",
        message="“{words}” is a matter of degree: it is always a little true and never quite done.",
        bare="There is no point at which anyone could say: that was it, yes or no.",
        question="What will you see, hear or hold that tells you it worked?",
        find=_degree, principal=True,
    ),
    Rule(
        "M02", "unbounded-knowledge", "measurable", "measurable",
        title="Knowledge without an edge",
        what="Needs, challenges, how they work: nobody could say when you know it.",
        why="If you want to uncover a need, you can measure it by whether you found one that your product can satisfy.",
        poor="Explore their challenges",
        better="Uncover at least one need that our product can satisfy",
        exception="The list is counted or bounded ('top three', 'at least one', 'which').",
        message="“{words}”: when would you know enough? Give it a count or a single question.",
        question="How many, or which one, would be enough to call it done?",
        find=_topic,
    ),
    Rule(
        "M03", "talk-without-end", "measurable", "measurable",
        title="Talk has no finishing line",
        what="Discuss, explain, go over, talk about: there is no point at which it is accomplished.",
        why=_MEASURE,
        poor="Go over the proposal",
        better="Go over the proposal until she says which of the three options she wants priced",
        exception="The line says what the talk ends in.",
        message="“{words}” has no finishing line: you could do it for an hour and not be done.",
        question="What will they say at the end that shows the talk has done its work?",
        find=only("open_activity", unless=_DISCRETE), source=GUIDE,
    ),
    Rule(
        "M04", "state-of-mind", "measurable", "measurable",
        title="A state of mind cannot be checked",
        what="Comfortable, excited, reassured, interested: what somebody feels is not heard or seen.",
        why=_MEASURE,
        poor="Put the CFO's mind at rest about the rollout",
        better="Hear the CFO say that the rollout plan no longer holds up her decision",
        exception="The customer says it, or does something that shows it.",
        message="You cannot see “{words}”. You can hear a sentence or watch somebody act.",
        question="What will they say or do that tells you they feel that way?",
        find=only("feeling", unless=_DISCRETE), source=MILLER_HEIMAN,
    ),
    Rule(
        "M05", "warm-relationship", "measurable", "measurable",
        title="A relationship has no reading",
        what="Rapport, trust, being liked, staying top of mind: nobody can say whether it came about.",
        why=_MEASURE,
        poor="Strengthen the relationship with procurement",
        better="Get procurement to invite us to the May supplier day",
        exception="It shows in an act that the line names.",
        message="“{words}”: on the way back to the car, how would you know you had it?",
        question="Which small thing would they do that only somebody who trusts us does?",
        find=only("relationship", unless=_DISCRETE),
    ),
    Rule(
        "M06", "looking-in", "measurable", "measurable",
        title="Looking in leaves nothing to measure",
        what="Check in, touch base, follow up, stay in touch: whatever happens, it is done.",
        why=_MEASURE,
        poor="Follow up on the quote",
        better="Get a yes or a no on the quote, or the one change that would make it a yes",
        exception="A discrete act or a fact comes of it.",
        message="“{words}” succeeds whatever happens, so it tells you nothing.",
        question="What would make you say afterwards that the call was worth it?",
        find=only("contact", unless=_DISCRETE, accept=not_counted), source=HUTHWAITE,
    ),
    Rule(
        "M07", "progress-without-a-mark", "measurable", "measurable",
        title="Progress without a mark",
        what="Progress, momentum, value, buy-in: nothing marks that it was reached.",
        why=_MEASURE,
        poor="Gain some traction with the design team",
        better="Have the design team send us the drawing of one part to quote on",
        exception="The line names the step, or the number.",
        message="“{words}” has no mark on it: who would say whether you got there?",
        question="Which step of theirs would be the proof?",
        find=only("push", "value", unless=_DISCRETE, accept=_no_step), source=HUTHWAITE,
    ),
    Rule(
        "M08", "all-is-well", "measurable", "measurable",
        title="All is well",
        what="See how it is going, make sure that they are satisfied: how well is well enough is not said.",
        why=_MEASURE,
        poor="Make sure they are happy with the onboarding",
        better="Get a score out of ten for the onboarding, and the one thing that would add a point",
        exception="One thing is looked up or put right.",
        message="“{words}”: how well would be well enough?",
        question="Which answer of theirs would you write down?",
        find=only("care", unless=_DISCRETE),
    ),
    Rule(
        "M09", "belief", "measurable", "measurable",
        title="A belief stays in the head",
        what="They think, understand, realise, are convinced: nobody sees it.",
        why=_MEASURE,
        poor="Convince Lena that our lead times are shorter",
        better="Hear Lena say which of the two lead times she would plan with",
        exception="They say it aloud, or act on it.",
        message="“{words}” stays inside a head. What would you hear?",
        question="Which sentence or act would show that they see it so?",
        find=only("belief", unless=_DISCRETE),
    ),
    Rule(
        "M20", "act-to-hear", "measurable", "measurable",
        title="Something they do or say",
        what="The customer agrees, signs, books, names or says: anyone who listened could tell.",
        why=_MEASURE,
        poor="Make him comfortable",
        better="Hear him say yes to the trial",
        exception="What they do is only to feel or to think something.",
        message="“{words}” is something you can hear or see.",
        find=_act, favours=True,
    ),
    Rule(
        "M21", "number", "measurable", "measurable",
        title="A number",
        what="A number, a sum or a share stands in the line.",
        why=_MEASURE,
        poor="Get a few referrals",
        better="Get two referrals",
        exception="The number only describes ('their 40 branches').",
        message="“{words}” can be counted.",
        find=_number, favours=True,
    ),
    Rule(
        "M22", "data-point", "measurable", "measurable",
        title="A data point",
        what="Who, when, how much, which, whether: afterwards you know it or you do not.",
        why=_MEASURE,
        poor="Learn about their buying process",
        better="Learn who signs and on what date they decide",
        exception="It is known only to a degree ('get a feel for what they spend').",
        message="“{words}”: afterwards you know it or you do not.",
        find=_data_point, favours=True,
    ),
)  # fmt: skip
