"""Every address of the site: it answers, it knows nothing of a stranger's rows, and it asks the database a fixed number
of questions however many rows there are. A new route without an entry here fails."""

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver

from tests.web.people import addresses
from tests.web.world import a_world

PAGES = {
    # name of the route: (address, queries)
    "today": ("/", 10),
    "week": ("/week/", 5),
    "line": ("/check/", 1),
    "rules": ("/rules/", 2),
    "rule": ("/rules/M01/", 2),
    "open-door": ("/people/open/", 1),
    "welcome": ("/welcome/", 1),
    "jobs": ("/jobs/", 7),
    "keeping": ("/keeping/", 1),
    "trail": ("/trail/", 6),
    "export-json": ("/keeping/export.json", 31),
    "export-csv": ("/keeping/export.zip", 37),
    "customers": ("/customers/", 5),
    "search": ("/customers/search/?q=north", 3),
    "products": ("/customers/products/", 2),
    "stages": ("/customers/stages/", 2),
    "duplicates": ("/customers/duplicates/", 4),
    "customer": ("/customers/{customer}/", 17),
    "change-customer": ("/customers/{customer}/change/", 17),
    "remove-customer": ("/customers/{customer}/remove/", 3),
    "merge": ("/customers/{customer}/merge/", 4),
    "part": ("/customers/{customer}/contacts/{contacts}/", 18),
    "new-call": ("/calls/new/", 4),
    "call": ("/calls/{call}/", 10),
    "call-customers": ("/calls/customers/?q=nor", 3),
    "call-who": ("/calls/who/?customer={customer}", 5),
    "plan": ("/calls/{call}/plan/", 17),
    "brief": ("/calls/{call}/brief/", 9),
    "brief-pdf": ("/calls/{call}/brief.pdf", 10),
    "brief-ics": ("/calls/{call}/brief.ics", 13),
    "brief-mail": ("/calls/briefs/mail/", 2),
    "briefs-coming": ("/calls/briefs/coming/", 3),
    "debrief": ("/calls/{past}/debrief/", 7),
    "to-debrief": ("/calls/to-debrief/", 3),
    "commitments": ("/calls/commitments/", 4),
    "manifest": ("/manifest.webmanifest", 0),
    "service-worker": ("/service-worker.js", 0),
    "offline": ("/offline/", 0),
}

PRESSED = {
    # What only a press leads to. Each app's own tests hold what it does; here: it does nothing to a stranger's rows.
    "count-again": "/rules/set-aside/{aside}/back/",
    "start": "/welcome/start/",
    "remove-examples": "/welcome/remove-examples/",
    "job-again": "/jobs/{job}/again/",
    "remove-product": "/customers/products/{product}/remove/",
    "remove-stage": "/customers/stages/{stage}/remove/",
    "shift-stage": "/customers/stages/{stage}/shift/",
    "apart": "/customers/apart/",
    "undo-merge": "/customers/merges/{merge}/undo/",
    "remove-part": "/customers/{customer}/contacts/{contacts}/remove/",
    "move-stage": "/customers/{customer}/opportunities/{opportunities}/stage/",
    "open-opening": "/customers/{customer}/openings/{openings}/open/",
    "call-stage": "/calls/{call}/stage/",
    "cancel-call": "/calls/{call}/cancel/",
    "revive-call": "/calls/{call}/revive/",
    "plan-keep": "/calls/{call}/plan/keep/",
    "debrief-so-far": "/calls/{past}/debrief/so-far/",
    "consequence": "/calls/{told}/debrief/follows/{row}/",
    "consequences": "/calls/{told}/debrief/follows/",
    "put-back": "/calls/to-debrief/back/",
    "commitment": "/calls/commitments/{promise}/",
}

FEW, MANY = 3, 30


def routes(patterns=None):
    """The names of all routes but those of signing in, which are allauth's."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        elif str(pattern.pattern) != "accounts/":
            yield from routes(pattern.url_patterns)


def asked(client, address):
    """How many questions a page asks the database, once it has been opened before."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address)
        b"".join(answer) if answer.streaming else answer.content
    return len(caught)


def test_every_route_has_an_entry_here(prepared):
    assert {*PAGES, *PRESSED, *addresses.PAGES, *addresses.PRESSED} == set(routes())


def counts(client, me, many):
    """For each page, how many questions it asks of a world of that size; the world is gone afterwards."""
    with transaction.atomic():
        keys = a_world(me, many)
        found = {name: asked(client, at.format(**keys)) for name, (at, _) in PAGES.items()}
        transaction.set_rollback(True)
    return found


def test_pages_ask_a_fixed_number_of_questions_however_many_rows_there_are(client, me):
    few, many = counts(client, me, FEW), counts(client, me, MANY)
    assert many == few
    assert few == {name: queries for name, (_, queries) in PAGES.items()}


@pytest.mark.parametrize("name", [name for name, (at, _) in PAGES.items() if "{" in at and "?" not in at])
def test_a_strangers_row_is_not_there_to_be_read(client, me, stranger, name):
    theirs = PAGES[name][0].format(**a_world(stranger, 1))
    assert client.get(theirs).status_code == 404


@pytest.mark.parametrize("name", [name for name, at in PRESSED.items() if "{" in at and name != "job-again"])
def test_a_strangers_row_is_not_there_to_be_changed(client, me, stranger, name):
    theirs = PRESSED[name].format(**a_world(stranger, 1))
    assert client.post(theirs, {"text": "Mine now", "state": "kept", "stage": "1"}).status_code == 404


@pytest.mark.parametrize("name", [name for name, (at, _) in PAGES.items() if "{" not in at or "?" in at])
def test_no_list_shows_a_strangers_rows(client, me, stranger, name):
    a_world(me, 1)
    keys = a_world(stranger, 1, name="Secretive")
    answer = client.get(PAGES[name][0].format(**keys))
    shown = (b"".join(answer) if answer.streaming else answer.content).decode("utf-8", "replace")
    assert "Secretive" not in shown
    assert f"/customers/{keys['customer']}/" not in shown
    assert f"/calls/{keys['call']}/" not in shown
