"""Action-oriented: does it advance the customer in the buying process, or expand what we know?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.model import Call
from callwright.smart.reading.model import Reading
from callwright.smart.rules.base import GUIDE, HUTHWAITE, Hit, Rule
from callwright.smart.rules.views import first, moves, only, span_of

_ADVANCE: Final = "An objective gets the customer to act, expands what you understand, or uncovers another opportunity."
_SERVICE: Final = "It may be a good customer-service objective, but it is not a good sales call objective."


def _moving(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "commitment", "purchase")
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _learning(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "inquiry", "disclosure", "probe")
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _more_to_sell(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "uncover")
    if clause is not None:
        yield Hit(span_of(reading, clause))


def _admin(reading: Reading, call: Call) -> Iterator[Hit]:
    clause = first(reading, "admin")
    if clause is not None and not moves(reading):
        yield Hit(span_of(reading, clause))


RULES: tuple[Rule, ...] = (
    Rule(
        "A01", "seller-does-it-all", "action_oriented", "action",
        title="Only the seller acts",
        what="Present, demonstrate, send, hand over: the line says what you do, and nothing that the customer does.",
        why=_ADVANCE + " If only the seller will do something, the sale has not moved.",
        poor="Present the new catalogue",
        better="Present the new catalogue and have her pick the two lines to try",
        exception="An act of the customer or a fact comes of it in the same line.",
        message="“{words}” is your move. What is theirs?",
        bare="As it stands nothing here moves the customer on, and nothing new is learned.",
        question="Once you have done that, what do you want the customer to do?",
        find=only("seller_activity"), source=HUTHWAITE, principal=True,
    ),
    Rule(
        "A02", "talking-only", "action_oriented", "action",
        title="Only talk",
        what="Discuss, explain, answer, remind: you talk, they listen.",
        why=_ADVANCE,
        poor="Explain the rebate",
        better="Explain the rebate and get his yes to the volume that earns it",
        exception="The talk ends in an act or a fact.",
        message="“{words}” keeps you busy. It does not move the customer.",
        question="What should they do, say or decide because you talked about it?",
        find=only("open_activity"),
    ),
    Rule(
        "A03", "visit-for-its-own-sake", "action_oriented", "action",
        title="The visit is the point",
        what="Visit, stop by, introduce yourself, stay in touch, follow up: making the call is itself the aim.",
        why="Simply making a call on a customer is not action-oriented.",
        poor="Introduce myself to the new head of IT",
        better="Get the new head of IT to say which supplier contracts end this year",
        exception="The visit ends in an act or a fact.",
        message="“{words}” is a reason to be there, not a result. Simply making the call moves nobody.",
        question="What will the customer do next because you called?",
        find=only("contact", "courtesy"),
    ),
    Rule(
        "A04", "service-call", "action_oriented", "action",
        title="Customer service",
        what="See how it is going, check that they are happy, train a user, fix a fault.",
        why="Checking in to determine how the product is working: " + _SERVICE,
        poor="Check how the new scanners are working",
        better="Check how the scanners are working and get two more wards named that need them",
        exception="The service ends in an act of the customer or a fact about them.",
        message="“{words}” looks after what they have. That is service, and worth doing; the sale does not move by it.",
        question="While you are there, what could they agree to, tell you or lead you to?",
        find=only("service", "care"),
    ),
    Rule(
        "A05", "keeping-it-warm", "action_oriented", "action",
        title="Keeping it warm",
        what="Rapport, trust, goodwill, lunch, being liked: the relationship is the result.",
        why=_ADVANCE,
        poor="Have lunch with Henri to keep things friendly",
        better="Over lunch, get Henri to name the date on which he reviews suppliers",
        exception="The warmth leads to an act that the line names.",
        message="“{words}” keeps things warm, and leaves the sale where it is.",
        question="What could you ask for that a warm relationship makes easy?",
        find=only("relationship"),
    ),
    Rule(
        "A06", "feeling-as-result", "action_oriented", "action",
        title="A feeling is the result",
        what="Comfortable, excited, at ease, interested: they feel something, and do nothing.",
        why=_ADVANCE,
        poor="Make her comfortable with the lead times",
        better="Have her say that the lead times are no longer a reason to wait",
        exception="They say that the concern is settled, or drop it.",
        message="“{words}” happens inside somebody. What would they do about it?",
        question="What will they say or do once they feel that way?",
        find=only("feeling"), source=GUIDE,
    ),
    Rule(
        "A07", "opinion-as-result", "action_oriented", "action",
        title="An opinion is the result",
        what="They agree that we are good, admit that ours is better, see the value.",
        why="An opinion costs nothing and binds nobody; an advance is something that they do.",
        poor="Get him to agree that our quality is good",
        better="Get him to send the comparison to the purchasing committee",
        exception="What they say settles a named concern.",
        message="“{words}” is an opinion. It is pleasant to hear and moves nothing.",
        question="If they do think so, what can you ask them to do?",
        find=only("opinion", "belief"), source=GUIDE,
    ),
    Rule(
        "A08", "admin-fact", "action_oriented", "action",
        title="A detail for the file",
        what="An address, dock hours, a spelling, a VAT number: it tells nothing of how or why they buy.",
        why="Expanding your understanding means what is important to the customer and brings him or her value.",
        poor="Confirm the delivery address",
        better="Confirm the delivery address and learn which other sites order for themselves",
        exception="The detail opens a door ('the direct line of the person who signs').",
        message="“{words}” is a detail for the file. A mail would bring it.",
        question="Which fact about what they need or how they decide could you bring back instead?",
        find=_admin, source=GUIDE,
    ),
    Rule(
        "A09", "nobody-acts", "action_oriented", "action",
        title="Nobody is said to act",
        what="Add value, win mindshare, a score of nine by December: nobody is said to do anything.",
        why=_ADVANCE,
        poor="Add value for the client",
        better="Get the client to say which of our two savings ideas he will try",
        exception="The sale is what moves ('move the deal to the next stage').",
        message="“{words}” names no step of the customer's.",
        question="Who on their side should do what?",
        find=only("value", "target"),
    ),
    Rule(
        "A20", "customer-moves", "action_oriented", "action",
        title="The customer acts",
        what="They agree, sign, book, choose, introduce: a step that moves them on.",
        why=_ADVANCE,
        poor="Send the quote",
        better="Get her to say yes or no to the quote",
        exception="The act is a favour and not a step ('says yes to a round of golf').",
        message="“{words}” is a step that the customer takes.",
        find=_moving, favours=True,
    ),
    Rule(
        "A21", "we-learn", "action_oriented", "action",
        title="We know more afterwards",
        what="You learn what matters to them, how they work or how they buy.",
        why=_ADVANCE,
        poor="Say hello to the lab manager",
        better="Learn from the lab manager which tests are sent out, and at what price",
        exception="The fact is for the file only.",
        message="“{words}” adds to what you know of the customer.",
        find=_learning, favours=True,
    ),
    Rule(
        "A22", "another-opportunity", "action_oriented", "action",
        title="Another opportunity",
        what="You look for another need, site or buyer.",
        why="Uncovering other opportunities, with this customer or elsewhere, is one of the three kinds of objective.",
        poor="Keep an eye on the account",
        better="Get the name of one other plant in the group that runs the old pumps",
        exception="Nobody is asked for anything.",
        message="“{words}” looks for the next opportunity.",
        find=_more_to_sell, favours=True,
    ),
)  # fmt: skip
