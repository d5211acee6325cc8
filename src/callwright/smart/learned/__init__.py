"""The learned part of the engine: estimates of a line, from weights that ship with the package."""

from callwright.smart.learned.model import best, fast

__all__ = ["best", "fast"]
