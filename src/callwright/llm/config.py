"""Whether a second opinion is wanted, and from where. Off unless an address and a model are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from callwright.smart import CallwrightError

Provider = Literal["openai", "anthropic"]
"""`openai`: any server that speaks its chat completions, a local one too. `anthropic`: Anthropic's messages."""

SECONDS: Final = 20.0
LONGEST: Final = 120.0


class BadConfig(CallwrightError):
    """The settings for a second opinion are not usable; the message names the variable and what it takes."""


@dataclass(frozen=True, slots=True)
class Config:
    """Where to ask. url: the address up to `/v1`; None for the provider's own. seconds: patience for all of it."""

    model: str
    url: str | None = None
    key: str = field(default="", repr=False)
    provider: Provider = "openai"
    seconds: float = SECONDS


def config_from(environment: Mapping[str, str]) -> Config | None:
    """From CALLWRIGHT_LLM_MODEL, _URL, _KEY, _PROVIDER and _SECONDS; None (off) without a model. Raises BadConfig."""
    model = environment.get("CALLWRIGHT_LLM_MODEL", "").strip()
    if not model:
        return None
    provider = environment.get("CALLWRIGHT_LLM_PROVIDER", "openai").strip().lower()
    if provider not in get_args(Provider):
        raise BadConfig(f"CALLWRIGHT_LLM_PROVIDER is {provider!r}; it takes one of {', '.join(get_args(Provider))}")
    url = environment.get("CALLWRIGHT_LLM_URL", "").strip() or None
    if url is not None and not url.startswith(("http://", "https://")):
        raise BadConfig(f"CALLWRIGHT_LLM_URL is {url!r}; it takes an address that begins with http:// or https://")
    seconds = _seconds(environment.get("CALLWRIGHT_LLM_SECONDS", ""))
    return Config(model, url, environment.get("CALLWRIGHT_LLM_KEY", ""), provider, seconds)  # type: ignore[arg-type]


def _seconds(raw: str) -> float:
    try:
        seconds = float(raw) if raw.strip() else SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST:
        raise BadConfig(f"CALLWRIGHT_LLM_SECONDS is {raw!r}; it takes a number above 0 and up to {LONGEST:g}")
    return seconds
