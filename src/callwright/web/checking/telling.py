"""Which of a criterion's findings a page shows, in words and as marks: the same for both."""

from __future__ import annotations

from typing import Final

from callwright.smart import Criterion, Finding
from callwright.smart.rules import amount

OF_THE_CALL: Final = frozenset(rule.code for rule in amount.RULES)
"""Rules about how much a call is given to do. They change no verdict: the page says them in a note of their own."""


def telling(criterion: Criterion) -> tuple[Finding, ...]:
    """The findings that the verdict rests on; where none is said to be decisive, all that agree with it."""
    agreeing = [one for one in criterion.findings if one.favours == criterion.met and one.code not in OF_THE_CALL]
    return tuple(one for one in agreeing if one.decisive) or tuple(agreeing)
