"""The version of the distribution; the engine's verdicts carry it."""

__version__ = "0.1.0"
