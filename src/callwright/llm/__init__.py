"""An optional second opinion from a language model: off unless configured, checked by the engine, never trusted."""

from callwright.llm.config import BadConfig, Config, config_from
from callwright.llm.opinion import Opinion, second_opinion

__all__ = ["BadConfig", "Config", "Opinion", "config_from", "second_opinion"]
