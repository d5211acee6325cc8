"""What was proposed from a debrief and has had neither a yes nor a no: Today says so quietly, and a search finds it."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_customer
from tests.web.pages import plain


@pytest.fixture
def me(me):
    me.organization.started = True
    me.organization.save()
    return me


def debriefed(member, customer=None, days=1):
    """A call that was debriefed so many days ago, and its debrief."""
    from callwright.web.debriefs.models import Debrief

    at = timezone.now() - dt.timedelta(days=days)
    call = a_call(member, customer, starts=at, debriefed_at=at, frozen_at=at)
    return Debrief.objects.create(organization=member.organization, call=call, opened_at=at, saved_at=at, by=member)


def offered(debrief, text="The CFO signs for the pilot", kind="next_call", **fields):
    from callwright.web.debriefs.models import Consequence

    return Consequence.objects.create(
        organization=debrief.organization, debrief=debrief, kind=kind, offered={"text": text}, **fields
    )


def line(client):
    """The quiet line of Today, in words."""
    found = re.search(r'<p class="soft proposals">.*?</p>', client.get("/").content.decode(), re.DOTALL)
    return plain(found[0]) if found else ""


def test_today_names_the_customers_and_leads_to_what_was_proposed(client, me):
    one = debriefed(me, a_customer(me, "Elm Works"))
    offered(one)
    offered(one, kind="knowledge")
    offered(debriefed(me, a_customer(me, "Harbour Steel"), days=2))
    assert line(client) == "Proposed after your calls, and waiting for a yes or no: Elm Works (2) Harbour Steel"
    assert f'href="/calls/{one.call_id}/debrief/#follows"' in client.get("/").content.decode()


@pytest.mark.parametrize("state", ["accepted", "declined"])
def test_what_was_answered_waits_no_longer(client, me, state):
    offer = offered(debriefed(me))
    assert line(client)
    offer.state = state
    offer.save()
    assert line(client) == ""


def test_those_of_long_ago_and_of_others_are_not_spoken_of(client, me, stranger):
    offered(debriefed(me, days=15))
    offered(debriefed(stranger))
    assert line(client) == ""


def test_of_many_the_first_are_named_and_the_rest_counted(client, me):
    for number in range(7):
        offered(debriefed(me, a_customer(me, f"Firm {number}")))
    assert line(client).endswith("and 2 more")


@pytest.fixture
def find(me):
    """What a search finds among proposals: titles and where they lead."""
    from callwright.web.customers.search import found

    def find(typed, member=me):
        return [
            (hit.title, hit.address) for group in found(member, typed) if group.kind == "proposal" for hit in group.hits
        ]

    return find


def test_a_search_finds_it_by_the_beginning_of_its_words(me, find):
    offer = offered(debriefed(me))
    assert find("sign pilo") == [("The CFO signs for the pilot", f"/calls/{offer.debrief.call_id}/debrief/#follows")]


def test_a_search_no_longer_finds_what_was_answered_and_again_what_was_taken_back(me, find):
    offer = offered(debriefed(me))
    for state, count in (("accepted", 0), ("offered", 1), ("declined", 0)):
        offer.state = state
        offer.save()
        assert len(find("pilot")) == count


def test_a_search_looks_at_words_and_not_at_how_they_are_kept(me, find):
    offered(debriefed(me))
    assert find("text") == []


def test_an_offer_without_words_is_no_trouble(me, find):
    offer = offered(debriefed(me), kind="stage")
    offer.offered = {"stage": 3, "why": "They act, with a date."}
    offer.save()
    assert find("act") == []


def test_a_stranger_finds_nothing_of_it(me, stranger, find):
    offered(debriefed(me))
    assert find("pilot", stranger) == []
