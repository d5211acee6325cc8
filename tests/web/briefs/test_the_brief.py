"""The brief: what goes along to the call, on one screen, on paper and in the calendar."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_objective
from tests.web.pages import plain

LINE = "The CFO agrees to a two-week pilot starting 1 December"


@pytest.fixture
def call(me):
    customer = a_customer(me)
    call = a_call(
        me,
        customer,
        contacts=[a_contact(customer)],
        channel="video",
        to_ask="What would stop it?\nWho signs?",
        objections="Too dear",
        to_bring="The plan",
    )
    an_objective(call, LINE, letters="++-?+", fallback="a name", measure="the start date")
    return call


def read(client, call):
    return plain(client.get(f"/calls/{call.pk}/brief/").content.decode())


def test_it_says_who_what_by_when_and_what_else_to_think_of(client, call):
    page = read(client, call)
    for words in (
        "Northfield Foods", "30 min · video", "Dana Reyes (CFO)", LINE, "It worked if you have the start date",
        "If that fails, at least a name", "What would stop it? Who signs?", "They may say Too dear", "Bring The plan",
    ):  # fmt: skip
        assert words in page


def test_it_says_what_was_promised_and_learned_last_time(client, me, call):
    from callwright.web.debriefs.models import Commitment, Consequence, Debrief

    before = a_call(me, call.customer, starts=timezone.now() - dt.timedelta(days=7))
    debrief = Debrief.objects.create(
        organization=me.organization, call=before, result="advance", opened_at=before.ends, saved_at=before.ends
    )
    Consequence.objects.create(
        organization=me.organization, debrief=debrief, kind="knowledge", offered={"text": "The board meets on Mondays"}
    )
    Commitment.objects.create(
        organization=me.organization, customer=call.customer, call=before, text="send the data sheet"
    )
    page = read(client, call)
    assert "They promised: send the data sheet" in page
    assert "Learned: The board meets on Mondays" in page


def test_once_the_call_has_begun_it_is_as_it_was_then_and_changes_stand_beside_it(client, me, call):
    from callwright.web.plans.models import Objective

    call.starts = timezone.now() - dt.timedelta(minutes=5)
    call.save()
    assert "frozen" in read(client, call)
    Objective.objects.filter(call=call).update(text="The CFO signs")
    page = read(client, call)
    assert LINE in page
    assert "Changed after the start: The CFO signs" in page
    assert "Say what came of it" in page


def test_without_an_objective_it_asks_for_one(client, me):
    assert "No objective yet" in read(client, a_call(me))


def test_what_people_wrote_is_text(client, me):
    call = a_call(me, a_customer(me, name="<script>alert(1)</script>"), to_ask="<b>loud</b>")
    an_objective(call, "<i>x</i>")
    page = client.get(f"/calls/{call.pk}/brief/").content.decode()
    assert "<script>alert" not in page
    assert "<b>loud" not in page
    assert "<i>x" not in page


def test_the_page_to_print_is_a_pdf(client, call):
    answer = client.get(f"/calls/{call.pk}/brief.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert f"northfield-foods-{timezone.localtime(call.starts):%Y-%m-%d}.pdf" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("part", ["brief/", "brief.pdf", "brief.ics"])
def test_the_brief_of_another_organization_is_not_there(client, me, stranger, part):
    call = a_call(stranger)
    assert client.get(f"/calls/{call.pk}/{part}").status_code == 404


def test_it_takes_the_same_few_queries_however_much_there_is(client, me, call):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/calls/{call.pk}/brief/")
        return len(seen)

    a_call(me, call.customer, starts=timezone.now() - dt.timedelta(days=20))
    first = queries()
    for number in range(8):
        call.contacts.add(a_contact(call.customer, name=f"Contact {number}"))
        a_call(me, call.customer, starts=timezone.now() - dt.timedelta(days=number + 1))
    an_objective(call, "The IT lead names what would stop it", position=2)
    assert queries() == first
    assert first == 9


def test_briefs_of_the_coming_days_are_named_for_the_device(client, me, stranger, call):
    a_call(me, call.customer, starts=timezone.now() + dt.timedelta(days=9))
    a_call(me, call.customer, starts=timezone.now() - dt.timedelta(days=1))
    a_call(me, call.customer, starts=timezone.now() + dt.timedelta(days=1), state="cancelled")
    a_call(stranger)
    assert client.get("/calls/briefs/coming/").json() == {"briefs": [f"/calls/{call.pk}/brief/"]}
