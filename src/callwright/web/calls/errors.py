"""What cannot be done with calls."""

from callwright.smart import CallwrightError


class CallRefused(CallwrightError):
    """A call that cannot be as asked; the text says why and what would do, for the one who asked."""
