"""Who does a job: claimed by one worker, done or failed by none but that one, and taken up again where that one died.

Every step is a single conditional UPDATE, which SQLite and PostgreSQL alike let one worker win.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from traceback import format_exception
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from callwright.web.jobs.errors import Overtaken, WorkerLost
from callwright.web.jobs.models import Worker

LEASE: Final = dt.timedelta(seconds=float(os.environ.get("CALLWRIGHT_JOB_LEASE", "60")))
"""A worker that has not been heard of for this long is taken for dead."""

WAITS: Final = (10, 60, 300, 1800)
"""Seconds until the second try of a job that failed, the third, and so on; after the last, it has failed for good."""

AT_ONCE: Final = 5
"""Jobs that are looked at to find one that no other worker has taken."""
LOOKS: Final = 10
"""Times that this is done while others are quicker at each of them, as there may be more behind these."""

log = logging.getLogger("callwright.jobs")

Job = DBTaskResult[Any, Any]


def beat(name: str) -> None:
    """Says that a worker is alive."""
    Worker.objects.update_or_create(name=name, defaults={"seen": timezone.now()})


def claim(name: str) -> Job | None:
    """The next job that is due, claimed for the worker of this name; None where there is none."""
    for _ in range(LOOKS):
        jobs = list(DBTaskResult.objects.ready()[:AT_ONCE])
        if mine := next((job for job in jobs if _claimed(job, name)), None):
            return mine
        if not jobs:
            break
    return None


def _claimed(job: Job, name: str) -> bool:
    mine = {"status": "RUNNING", "started_at": timezone.now(), "worker_ids": [*job.worker_ids, name]}
    if not DBTaskResult.objects.filter(pk=job.pk, status="READY", worker_ids=job.worker_ids).update(**mine):
        return False
    for field, value in mine.items():
        setattr(job, field, value)
    return True


def finish(job: Job, value: Any) -> None:
    """Marks a job as done. Raises Overtaken where it was given to another worker: undo what was done for it."""
    done = {"status": "SUCCESSFUL", "finished_at": timezone.now(), "return_value": value}
    if not _still(job).update(**done, exception_class_path="", traceback=""):
        raise Overtaken("another worker has taken this job up")


def fail(job: Job, wrong: BaseException) -> None:
    """Has a job tried again after a while, or marks it as failed when it has been tried often enough."""
    log.warning("%s failed (%s), try %d", job.task_path, type(wrong).__name__, len(job.worker_ids))
    _still(job).update(**_after_failure(job, wrong))


def hand_back(job: Job) -> None:
    """Lets another worker begin with a job at once."""
    _still(job).update(status="READY", run_after=timezone.now(), worker_ids=job.worker_ids[:-1])


def take_up_lost(now: dt.datetime | None = None, idle: str = "") -> int:
    """Gives the jobs of dead workers to the living; how many these were.

    idle: a worker between two jobs; one in its name is one that it could not mark, as when the disk was full.
    """
    now = now or timezone.now()
    Worker.objects.filter(seen__lt=now - 10 * LEASE).delete()
    alive = set(Worker.objects.filter(seen__gte=now - LEASE).values_list("name", flat=True)) - {idle}
    # Read after the living, so that a job claimed in between belongs to one of them or is found the next time.
    lost = [job for job in DBTaskResult.objects.running() if job.worker_ids[-1:] and job.worker_ids[-1] not in alive]
    return sum(_taken_up(job, now) for job in lost)


def _taken_up(job: Job, now: dt.datetime) -> int:
    log.warning("%s is taken up again: its worker has gone", job.task_path)
    if len(job.worker_ids) > len(WAITS):
        return _still(job).update(**_after_failure(job, WorkerLost("Each worker that took this up ended in mid-job.")))
    return _still(job).update(status="READY", run_after=now)


def _after_failure(job: Job, wrong: BaseException) -> dict[str, Any]:
    now, tries = timezone.now(), len(job.worker_ids)
    kind = type(wrong)
    told = {
        "exception_class_path": f"{kind.__module__}.{kind.__qualname__}",
        "traceback": "".join(format_exception(wrong)),
    }
    if tries <= len(WAITS):
        return {**told, "status": "READY", "run_after": now + dt.timedelta(seconds=WAITS[tries - 1])}
    return {**told, "status": "FAILED", "finished_at": now, "return_value": None}


def _still(job: Job) -> QuerySet[Job]:
    """The job's row, while it is running and in the hands of the worker that this copy tells of."""
    return DBTaskResult.objects.filter(pk=job.pk, status="RUNNING", worker_ids=job.worker_ids)
