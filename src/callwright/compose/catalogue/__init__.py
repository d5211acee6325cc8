"""The catalogue of things worth accomplishing on a call, as TOML: one file a stage for acts, the rest by subject."""

from callwright.compose.catalogue.store import Catalogue, default

__all__ = ["Catalogue", "default"]
