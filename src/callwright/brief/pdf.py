"""The brief as a PDF of one page, set by the `typst` wheel (extra `brief`): no system library is needed."""

from __future__ import annotations

import datetime as dt
import json
from importlib import resources

from callwright.brief.markdown import DEBRIEF
from callwright.brief.model import Brief, BriefNeeds

MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date that stands in the file where no call is dated: the same brief makes the same bytes."""


def pdf(brief: Brief) -> bytes:
    """The page as PDF. Raises BriefNeeds where the extra `brief` is not installed."""
    try:
        import typst  # noqa: PLC0415  the extra may be missing
    except ImportError as missing:
        raise BriefNeeds("a PDF takes the extra `brief`: pip install 'callwright[brief]'") from missing
    template = (resources.files(__package__) / "page.typ").read_bytes()
    made = typst.compile(
        template, format="pdf", sys_inputs={"brief": _data(brief)}, timestamp=int((brief.starts or MADE).timestamp())
    )
    if not isinstance(made, bytes):
        raise BriefNeeds("the brief does not fit a single document")
    return made


def _data(brief: Brief) -> str:
    page = brief.to_dict() | {
        "facts": [list(pair) for pair in brief.facts],
        "debrief": list(DEBRIEF),
        "goals": [
            {"text": one.text, "letters": one.letters, "measure": one.measure, "fallback": one.fallback}
            for one in brief.goals
        ],
    }
    return json.dumps(page)
