"""What the page says, in a coach's voice: short, about the line and never about the person."""

from __future__ import annotations

from typing import Final

from callwright.smart import Category, CriterionName, Stage
from callwright.smart.model import Channel

TITLES: Final[dict[CriterionName, str]] = {
    "specific": "Specific",
    "measurable": "Measurable",
    "action_oriented": "Action-oriented",
    "realistic": "Realistic",
    "time_bound": "Time-bound",
}

ASKS: Final[dict[CriterionName, str]] = {
    "specific": "Does it focus on something definite?",
    "measurable": "Could you tell, after the call, whether you accomplished it?",
    "action_oriented": "Does it move the customer on, or widen what you know?",
    "realistic": "Can it reasonably be accomplished on this call?",
    "time_bound": "Can it be done in the time allotted for the call?",
}
"""What each letter asks; from "Creating a SMART Sales Call Objective"."""

WHY: Final[dict[CriterionName, str]] = {
    "specific": "The more specific an objective is, the better. Where the customer can say yes today, it is the close.",
    "measurable": "A good objective accomplishes something, so there is a way to tell that it was.",
    "action_oriented": "Making a call or checking in is kind service. An objective changes where the customer stands, "
    "or what you know.",
    "realistic": "Somebody who meets a product for the first time may need time to weigh it before buying.",
    "time_bound": "Aim high for the minutes you have: enough to be worth them, not more than they hold.",
}

HOLDS: Final[dict[CriterionName, str]] = {
    "specific": "Two colleagues who read it would picture the same result.",
    "measurable": "Anyone who listened in could say yes or no.",
    "action_oriented": "Something changes: the customer moves on, or you know more than before.",
    "realistic": "A call like this can bring it about.",
    "time_bound": "It fits the time you have.",
}
"""Said of a letter that is met where no finding speaks for it."""

MENDS: Final[dict[CriterionName, str]] = {
    "specific": "What exactly would you like to walk away with?",
    "measurable": "What will they say or do that tells you it worked?",
    "action_oriented": "What will the customer do, or what will you know, that is not so today?",
    "realistic": "What is the largest step they could take on this call?",
    "time_bound": "Which part of it can be settled before the call ends?",
}
"""Asked of a letter that is not met where no finding has a question of its own."""

STATES: Final = {"blank": "", "met": "met", "unmet": "not yet", "close": "close call"}
"""The word under each shape."""

SET_ASIDE: Final = "set aside"
"""Under a letter that is not met, where the rep or a colleague disagrees with all that speaks against it."""

IN_A_SENTENCE: Final = {
    "met": "met",
    "unmet": "not yet",
    "just": "a close call, just met",
    "nearly": "a close call, nearly",
}

RESTS_ON: Final = {
    "rules": "Rests on what is known of the call",
    "model": "Rests on how the line reads",
}
CLEAR: Final = 0.9
"""From this confidence (0.5-1) on, a verdict is called clear."""

READS_AS: Final[dict[Category, str]] = {
    "advance": "the customer takes a step",
    "understand": "you learn what matters to them",
    "uncover": "you find another opening",
}
READS_AS_NONE: Final = "neither a step nor an insight yet"

STAGES: Final[dict[Stage, tuple[str, str]]] = {
    "introduction": ("Introduction", "does not know us yet"),
    "needs": ("Needs", "is coming to see a need"),
    "evaluation": ("Evaluation", "compares options"),
    "concerns": ("Concerns", "leans our way, with doubts or terms to settle"),
    "decision": ("Decision", "can say yes on this call"),
    "customer": ("Customer", "has bought, and uses it"),
}
"""Where the customer stands: its short name, and what that means."""

CHANNELS: Final[dict[Channel, str]] = {"in_person": "In person", "video": "Video", "phone": "Phone"}
