"""The database is locked or away, its disk is full: a clear word, the text is still there, and a press saves it."""

import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing
from http.cookiejar import CookieJar

import pytest
from django.db import DatabaseError, connection, transaction

from callwright.web.trouble import AWAY, BUSY, FULL, kind_of
from tests.web.pages import plain
from tests.web.test_serving import start

ABOUT = "What we know of them, in a line of some length"


def form_of(page):
    """What pressing the page's button sends."""
    inputs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    texts = re.findall(r'<textarea name="(\w+)"[^>]*>\n([^<]*)</textarea>', page)
    return dict(inputs + texts)


@pytest.fixture
def site(tmp_path):
    """A server of its own, on SQLite, and a browser's way of asking it."""
    process, address = start(tmp_path / "data")
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def ask(path, **fields):
        body = urllib.parse.urlencode(fields).encode() if fields else None
        try:
            with browser.open(urllib.request.Request(address + path, body), timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as wrong:
            return wrong.code, wrong.read().decode()

    yield ask
    process.kill()
    process.wait()


def test_while_another_holds_the_database_the_words_are_kept_and_one_press_saves_them(site, tmp_path):
    ask = site
    token = form_of(ask("/welcome/")[1])
    ask("/welcome/start/", **token, **{"with": "nothing"})
    with closing(sqlite3.connect(tmp_path / "data" / "callwright.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        status, page = ask("/customers/", **token, name="Northfield", about=ABOUT)
        assert status == 503
        assert "Somebody else was writing just then" in plain(page)
        assert ask("/customers/")[0] == 200, "reading goes on"
    sent = form_of(page)
    assert (sent["name"], sent["about"]) == ("Northfield", ABOUT)
    status, page = ask("/customers/", **sent)
    assert status == 200
    assert "Northfield" in plain(page)


@pytest.fixture
def full(database):
    """A disk without room for another page."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL says so itself: below")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


def test_on_a_full_disk_the_text_is_still_there(me, full):
    from django.test import Client

    client, about = Client(raise_request_exception=False, headers={"host": "127.0.0.1"}), f"{ABOUT} " * 40
    for number in range(100):
        answer = client.post("/customers/", {"name": f"Northfield{number}", "about": about})
        if answer.status_code == 503:
            break
    assert "The disk is full" in plain(answer.content.decode())
    assert form_of(answer.content.decode())["name"] == f"Northfield{number}"
    assert about.strip() in answer.content.decode()
    assert client.get("/customers/").status_code == 200


@pytest.mark.parametrize(("state", "kind"), [("53100", FULL), ("40P01", BUSY), ("57P03", AWAY), ("53300", AWAY)])
def test_postgresql_says_what_it_is(database, state, kind):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no such states")
    with pytest.raises(DatabaseError) as wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$")
    assert kind_of(wrong.value) == kind


def test_a_postgresql_that_is_away_is_told_apart_from_a_fault(client):
    psycopg = pytest.importorskip("psycopg")
    with pytest.raises(psycopg.OperationalError) as wrong:
        psycopg.connect("postgresql://me@127.0.0.1:1/name")
    assert kind_of(wrong.value) == AWAY


@pytest.mark.parametrize("wrong", [None, ValueError("no"), FileNotFoundError(2, "no"), sqlite3.IntegrityError("no")])
def test_other_faults_are_not_taken_for_it(wrong):
    assert kind_of(wrong) == ""
