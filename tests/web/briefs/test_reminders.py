"""One mail on a working morning: what customers promised by today, and calls that wait for a debrief."""

import datetime as dt

import pytest

from tests.web.cast import a_call, a_customer
from tests.web.jobs.looking import jobs_done

TUESDAY = dt.datetime(2026, 3, 3, 7, 10, tzinfo=dt.UTC)


@pytest.fixture
def wish(me):
    from callwright.web.briefs.actions import wish_for_mail

    me.person.time_zone = "UTC"
    me.person.save()
    return wish_for_mail(member=me, address="me@example.com", when="never", minutes=60, at=dt.time(7), remind=True)


@pytest.fixture
def promise(me):
    from callwright.web.debriefs.models import Commitment

    customer = a_customer(me)
    return Commitment.objects.create(
        organization=me.organization, customer=customer, text="send the data sheet", due=TUESDAY.date()
    )


def remind(now):
    from callwright.web.briefs.reminding import remind_due

    remind_due(now)
    jobs_done()


def test_it_names_what_is_due_and_what_waits(box, me, wish, promise):
    a_call(me, promise.customer, starts=TUESDAY - dt.timedelta(days=1))
    remind(TUESDAY)
    [mail] = box.mails
    assert mail["subject"] == "1 promised by today, 1 to debrief"
    text = mail.get_body().get_content()
    assert "Northfield Foods: send the data sheet" in text
    assert "Northfield Foods, Mon 2 Mar" in text


def test_it_comes_once_a_day(box, wish, promise):
    for minutes in (0, 10, 20):
        remind(TUESDAY + dt.timedelta(minutes=minutes))
    assert len(box.mails) == 1


@pytest.mark.parametrize("when", ["before seven", "in the afternoon", "on a Saturday"])
def test_it_keeps_to_working_mornings(box, wish, promise, when):
    moved = {"before seven": -20, "in the afternoon": 300, "on a Saturday": 4 * 24 * 60}
    remind(TUESDAY + dt.timedelta(minutes=moved[when]))
    assert box.mails == []


def test_where_nothing_is_due_nothing_comes(box, wish):
    remind(TUESDAY)
    assert box.mails == []
