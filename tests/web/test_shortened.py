"""A long text is cut between two words."""

import pytest

from callwright.web.shortened import shortened

CUTS = [
    ("The CFO agrees", 20, "The CFO agrees"),
    ("The CFO agrees", 14, "The CFO agrees"),
    ("The CFO agrees", 13, "The CFO…"),
    ("The CFO agrees", 7, "The CFO…"),
    ("The CFO agrees", 6, "The…"),
    ("The CFO, who agrees", 9, "The CFO…"),
    ("two\n lines  of it", 20, "two lines of it"),
    ("Wolfeschlegelsteinhausenbergerdorff", 10, "Wolfeschlegelsteinhausenbergerdorff"),
    ("Wolfeschlegelsteinhausenbergerdorff and others", 10, "Wolfeschlegelsteinhausenbergerdorff…"),
    ("", 10, ""),
]


@pytest.mark.parametrize(("text", "most", "cut"), CUTS)
def test_it_becomes(text, most, cut):
    assert shortened(text, most) == cut
