"""What cannot be done with people and organizations."""

from callwright.smart import CallwrightError


class Refused(CallwrightError):
    """Something that was asked for cannot be done; the text says why and what to do, to the one who asked."""
