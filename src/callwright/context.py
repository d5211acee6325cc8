"""What is known of a call, as files hold it: JSON objects, table cells and flags all become a `Call` here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from callwright.smart import BadCall, Call

YES: Final = frozenset({"true", "yes", "y", "1", "x", "first"})
NO: Final = frozenset({"false", "no", "n", "0"})
CHANNEL_WORDS: Final = {
    "face_to_face": "in_person",
    "f2f": "in_person",
    "on_site": "in_person",
    "onsite": "in_person",
    "visit": "in_person",
    "online": "video",
    "video_call": "video",
    "call": "phone",
    "phone_call": "phone",
    "telephone": "phone",
}
"""What people write in a table for a channel, beside the three names themselves."""


def call_from(known: Mapping[str, Any], *, stages: Mapping[str, str] | None = None) -> Call:
    """The Call of a mapping with the field names of `Call`; missing, null and blank values are unknown.

    Values may be typed as in JSON or be the text of a table's cell: `"30"`, `"yes"`, `"CFO; IT lead"`, `"In person"`,
    `"2027-03-31"`. stages: a team's own stage names (in lower case) and what they mean. Other keys are ignored.

    Raises BadCall, naming the field, the value and what is allowed.
    """
    fields = {name: read(known[name]) for name, read in READERS.items() if not _blank(known.get(name))}
    stage = fields.get("stage")
    if stages and isinstance(stage, str):
        fields["stage"] = stages.get(str(known["stage"]).strip().lower(), stage)
    return Call(**fields)


def is_context(name: str) -> bool:
    """Whether `name` is a field of the context of a call."""
    return name in READERS


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _word(value: object) -> object:
    return re.sub(r"[\s-]+", "_", value.strip().lower()) if isinstance(value, str) else value


def _channel(value: object) -> object:
    word = _word(value)
    return CHANNEL_WORDS.get(word, word) if isinstance(word, str) else word


def _minutes(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        number = re.fullmatch(r"(\d{1,6})(?:\.0+)?\s*(?:m|min|mins|minutes)?\.?", value.strip(), re.IGNORECASE)
        return int(number[1]) if number else value
    return value


def _yes_or_no(value: object) -> object:
    word = str(value).strip().lower()
    if word in YES:
        return True
    return False if word in NO else value


def _people(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(re.split(r"[;|\n]", value) if re.search(r"[;|\n]", value) else value.split(","))


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise BadCall(f"product is {value!r}; it takes a text, or nothing if unknown")
    return value.strip()


def _date(value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return value


def _record(value: object) -> object:
    if not isinstance(value, Mapping):
        raise BadCall(f"last or base_rates is {value!r}; it takes an object, or nothing if unknown")
    return value


READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "stage": _word,
    "minutes": _minutes,
    "first_meeting": _yes_or_no,
    "channel": _channel,
    "attendees": _people,
    "product": _text,
    "today": _date,
    "last": _record,
    "base_rates": _record,
}
"""How each field of a `Call` is read from a file's value."""
