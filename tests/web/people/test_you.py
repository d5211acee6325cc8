"""You: name and time zone of one's own."""

import datetime as dt

from tests.web import cast
from tests.web.pages import plain


def test_the_name_is_what_the_others_see(admin, as_, member_of):
    ravi = member_of("Ravi Shah")
    as_(ravi).post("/people/you/", {"name": "Ravi S. Shah", "time_zone": ""})
    assert "Ravi S. Shah" in as_(admin).get("/people/").content.decode()


def test_times_are_told_by_ones_own_clock(admin, as_, member_of):
    ravi = member_of("Ravi Shah")
    call = cast.a_call(ravi, starts=dt.datetime(2027, 3, 3, 12, 0, tzinfo=dt.UTC))
    client = as_(ravi)
    client.post("/people/you/", {"name": "Ravi Shah", "time_zone": "Asia/Tokyo"})
    assert "21:00" in plain(client.get(f"/calls/{call.pk}/plan/").content.decode())


def test_a_zone_that_there_is_not_is_said(as_, member_of):
    answer = as_(member_of("Ravi Shah")).post("/people/you/", {"name": "Ravi", "time_zone": "Mars/Olympus"})
    assert "Choose one of the time zones." in answer.content.decode()


def test_nothing_but_what_is_asked_is_taken(as_, member_of):
    """A form that somebody made up does not make an admin of its sender."""
    ravi = member_of("Ravi Shah")
    made_up = {"name": "Ravi", "time_zone": "", "role": "admin", "is_staff": "1", "email": "x@x.example"}
    as_(ravi).post("/people/you/", made_up)
    ravi.refresh_from_db()
    ravi.person.refresh_from_db()
    assert (ravi.role, ravi.person.is_staff, ravi.person.email) == ("rep", False, "ravi@northwind.example")


def test_every_page_leads_there_and_to_the_people(as_, member_of):
    page = as_(member_of("Ravi Shah")).get("/customers/").content.decode()
    assert 'href="/people/you/"' in page
    assert 'href="/people/"' in page


def test_one_person_alone_is_quietly_told_of_the_door(client, me):
    page = client.get("/customers/").content.decode()
    assert "Work with others" in page
    assert 'href="/people/you/"' not in page
