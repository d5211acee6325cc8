"""One organization sees and changes nothing of another; pages ask the database as often for many as for few."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.cast import a_call, a_customer, an_objective
from tests.web.debriefs.telling import FACT, a_held_call, address, kept, outcome, save


@pytest.fixture
def theirs(stranger):
    """What somebody elsewhere has: a call with its debrief, a promise and an offer."""
    from callwright.web.debriefs.actions import record_debrief
    from callwright.web.debriefs.queries import call_to_debrief
    from callwright.web.debriefs.said import OfObjective, Promised, Said

    call = a_held_call(stranger, FACT)
    outcomes = {call.objectives.get().pk: OfObjective("accomplished")}
    said = Said(outcomes, promises=[Promised("sign")], learned={"money": "None left"})
    record_debrief(call=call_to_debrief(stranger, call.pk), said=said, by=stranger)
    return kept(call)


def test_every_page_of_another_organization_is_missing(client, me, theirs):
    offer = theirs.debrief.consequences.first()
    pages = [
        address(theirs),
        address(theirs, "debrief-so-far"),
        address(theirs, "consequences"),
        address(theirs, "consequence", offer.pk),
        reverse("commitment", args=[theirs.commitments.get().pk]),
    ]
    assert client.get(pages[0]).status_code == 404
    assert {client.post(page, {"answer": "accept", "state": "kept"}).status_code for page in pages} == {404}
    assert theirs.commitments.get().state == "open"


def test_an_offer_of_theirs_is_not_answered_under_a_call_of_mine(client, me, theirs):
    mine = a_held_call(me, FACT)
    save(client, mine, **outcome(mine))
    offer = theirs.debrief.consequences.get(kind="knowledge")
    client.post(address(mine, "consequence", offer.pk), {"answer": "accept"})
    offer.refresh_from_db()
    assert offer.state == "offered"


def test_their_calls_and_promises_are_in_no_list_of_mine(client, me, stranger, theirs):
    other = a_held_call(stranger)
    client.post("/calls/to-debrief/", {"call": other.pk, "how": "nothing"})
    client.post("/calls/to-debrief/back/", {"call": theirs.pk})
    assert kept(other).debriefed_at is None
    for page in ("to-debrief", "commitments"):
        assert "Northfield" not in client.get(reverse(page)).content.decode()


def queries(client, address):
    client.get(address)  # the first look opens a debrief
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def filled(client, me, many):
    """A debrief with so much in it, beside as many other calls, promises and customers."""
    from callwright.web.debriefs.models import Commitment

    call = a_held_call(me, FACT, "Find out what the budget is")
    promised = {f"p{place}-text": f"do thing {place}" for place in range(many)}
    save(client, call, **outcome(call), **outcome(call, place=1), **promised, decides="x", opening="y")
    for number in range(many):
        other = a_held_call(me, customer=a_customer(me, f"Other {number}"), contacts=[])
        an_objective(other)
        a_call(me, other.customer)
        due = timezone.localdate() + dt.timedelta(days=number - 2)
        Commitment.objects.create(
            organization=me.organization, customer=other.customer, call=other, text="sign", due=due
        )
    return call


@pytest.mark.parametrize(
    ("page", "most"), [("debrief", 12), ("debrief?change", 9), ("to-debrief", 3), ("commitments", 4)]
)
def test_pages_ask_the_database_as_often_for_many_as_for_few(client, me, page, most):
    counts = []
    for many in (1, 12):
        call = filled(client, me, many)
        name, _, query = page.partition("?")
        to = address(call) if name == "debrief" else reverse(name)
        counts.append(queries(client, f"{to}?{query}" if query else to))
    assert counts[0] == counts[1] <= most


def test_the_list_of_calls_that_wait_reads_an_index(me):
    from callwright.web.calls.models import Call

    wanted = Call.objects.of(me).filter(debriefed_at=None, state="planned", starts__lt=timezone.now(), member=me)
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads small tables whole; test_a_hundred_thousand_calls holds it to indexes")
    assert "calls_to_debrief" in wanted.order_by("-starts", "-pk")[:50].explain()
