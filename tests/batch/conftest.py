"""Tables are tested with a quick stand-in for the engine: what is promised here is about rows, not about verdicts.

It refuses what the real one refuses and answers in its types; tests/cli/test_check_files.py uses the real one.
"""

from collections.abc import Iterable, Iterator

import pytest

from callwright.smart import CRITERIA, Assessment, Call, Criterion, Engine, Finding, TextRefused
from callwright.smart.text import LONGEST

ASKS = Finding("S01", "specific", False, "It could be anything.", "What exactly?", decisive=True)


def assess_quickly(pairs: Iterable[tuple[str, Call]], **_: object) -> Iterator[Assessment | TextRefused]:
    for text, _call in pairs:
        if not text.strip() or len(text) > LONGEST:
            yield TextRefused("there is no text, or too much of it")
        else:
            yield verdict(text, smart=len(text) % 2 == 0)


def verdict(text: str, smart: bool) -> Assessment:
    criteria = {name: Criterion(name, True, 0.9, False, "model") for name in CRITERIA}
    if not smart:
        criteria["specific"] = Criterion("specific", False, 0.9, False, "model", (), lambda _: (ASKS,))
    return Assessment(text, criteria, ("advance",), False, 1, 5, Engine("best", "0"))


@pytest.fixture(autouse=True, scope="module")
def quick_engine() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("callwright.judging.assess_many", assess_quickly)
        yield
