"""Callwright: state, check and follow up the one or two objectives of a sales call.

The front door of the core. It loads no web stack and no model: the learned part of the engine is read when needed.
"""

from callwright.smart import (
    Assessment,
    BadCall,
    Call,
    CallwrightError,
    Criterion,
    Finding,
    NotEnglish,
    Own,
    TextRefused,
    assess,
    assess_many,
)
from callwright.version import __version__

__all__ = [
    "Assessment",
    "BadCall",
    "Call",
    "CallwrightError",
    "Criterion",
    "Finding",
    "NotEnglish",
    "Own",
    "TextRefused",
    "__version__",
    "assess",
    "assess_many",
]
