"""What cannot be done with debriefs and promises."""

from callwright.smart import CallwrightError


class Refused(CallwrightError):
    """Something that was asked for cannot be done; the text says why and what to do, to the one who asked."""


class SavedSince(Refused):
    """The debrief was saved in another window since this one was opened; nothing is overwritten unasked."""
