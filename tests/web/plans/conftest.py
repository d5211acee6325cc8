"""The plan page as a browser gets it, with and without scripts."""

import pytest

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity


@pytest.fixture
def call(me):
    """A call of 30 minutes tomorrow on the CFO of Northfield Foods, who evaluate."""
    customer = a_customer(me)
    return a_call(me, customer, contacts=[a_contact(customer)], opportunity=an_opportunity(customer), minutes=30)


@pytest.fixture
def page(client, call):
    """The whole page."""
    return lambda **asked: client.get(f"/calls/{call.pk}/plan/", asked).content.decode()


@pytest.fixture
def press(client, call):
    """What comes back when a button is pressed without scripts; the address where it leads elsewhere."""

    def press_(text="", **sent):
        answer = client.post(f"/calls/{call.pk}/plan/", {"position": 1, "text": text, **sent})
        return answer.headers.get("location") or answer.content.decode()

    return press_


@pytest.fixture
def type_(client, call):
    """What comes back while one types."""

    def post(text="", **sent):
        sent = {"position": 1, "text": text, **sent}
        return client.post(f"/calls/{call.pk}/plan/", sent, headers={"HX-Request": "true"})

    return post


@pytest.fixture
def rest(client, call):
    """What comes back when the pen rests: the words are kept."""

    def post(text="", **sent):
        sent = {"position": 1, "text": text, **sent}
        return client.post(f"/calls/{call.pk}/plan/keep/", sent, headers={"HX-Request": "true"})

    return post
