"""Work that comes round by itself: apps name theirs in `ready`, and whichever worker is first makes a job of it."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from callwright.web.jobs.models import Round

TASK: Final = "callwright.web.jobs.tasks.come_round"
UNFINISHED: Final = ("READY", "RUNNING")


@dataclass(frozen=True, slots=True)
class Regular:
    """A function that is called with the time every so many seconds. says: what it does, for the page of jobs."""

    path: str
    seconds: int
    says: str

    def after(self, now: dt.datetime) -> dt.datetime:
        """The next moment after `now` at which it is due; those of a minute fall on the full minute."""
        whole = int(now.timestamp()) // self.seconds + 1
        return dt.datetime.fromtimestamp(whole * self.seconds, dt.UTC)


REGULAR: Final[dict[str, Regular]] = {}
"""All that comes round, by path."""


def every(seconds: int, path: str, says: str = "") -> None:
    """Has the function at the dotted path called every `seconds`, with the time (aware) as its one argument.

    It runs in one transaction with the note that it was done, so it happens wholly or not at all. Rounds that nobody
    was there for are not made up for: the function must do all that is due when it is called.
    """
    REGULAR[path] = Regular(path, seconds, says or path.rpartition(".")[2].replace("_", " ").capitalize())


def enqueue_due(now: dt.datetime | None = None) -> int:
    """Makes a job of each round that is due and that no other worker has taken; how many that were."""
    now = now or timezone.now()
    known = {one.path: one.next_at for one in Round.objects.filter(path__in=REGULAR)}
    due = [one for path, one in REGULAR.items() if path not in known or known[path] <= now]
    return sum(_enqueue(one, known.get(one.path), now) for one in due)


def forget_failures(path: str) -> None:
    """Takes rounds that failed out of the list, once one has done all that was due."""
    DBTaskResult.objects.filter(pk__in=_of(path, ("FAILED",))).delete()


@transaction.atomic
def _enqueue(regular: Regular, was: dt.datetime | None, now: dt.datetime) -> bool:
    if not _taken(regular, was, now):
        return False
    waiting = _of(regular.path, UNFINISHED)
    if waiting:  # it will do all that is due; where it failed and waits, it is tried now
        DBTaskResult.objects.filter(pk__in=waiting, status="READY").update(run_after=now)
        return False
    from callwright.web.jobs.tasks import come_round  # noqa: PLC0415  it needs this module

    come_round.enqueue(path=regular.path)
    return True


def _taken(regular: Regular, was: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether this worker is the one that moved the round on."""
    after = regular.after(now)
    if was is None:
        return Round.objects.get_or_create(path=regular.path, defaults={"next_at": after})[1]
    return Round.objects.filter(path=regular.path, next_at=was).update(next_at=after) == 1


def _of(path: str, statuses: tuple[str, ...]) -> list[uuid.UUID]:
    """The jobs that rounds of one kind have become."""
    rows = DBTaskResult.objects.filter(task_path=TASK, status__in=statuses).values_list("pk", "args_kwargs")
    return [pk for pk, called in rows if called["kwargs"].get("path") == path]
