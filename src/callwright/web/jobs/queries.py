"""What the page of jobs shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from callwright.web.jobs.claims import LEASE
from callwright.web.jobs.models import Round, Worker
from callwright.web.jobs.schedule import REGULAR, TASK
from callwright.web.jobs.words import reason, what

MOST: Final = 50
"""Jobs of a kind on the page; there may be many more after an import."""

Rows = QuerySet[DBTaskResult[Any, Any]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A job on the page. when: of what its list is about (due, begun, done, failed). why: what went wrong last time."""

    pk: str
    what: str
    about: str
    when: dt.datetime | None
    tries: int
    why: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Work that comes round. done_at: None where it has not been done yet."""

    says: str
    next_at: dt.datetime | None
    done_at: dt.datetime | None


def seen_by(organization: int) -> Rows:
    """The jobs that members of an organization may see: its own, and the rounds, which are everybody's."""
    return DBTaskResult.objects.filter(Q(task_path=TASK) | Q(args_kwargs__kwargs__organization=organization))


def jobs_of(organization: int) -> dict[str, list[Shown]]:
    """What is failed, running, waiting and done. Rounds are shown only where one is under way or went wrong."""
    mine = seen_by(organization)
    done = mine.filter(status="SUCCESSFUL").exclude(task_path=TASK)
    tried = mine.exclude(task_path=TASK, worker_ids=[])
    return {
        "failed": _shown(mine.filter(status="FAILED").order_by("-finished_at"), "finished_at"),
        "running": _shown(mine.filter(status="RUNNING").order_by("started_at"), "started_at"),
        "waiting": _shown(tried.filter(status="READY").order_by("run_after", "enqueued_at"), "run_after"),
        "done": _shown(done.order_by("-finished_at"), "finished_at"),
    }


def coming() -> list[Coming]:
    """All that comes round."""
    rows = {one.path: one for one in Round.objects.filter(path__in=REGULAR)}
    return [
        Coming(one.says, rows[path].next_at if path in rows else None, rows[path].done_at if path in rows else None)
        for path, one in REGULAR.items()
    ]


def at_work(using: str = DEFAULT_DB_ALIAS) -> int:
    """How many workers are alive, by the database of that name in Django's settings."""
    return Worker.objects.using(using).filter(seen__gte=timezone.now() - LEASE).count()


def _shown(jobs: Rows, when: str) -> list[Shown]:
    return [_one(job, getattr(job, when)) for job in jobs[:MOST]]


def _one(job: DBTaskResult[Any, Any], when: dt.datetime | None) -> Shown:
    about = str(job.args_kwargs["kwargs"].get("about", ""))
    soon = when if when and when.year < 9999 else None  # how the library writes "at once"
    return Shown(str(job.pk), what(job), about, soon, len(job.worker_ids), reason(job))
