"""The page of jobs: what waits, runs, is done, what failed and why in words, and a button to try again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.jobs.looking import bring_forward, row
from tests.web.pages import plain


@pytest.fixture
def mine(work, me):
    return {"organization": me.organization_id}


def fail(result):
    from callwright.web.jobs.claims import WAITS
    from callwright.web.jobs.worker import Worker

    for _ in range(len(WAITS) + 1):
        bring_forward(result)
        Worker().step()


def test_a_waiting_job_says_what_it_is_about(client, mine, work):
    work.note.enqueue(name="x", about="Northfield Foods", **mine)
    page = plain(client.get("/jobs/").content.decode())
    assert "Waiting Adds a customer: Northfield Foods next" in page
    assert "Nobody is at work" in page


def test_a_failed_job_says_why_in_words_and_can_be_tried_again(client, mine, work):
    result = work.refuse.enqueue(about="the file of March", **mine)
    fail(result)
    page = plain(client.get("/jobs/").content.decode())
    assert "Does what cannot be done: the file of March The day of that file is not a day. Tried 5 times" in page
    answer = client.post(f"/jobs/{result.id}/again/", follow=True)
    assert "It is being tried again." in plain(answer.content.decode())
    assert "Failed" not in plain(answer.content.decode())


def test_a_fault_is_named_without_telling_what_it_fell_over(client, mine, work):
    fail(work.stumble.enqueue(**mine))
    page = client.get("/jobs/").content.decode()
    assert "A fault of ours (ValueError)" in page
    assert "12,000" not in page


def test_pressing_try_again_twice_does_no_harm(client, mine, work):
    result = work.refuse.enqueue(**mine)
    fail(result)
    client.post(f"/jobs/{result.id}/again/")
    answer = client.post(f"/jobs/{result.id}/again/", follow=True)
    assert "no longer among those that failed" in answer.content.decode()


def test_jobs_of_others_are_neither_seen_nor_touched(client, stranger, mine, work):
    result = work.refuse.enqueue(organization=stranger.organization_id, about="Their secret")
    fail(result)
    assert "Their secret" not in client.get("/jobs/").content.decode()
    client.post(f"/jobs/{result.id}/again/")
    assert row(result).status == "FAILED"


def test_the_page_takes_as_many_queries_for_many_jobs_as_for_one(client, mine, work):
    counts = []
    for number in (1, 30):
        for _ in range(number):
            work.note.enqueue(name="x", **mine)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get("/jobs/")
        counts.append(len(seen))
    assert counts == [6, 6]
