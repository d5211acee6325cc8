"""The job that a round of regular work becomes."""

from __future__ import annotations

from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

from callwright.web.jobs.errors import NoSuchWork
from callwright.web.jobs.models import Round
from callwright.web.jobs.schedule import REGULAR, forget_failures


@task
def come_round(*, path: str) -> None:
    """Does what comes round."""
    if path not in REGULAR:
        raise NoSuchWork(f"{path} is no longer part of Callwright.")
    now = timezone.now()
    import_string(path)(now)
    Round.objects.filter(path=path).update(done_at=now)
    forget_failures(path)
