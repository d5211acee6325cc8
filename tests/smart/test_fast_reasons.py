"""What a piece adds in the fast engine's eyes is what is lost when it is blanked out, however short the way to it."""

from __future__ import annotations

import numpy as np
import pytest

from callwright.smart.learned.model import fast
from callwright.smart.learned.shallow import BLANK

TEXTS = ["", "sign", "Sign it", "Get Dana to agree to a pilot by Friday", "Build rapport. " * 60]


@pytest.mark.parametrize("text", TEXTS, ids=len)
def test_what_a_piece_adds_is_what_is_lost_without_it(text: str) -> None:
    learned = fast()
    ids = learned._pieces.encode(text, 96)
    [whole], [added] = learned._network.read([ids], learned._pieces.pad)
    for place, adds in enumerate(added()):
        [without], _ = learned._network.read([[*ids[:place], BLANK, *ids[place + 1 :]]], learned._pieces.pad)
        assert np.allclose(whole - without, adds, atol=1e-3)
