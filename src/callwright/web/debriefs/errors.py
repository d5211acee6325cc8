"""What cannot be done with debriefs and promises: refused as it is with customers, in words for the one who asked."""

from callwright.web.customers.errors import Refused

__all__ = ["Refused", "SavedSince"]


class SavedSince(Refused):
    """The debrief was saved in another window since this one was opened; nothing is overwritten unasked."""
