"""One slip in a long word of ours is mended wherever it is, and looking for it costs no start-up."""

from __future__ import annotations

import random
import string

import pytest

from callwright.smart.lexicon import default
from callwright.smart.reading import typos
from callwright.smart.reading.tokens import tokenise

LUCK = random.Random(5)
WORDS = LUCK.sample(default().correctable, 150)
SLIPS = {
    "left out": lambda word, place: word[:place] + word[place + 1 :],
    "put in": lambda word, place: word[:place] + LUCK.choice(string.ascii_lowercase) + word[place:],
    "changed": lambda word, place: word[:place] + LUCK.choice(string.ascii_lowercase) + word[place + 1 :],
    "swapped": lambda word, place: word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
}


def one_slip_away(wrong: str) -> set[str]:
    """Every word that was perhaps meant, found the slow way: by trying them all."""
    near = (right for right in default().correctable if abs(len(right) - len(wrong)) <= 1)
    return {right for right in near if typos._one_slip(wrong, right)}


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_is_found_wherever_it_is(kind: str) -> None:
    for word in WORDS:
        wrong = SLIPS[kind](word, LUCK.randrange(1, len(word)))
        if len(wrong) >= typos.SHORTEST:
            assert set(typos._candidates(wrong, default())) == one_slip_away(wrong)


def test_a_word_with_a_slip_is_compared_with_few_others(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    one_slip = typos._one_slip
    monkeypatch.setattr(typos, "_one_slip", lambda wrong, right: compared.append(right) or one_slip(wrong, right))
    for word in WORDS:
        list(typos._candidates(word[:2] + word[3:], default()))
    assert len(compared) / len(WORDS) < 30, "of some thousands"


def test_the_place_of_a_mended_word_stays() -> None:
    [token] = typos.mended(tokenise("agreemnt", default()), default())
    assert (token.norm, token.start, token.end) == ("agreement", 0, 8)
