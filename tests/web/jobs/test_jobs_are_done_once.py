"""Background work: done wholly or not at all, by one worker, tried again where it failed, taken up where one died."""

import datetime as dt

from django.utils import timezone

from tests.web.jobs.looking import bring_forward, customers, row


def test_a_job_is_done_and_marked_done(work, worker):
    result = work.note.enqueue(name="Northfield Foods")
    assert worker.step() is True
    assert row(result).status == "SUCCESSFUL"
    assert customers() == ["Northfield Foods"]
    assert worker.step() is False, "there is nothing left to do"


def test_two_workers_never_have_the_same_job(work):
    from callwright.web.jobs.claims import claim

    work.note.enqueue(name="Northfield Foods")
    assert claim("one") is not None
    assert claim("two") is None


def test_a_job_of_a_dead_worker_is_done_by_another(work, worker):
    from callwright.web.jobs.claims import beat, claim
    from callwright.web.jobs.models import Worker as Row

    result = work.note.enqueue(name="Northfield Foods")
    beat("dead")
    claim("dead")
    assert worker.step() is False, "it may only be slow"
    Row.objects.filter(name="dead").update(seen=timezone.now() - dt.timedelta(minutes=2))
    worker._next_look = 0
    assert worker.step() is True
    assert row(result).status == "SUCCESSFUL"
    assert row(result).worker_ids == ["dead", worker.name]


def test_a_worker_that_was_only_asleep_finds_its_job_done_and_undoes_its_own(work, worker):
    from callwright.web.jobs.claims import claim, take_up_lost
    from callwright.web.jobs.running import do

    work.note.enqueue(name="Northfield Foods")
    asleep = claim("asleep")
    take_up_lost()
    assert worker.step() is True
    do(asleep)
    assert customers() == ["Northfield Foods"], "once, not twice"


def test_what_a_job_wrote_before_it_failed_is_undone(work, worker, monkeypatch):
    monkeypatch.setattr("callwright.web.jobs.running.normalize_json", lambda value: 1 / 0)
    result = work.note.enqueue(name="Northfield Foods")
    worker.step()
    assert row(result).status == "READY"
    assert customers() == []


def test_a_job_that_fails_is_tried_again_after_longer_and_longer_pauses(work, worker):
    result = work.refuse.enqueue()
    pauses = []
    for _ in range(4):
        worker.step()
        assert row(result).status == "READY"
        pauses.append(round((row(result).run_after - timezone.now()).total_seconds(), -1))
        assert worker.step() is False, "not yet"
        bring_forward(result)
    worker.step()
    assert row(result).status == "FAILED"
    assert pauses == sorted(pauses)
    assert pauses[0] == 10


def test_a_job_that_kills_every_worker_is_given_up(work):
    from callwright.web.jobs.claims import claim, take_up_lost

    result = work.note.enqueue(name="Northfield Foods")
    for number in range(5):
        assert claim(f"worker {number}") is not None
        take_up_lost()
    assert row(result).status == "FAILED"
    assert claim("another") is None


def test_a_job_that_its_worker_could_not_mark_is_not_stuck(work, worker):
    from callwright.web.jobs.claims import claim

    result = work.note.enqueue(name="Northfield Foods")
    claim(worker.name)
    assert worker.step() is True
    assert row(result).status == "SUCCESSFUL"


def test_a_job_of_another_version_is_named_and_does_not_stop_the_worker(work, worker):
    from django_tasks_db.models import DBTaskResult

    result = work.note.enqueue(name="x")
    DBTaskResult.objects.update(task_path="callwright.web.gone.tasks.away")
    worker.step()
    assert row(result).exception_class_path.endswith("NoSuchWork")


def test_a_worker_outlives_a_locked_database(work, worker, monkeypatch):
    from django.db import OperationalError

    def locked():
        raise OperationalError("database is locked")

    # It would close the connection in which this test's own transaction is open.
    monkeypatch.setattr("callwright.web.jobs.worker.close_old_connections", lambda: None)
    assert worker._safely(locked) is None
    assert worker._safely(worker.step) is False
