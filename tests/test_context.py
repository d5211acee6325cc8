"""What is known of a call is read as people write it, in JSON and in the cells of a table."""

import datetime as dt

import pytest

from callwright import BadCall, Call
from callwright.context import call_from


@pytest.mark.parametrize(
    ("written", "call"),
    [
        ({"stage": "Evaluation", "minutes": "30"}, Call(stage="evaluation", minutes=30)),
        ({"minutes": 45.0, "channel": "In person"}, Call(minutes=45, channel="in_person")),
        ({"minutes": "20 min", "channel": "f2f"}, Call(minutes=20, channel="in_person")),
        (
            {"first_meeting": "Yes", "attendees": "Dana (CFO); IT lead"},
            Call(None, None, True, None, ("Dana (CFO)", "IT lead")),
        ),
        ({"first_meeting": "0", "attendees": "CFO, IT lead"}, Call(None, None, False, None, ("CFO", "IT lead"))),
        ({"today": "2027-03-31T09:00:00", "product": " payroll "}, Call(today=dt.date(2027, 3, 31), product="payroll")),
        ({"stage": "", "minutes": None, "weather": "fine"}, Call()),
    ],
)
def test_values_are_read_as_people_write_them(written, call):
    assert call_from(written) == call


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({"stage": "closing"}, "stage is 'closing'; it takes one of introduction"),
        ({"minutes": "half an hour"}, "minutes is 'half an hour'"),
        ({"minutes": 2000}, "minutes is 2000"),
        ({"first_meeting": "perhaps"}, "first_meeting is 'perhaps'"),
        ({"attendees": [1]}, "attendees holds 1"),
        ({"today": "soon"}, "today is 'soon'"),
        ({"product": 7}, "product is 7"),
        ({"last": "went well"}, "last or base_rates is 'went well'"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_what_is_allowed(written, says):
    with pytest.raises(BadCall) as refusal:
        call_from(written)
    assert says in str(refusal.value)


def test_a_teams_own_stage_names_are_understood():
    assert call_from({"stage": "Negotiation/Review"}, stages={"negotiation/review": "concerns"}).stage == "concerns"
