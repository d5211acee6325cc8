"""What counts as a text that can be judged; everything else is refused with a message that a person can act on."""

from __future__ import annotations

from typing import Final

from callwright.smart.errors import NotEnglish, TextRefused
from callwright.smart.language import other_language

LONGEST: Final = 10_000
"""Characters (code points) that a text may have."""


def prepare(text: str) -> str:
    """The text as it was given, if it can be judged; offsets into it stay good.

    Raises TextRefused where there is nothing to read or too much, NotEnglish for a text mainly in another language.
    """
    if len(text) > LONGEST:
        raise TextRefused(
            f"This is {len(text):,} characters long; I read up to {LONGEST:,}. Give me the objective alone."
        )
    if not text.strip():
        raise TextRefused("There is nothing to read yet. Write what you want to have when the call ends.")
    if not any(char.isalpha() for char in text):
        raise TextRefused("I find no words in this. Write what you want to have when the call ends.")
    language = other_language(text)
    if language is not None:
        raise NotEnglish(_not_english(language))
    return text


def _not_english(language: str) -> str:
    looks = "" if language == "another script" else f", and this looks like {language}"
    return f"I read English only{looks}. Write the objective in English and I will look at it."
