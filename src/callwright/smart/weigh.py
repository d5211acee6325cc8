"""From the causes that can make a criterion fail to its verdict: met or not, how sure, and what was assumed."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from callwright.smart.estimate import Estimate
from callwright.smart.judge import Causes, met
from callwright.smart.model import MINUTES_ASSUMED, Call, Criterion, CriterionName, Decider, Finding

ARITHMETIC: Final = frozenset({"closes", "purchase", "authority", "minutes", "outcomes"})
"""Causes that rest on the guide's arithmetic over the call; the others rest on the learned reading of the words."""

TELLING: Final = 0.3
"""From which probability on a cause would make an assumption about the call worth saying."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How an engine's raw log-odds become probabilities, fitted on writers that it had not seen (`make model`).

    criteria: slope (above 0) and shift for each. close_call: the confidence under which a verdict is a close call.
    """

    criteria: Mapping[str, tuple[float, float]]
    close_call: float

    def probability(self, name: CriterionName, raw: float) -> float:
        """The calibrated P(met); it rises with the raw one."""
        raw = min(max(raw, 1e-6), 1 - 1e-6)
        slope, shift = self.criteria[name]
        return 1 / (1 + math.exp(-(slope * math.log(raw / (1 - raw)) + shift)))


_CALIBRATION: Final = Path(__file__).parent / "learned" / "weights" / "calibration.json"


@functools.cache
def calibration(engine: str) -> Calibration:
    """The calibration that ships for the engine `best` or `fast`."""
    stored = json.loads(_CALIBRATION.read_text(encoding="utf-8"))
    one = stored[engine]
    criteria = {name: (float(slope), float(shift)) for name, (slope, shift) in one["criteria"].items()}
    return Calibration(criteria, float(one["close_call"]))


def weigh(
    name: CriterionName,
    causes: Causes,
    probability: float,
    close_call: float,
    assumed: tuple[str, ...],
    explain: Callable[[CriterionName], tuple[Finding, ...]],
) -> Criterion:
    """The verdict on one criterion, from its calibrated P(met)."""
    confidence = max(probability, 1 - probability)
    is_met = probability >= 0.5
    decided = _decider(name, causes, is_met=is_met)
    return Criterion(name, is_met, round(confidence, 3), confidence < close_call, decided, assumed, explain)


def leading(causes: Causes) -> str:
    """The cause that weighs most."""
    return max(causes, key=lambda name: causes[name])


def _decider(name: CriterionName, causes: Causes, *, is_met: bool) -> Decider:
    """Unmet: what the leading cause rests on. Met: arithmetic for realistic and time-bound, words for the others."""
    if is_met:
        return "rules" if name in ("realistic", "time_bound") else "model"
    return "rules" if leading(causes) in ARITHMETIC else "model"


def assumptions(name: CriterionName, estimate: Estimate, call: Call) -> tuple[str, ...]:
    """What was taken for granted for want of context, where it could matter to this line."""
    found = []
    if name == "time_bound" and call.minutes is None:
        found.append(f"{MINUTES_ASSUMED} minutes, as the time allotted is not known")
    if name == "specific" and call.stage is None and 1 - estimate.closes >= TELLING:
        found.append("the customer is not yet at the point of deciding")
    if name == "realistic":
        if call.stage is None and not call.first_meeting and estimate.purchase >= TELLING:
            found.append("the customer is in the middle of a normal buying process")
        if call.first_meeting is None and estimate.purchase >= TELLING:
            found.append("it is not the first meeting")
        if not call.attendees and estimate.authority[1] >= 0.5:
            found.append("somebody who can grant it attends")
    return tuple(found)


def calibrated(engine: str, causes: Mapping[CriterionName, Causes]) -> dict[CriterionName, float]:
    """P(met) of each criterion."""
    fitted = calibration(engine)
    return {name: fitted.probability(name, met(found)) for name, found in causes.items()}
