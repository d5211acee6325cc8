"""What changes debriefs. Every write is one function: it checks, writes all or nothing, and returns what it made."""

from callwright.web.debriefs.actions.accepting import accept
from callwright.web.debriefs.actions.beginning import keep_draft, open_debrief
from callwright.web.debriefs.actions.clearing import Clearing, clear, put_back
from callwright.web.debriefs.actions.following import decline, offer_again
from callwright.web.debriefs.actions.recording import record_debrief
from callwright.web.debriefs.actions.settling import settle
from callwright.web.debriefs.actions.undoing import take_back
from callwright.web.debriefs.errors import Refused, SavedSince

__all__ = [
    "Clearing",
    "Refused",
    "SavedSince",
    "accept",
    "clear",
    "decline",
    "keep_draft",
    "offer_again",
    "open_debrief",
    "put_back",
    "record_debrief",
    "settle",
    "take_back",
]
