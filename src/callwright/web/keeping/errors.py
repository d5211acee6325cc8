"""What can stand in the way of keeping."""

from callwright.smart import CallwrightError


class KeepingRefused(CallwrightError):
    """An export, a backup or a restore cannot be made, or would cost something; the text says why and what to do."""
