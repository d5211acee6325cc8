"""THE ENGINE: text and Call in, Assessment out. No Django, no clock, no network, no I/O but the package's own data."""

from callwright.smart.engine import Own, assess, assess_many
from callwright.smart.errors import BadCall, CallwrightError, NotEnglish, TextRefused
from callwright.smart.model import (
    CATEGORIES,
    CHANNELS,
    CRITERIA,
    STAGES,
    Assessment,
    Call,
    Category,
    Criterion,
    CriterionName,
    Engine,
    Finding,
    Stage,
)

__all__ = [
    "CATEGORIES",
    "CHANNELS",
    "CRITERIA",
    "STAGES",
    "Assessment",
    "BadCall",
    "Call",
    "CallwrightError",
    "Category",
    "Criterion",
    "CriterionName",
    "Engine",
    "Finding",
    "NotEnglish",
    "Own",
    "Stage",
    "TextRefused",
    "assess",
    "assess_many",
]
