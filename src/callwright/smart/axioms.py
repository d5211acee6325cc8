"""Where "Creating a SMART Sales Call Objective" gives the very words, its judgement stands, whatever was learned.

Three of its examples are so worded that a reader might go either way: a need "that your product can satisfy" is
measurable, "checking in with the customer to determine how the product is working" is customer service, and "expanding
your understanding of the customer", vague as it is, is one of the three kinds of action.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from callwright.smart.estimate import Estimate

SURE: Final = 0.97
"""How far a sentence of the seed is taken for settled."""

_NEED: Final = re.compile(
    r"\b(?:a|an|one|another|two|three|at least \w+)\s(?:\w+\s){0,2}needs?\b[^.;:]{0,60}"
    r"\b(?:our|my|the|this|your)\s(?:\w+\s){0,2}(?:product|service|solution|range|offer)s?\s"
    r"(?:can|could|will|would)\s(?:satisfy|meet|fulfil|fulfill|solve|serve|answer|address)",
    re.IGNORECASE,
)
_CHECKING_IN: Final = re.compile(
    r"\W*(?:simply\s|just\s)?check(?:ing)?\s(?:in|up)\b[^.;:,]{0,60}\b(?:determine|see|find out|learn|ask|hear)\show\s"
    r"[^.;:,]{0,40}\bis\s(?:working|going|doing|performing|running)(?:\s(?:out|for\s\w+|so far))?\W*",
    re.IGNORECASE,
)
_UNDERSTANDING: Final = re.compile(
    r"\b(?:expand|build)(?:ing)?\s(?:my|your|our)\sunderstanding\sof\s(?:the|this)\scustomer\b", re.IGNORECASE
)


_BLANK: Final = re.compile(r"\[[a-z][a-z ,'-]{1,40}\]|\b_{3,}")
"""A place left open, as the composer leaves it ("[date]"), or as people do ("____")."""


def settled(text: str, estimate: Estimate) -> Estimate:
    """The estimate, with what the seed says of these very words in place of what was learned.

    And a line with a blank in it is not finished: neither definite nor measurable until the blank is filled.
    """
    if _BLANK.search(text):
        return replace(estimate, definite=1 - SURE, measurable=1 - SURE)
    if _NEED.search(text):
        return replace(estimate, definite=max(estimate.definite, SURE), measurable=max(estimate.measurable, SURE))
    if _CHECKING_IN.fullmatch(text):
        low = (1 - SURE) / 3
        return replace(estimate, advance=low, understand=low, uncover=low)
    if _UNDERSTANDING.search(text):
        return replace(estimate, understand=max(estimate.understand, SURE))
    return estimate
