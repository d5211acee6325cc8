"""What can go wrong in the core, as a small tree of exceptions with messages that a person can act on."""


class CallwrightError(Exception):
    """Base of every error that Callwright raises on purpose; its text names the place and the remedy."""


class BadCall(CallwrightError):
    """What is known of the call is not usable: an unknown stage, minutes outside 1-1440 and the like."""


class TextRefused(CallwrightError):
    """The text gets no verdict: it is empty, has no words, or is over 10,000 characters."""


class NotEnglish(TextRefused):
    """The text is mainly in another language than English, the only one that the engine reads."""
