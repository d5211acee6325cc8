"""What changes the list of jobs: a failed one is tried again, old ones are cleared away."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from callwright.web.jobs.errors import NotRetried
from callwright.web.jobs.queries import seen_by
from callwright.web.jobs.schedule import TASK

ROUNDS_KEPT: Final = dt.timedelta(hours=1)
JOBS_KEPT: Final = dt.timedelta(days=30)


def retry(*, job: uuid.UUID, organization: int) -> None:
    """Has a failed job tried again at once, as if for the first time. Raises NotRetried for one that has not failed."""
    again = {"status": "READY", "run_after": timezone.now(), "worker_ids": [], "finished_at": None}
    if not seen_by(organization).filter(pk=job, status="FAILED").update(**again):
        raise NotRetried("That job is no longer among those that failed: it was tried again, or cleared away.")


def clear_old(now: dt.datetime) -> int:
    """Deletes jobs that were done: rounds after an hour, others after 30 days. Those that failed stay that long too."""
    done = DBTaskResult.objects.filter(status__in=("SUCCESSFUL", "FAILED"), finished_at__lt=now - JOBS_KEPT)
    rounds = DBTaskResult.objects.filter(task_path=TASK, status="SUCCESSFUL", finished_at__lt=now - ROUNDS_KEPT)
    return int(done.delete()[0] + rounds.delete()[0])
