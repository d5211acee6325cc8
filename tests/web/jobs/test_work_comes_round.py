"""Work that comes round: each round once, whatever the number of workers, and no pile of rounds that were missed."""

import datetime as dt

import pytest

NOON = dt.datetime(2020, 3, 2, 12, 0, 5, tzinfo=dt.UTC)
UP = "tests.web.jobs.work.run_up"
STUMBLE = "tests.web.jobs.work.stumble_round"


@pytest.fixture
def rounds(me, monkeypatch):
    from callwright.web.jobs import schedule

    monkeypatch.setattr(schedule, "REGULAR", {})
    for module in ("tasks", "queries", "words"):
        monkeypatch.setattr(f"callwright.web.jobs.{module}.REGULAR", schedule.REGULAR)
    schedule.every(60, UP, "Notes the minute")
    return schedule


def jobs():
    from django_tasks_db.models import DBTaskResult

    return list(DBTaskResult.objects.order_by("enqueued_at"))


def run(count=1):
    from callwright.web.jobs.claims import claim
    from callwright.web.jobs.running import do

    for _ in range(count):
        do(claim("one"))


def test_a_round_is_one_job_however_many_workers_look(rounds):
    assert [rounds.enqueue_due(NOON) for _ in range(5)] == [1, 0, 0, 0, 0]
    assert len(jobs()) == 1


def test_the_next_round_begins_with_the_next_full_minute(rounds):
    rounds.enqueue_due(NOON)
    run()
    assert rounds.enqueue_due(NOON.replace(second=59)) == 0
    assert rounds.enqueue_due(NOON.replace(minute=1, second=0)) == 1


def test_two_workers_that_saw_the_same_round_due_make_one_job(rounds):
    rounds.enqueue_due(NOON)
    run()
    regular, was = rounds.REGULAR[UP], NOON.replace(minute=1, second=0)
    later = NOON.replace(minute=1)
    assert [rounds._enqueue(regular, was, later), rounds._enqueue(regular, was, later)] == [True, False]


def test_rounds_that_nobody_was_there_for_are_not_piled_up(rounds):
    rounds.enqueue_due(NOON)
    assert rounds.enqueue_due(NOON + dt.timedelta(hours=8)) == 0, "the one that waits does all that is due"
    run()
    assert rounds.enqueue_due(NOON + dt.timedelta(hours=9)) == 1


def test_it_is_called_with_the_time_and_the_page_says_when_it_was_done(rounds, client):
    rounds.enqueue_due(NOON)
    run()
    from callwright.web.customers.models import Customer

    assert Customer.objects.get().name.startswith("round 20")
    page = client.get("/jobs/").content.decode()
    assert "Notes the minute" in page
    assert "not done yet" not in page


def test_a_round_that_failed_is_tried_with_the_next_one(rounds, monkeypatch):
    monkeypatch.delitem(rounds.REGULAR, UP)
    rounds.every(60, STUMBLE)
    rounds.enqueue_due(NOON)
    run()
    [job] = jobs()
    assert job.status == "READY"
    later = NOON + dt.timedelta(minutes=1)
    rounds.enqueue_due(later)
    [job] = jobs()
    assert job.run_after == later


def test_what_is_done_long_ago_is_cleared_away(rounds):
    from callwright.web.jobs.actions import clear_old

    rounds.enqueue_due(NOON)
    run()
    [job] = jobs()
    clear_old(job.finished_at + dt.timedelta(minutes=59))
    assert len(jobs()) == 1
    clear_old(job.finished_at + dt.timedelta(minutes=61))
    assert jobs() == []
