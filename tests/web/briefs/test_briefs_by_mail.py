"""Briefs by mail, through a real mail server on loopback: at the chosen time, once, moved with the call, none for one
that is off."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.web.cast import a_call, a_customer, an_objective
from tests.web.jobs.looking import bring_forward, jobs_done


@pytest.fixture
def wish(me):
    from callwright.web.briefs.actions import wish_for_mail

    return wish_for_mail(member=me, address="me@example.com", when="before", minutes=60, at=dt.time(7), remind=False)


@pytest.fixture
def call(me):
    call = a_call(me, starts=timezone.now() + dt.timedelta(hours=2), to_ask="Who signs?")
    an_objective(call, "The CFO agrees to a two-week pilot starting 1 December", fallback="a name")
    return call


def minute(later=dt.timedelta()):
    """What a worker does in a minute."""
    from callwright.web.briefs.mailing import mail_due

    mail_due(timezone.now() + later)
    jobs_done()


HOUR = dt.timedelta(hours=1, minutes=1)


def test_it_comes_at_the_chosen_time_with_the_plan_and_a_page_to_print(box, wish, call):
    minute()
    assert box.mails == [], "an hour before the call and not two"
    minute(HOUR)
    [mail] = box.mails
    assert mail["to"] == "me@example.com"
    assert mail["from"] == "calls@here.example"
    assert mail["subject"] == f"{timezone.localtime(call.starts):%a %H:%M} Northfield Foods"
    text = mail.get_body().get_content()
    assert "The CFO agrees to a two-week pilot starting 1 December" in text
    assert "If that fails, at least: a name" in text
    assert "Who signs?" in text
    [page] = mail.iter_attachments()
    assert page.get_content().startswith(b"%PDF-")


def test_it_comes_once(box, wish, call):
    for _ in range(3):
        minute(HOUR)
    assert len(box.mails) == 1


def test_a_call_that_moves_takes_its_mail_along(box, me, wish, call):
    from callwright.web.calls.actions import move_call

    move_call(call=call, starts=call.starts + dt.timedelta(hours=5), by=me)
    minute(HOUR)
    assert box.mails == []
    minute(HOUR + dt.timedelta(hours=5))
    assert len(box.mails) == 1


def test_a_call_that_was_put_off_when_it_was_to_begin_is_mailed_before_its_new_time(box, me, wish, call):
    from callwright.web.calls.actions import move_call

    call.starts = timezone.now() - dt.timedelta(minutes=5)
    call.save()
    move_call(call=call, starts=timezone.now() + dt.timedelta(hours=2), by=me)
    assert call.frozen_at is not None
    minute(HOUR)
    assert len(box.mails) == 1


def test_a_call_that_moves_between_the_job_and_the_mail_is_not_mailed_at_the_old_time(box, me, wish, call):
    from callwright.web.briefs.mailing import mail_due
    from callwright.web.calls.actions import move_call

    mail_due(timezone.now() + HOUR)
    move_call(call=call, starts=call.starts + dt.timedelta(hours=5), by=me)
    jobs_done()
    assert box.mails == []


def test_a_cancelled_call_sends_none(box, me, wish, call):
    from callwright.web.briefs.mailing import mail_due
    from callwright.web.calls.actions import cancel_call

    mail_due(timezone.now() + HOUR)
    cancel_call(call=call, by=me)
    jobs_done()
    minute(HOUR)
    assert box.mails == []


def test_a_mail_that_is_turned_away_is_tried_again_and_arrives_once(box, wish, call):
    from django_tasks_db.models import DBTaskResult

    box.refusing = 1
    minute(HOUR)
    assert box.mails == []
    [job] = DBTaskResult.objects.all()
    assert job.status == "READY"
    bring_forward(job)
    jobs_done()
    minute(HOUR)
    assert len(box.mails) == 1


def test_a_mail_that_another_worker_sent_meanwhile_does_not_go_again(box, wish, call):
    from callwright.web.briefs.mailing import message
    from callwright.web.briefs.models import BriefMail
    from callwright.web.briefs.posting import post

    minute(HOUR)
    mail = BriefMail.objects.get()
    assert post(message(mail, "me@example.com"), mail) == "sent before"
    assert len(box.mails) == 1


def test_a_mail_that_went_is_noted_although_the_database_is_locked_for_a_moment(box, wish, call, monkeypatch):
    from django.db import OperationalError

    from callwright.web.briefs import posting
    from callwright.web.briefs.models import BriefMail

    noted, locked = posting._noted, [OperationalError("database is locked")] * 2

    def note(row):
        if locked:
            raise locked.pop()
        noted(row)

    monkeypatch.setattr(posting, "_noted", note)
    monkeypatch.setattr(posting, "PAUSES", (0, 0))
    # It would close the connection in which this test's own transaction is open.
    monkeypatch.setattr(posting, "close_old_connections", lambda: None)
    minute(HOUR)
    assert BriefMail.objects.get().sent_at is not None
    minute(HOUR)
    assert len(box.mails) == 1


def test_a_mail_begun_twice_has_one_name_so_that_a_mailbox_shows_it_once(box, wish, call):
    from callwright.web.briefs.mailing import message
    from callwright.web.briefs.models import BriefMail

    minute(HOUR)
    [mail] = box.mails
    assert message(BriefMail.objects.get(), "me@example.com").extra_headers["Message-ID"] == mail["message-id"]


def test_nobody_else_gets_it_and_nothing_is_mailed_to_one_who_wants_none(box, me, stranger, wish, call):
    from callwright.web.briefs.actions import wish_for_mail

    wish_for_mail(member=stranger, address="them@example.com", when="before", minutes=60, at=dt.time(7), remind=False)
    wish_for_mail(member=me, address="me@example.com", when="never", minutes=60, at=dt.time(7), remind=False)
    minute(HOUR)
    assert box.mails == []


def test_whoever_comes_along_gets_it_too(box, me, call):
    from callwright.web.accounts.models import Member, Person
    from callwright.web.briefs.actions import wish_for_mail

    colleague = Member.objects.create(organization=me.organization, person=Person.objects.create(username="colleague"))
    call.joined.add(colleague)
    wish_for_mail(member=colleague, address="c@example.com", when="before", minutes=60, at=dt.time(7), remind=False)
    minute(HOUR)
    assert [mail["to"] for mail in box.mails] == ["c@example.com"]


@override_settings(EMAIL_HOST="")
def test_without_a_mail_server_nothing_piles_up(wish, call):
    from django_tasks_db.models import DBTaskResult

    minute(HOUR)
    assert not DBTaskResult.objects.exists()


def test_a_customers_name_over_two_lines_does_not_break_the_subject(box, me, wish):
    customer = a_customer(me, name="North\r\nBcc: all@example.com")
    a_call(me, customer, starts=timezone.now() + dt.timedelta(hours=2))
    minute(HOUR)
    [mail] = box.mails
    assert mail["subject"].endswith("North Bcc: all@example.com")


@pytest.mark.parametrize(
    ("when", "at", "starts", "expected"),
    [
        ("same_day", "07:00", "2027-03-04 14:00", "2027-03-04 07:00"),
        ("same_day", "07:00", "2027-03-04 06:30", "2027-03-04 06:15"),
        ("day_before", "18:00", "2027-03-04 14:00", "2027-03-03 18:00"),
        ("day_before", "18:00", "2027-03-28 09:00", "2027-03-27 18:00"),  # the clocks change in the night between
        ("before", "07:00", "2027-03-28 03:15", "2027-03-28 01:15"),  # an hour before is an hour before
    ],
)
def test_the_time_is_that_of_the_members_clock(me, wish, when, at, starts, expected):
    from callwright.web.briefs.mailing import moment

    berlin = ZoneInfo("Europe/Berlin")
    me.person.time_zone = "Europe/Berlin"
    wish.member, wish.when, wish.at = me, when, dt.time.fromisoformat(at)
    call = a_call(me, starts=dt.datetime.fromisoformat(starts).replace(tzinfo=berlin))
    assert f"{moment(call, wish).astimezone(berlin):%Y-%m-%d %H:%M}" == expected


def test_the_member_says_when_on_a_page(client, me, box):
    said = {"when": "day_before", "minutes": "60", "at": "18:30", "address": "me@example.com"}
    answer = client.post("/calls/briefs/mail/", said, follow=True)
    assert "Kept." in answer.content.decode()
    from callwright.web.briefs.models import MailWish

    kept = MailWish.objects.get(member=me)
    assert (kept.when, kept.at, kept.address) == ("day_before", dt.time(18, 30), "me@example.com")


def test_a_slip_is_named_and_what_was_typed_is_still_there(client, me):
    page = client.post("/calls/briefs/mail/", {"when": "before", "at": "soon", "address": "me"}).content.decode()
    assert "That is no address yet" in page
    assert "A time of day looks like 07:00" in page
    assert 'value="soon"' in page


def test_the_page_says_where_no_mail_server_is_known(client, me):
    assert "knows no mail server yet" in client.get("/calls/briefs/mail/").content.decode()
