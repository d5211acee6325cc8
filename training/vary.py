"""Variants of a line that leave every label as it is: what the engine must not be moved by, it sees in training."""

from __future__ import annotations

import random
import re

STEMS = (
    "By the end of this call, I will have accomplished the following: ",
    "By the end of this call, I will have accomplished ",
    "By the end of the call I will have accomplished: ",
    "This call will have been highly successful if I accomplish ",
    "This call will have been highly successful if I accomplish: ",
    "To advance the customer in the buying process, I need to accomplish this on this call: ",
    "Objective: ",
    "Goal: ",
    "Aim for today: ",
    "Call objective - ",
)
NAMES = (
    "Dana", "Priya", "Marcus", "Ingrid", "Tom", "Aisha", "Kenji", "Rosa", "Declan", "Wei", "Fatima", "Lars", "Chloe",
    "Mr Okafor", "Ms Petrov", "Dr. Haddad", "Mrs Lindholm", "Mr. Banerjee", "Sunil", "Grace", "Omar", "Bianca", "Joe",
)  # fmt: skip
NAME = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+|" + "|".join(n for n in NAMES if " " not in n) + r")\b")


def vary(text: str, chance: random.Random) -> str:
    """The line as it stands half of the time, else with a stem, another name, other punctuation or a bullet."""
    if chance.random() < 0.5:
        return text
    if chance.random() < 0.6:
        text = NAME.sub(lambda found: chance.choice(NAMES), text)
    roll = chance.random()
    if roll < 0.25:
        text = text.rstrip(".! ")
    elif roll < 0.4 and text[-1:].isalnum():
        text += "."
    if chance.random() < 0.25:
        stem = chance.choice(STEMS)
        text = stem + (text[:1].lower() + text[1:] if stem.endswith("accomplish ") else text)
    elif chance.random() < 0.1:
        text = chance.choice(("- ", "• ", "* ", "1. ")) + text
    return text
