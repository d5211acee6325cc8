"""Doing one job. What it writes and the note that it is done are one transaction: a kill loses and doubles nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeVar, cast

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django_tasks.base import Task, TaskContext
from django_tasks.utils import normalize_json

from callwright.web.jobs.claims import Job, fail, finish, hand_back
from callwright.web.jobs.errors import NoSuchWork, Overtaken

log = logging.getLogger("callwright.jobs")

Function = TypeVar("Function", bound=Callable[..., Any])


def outside_transaction(function: Function) -> Function:
    """Marks a task that talks to somebody else, as a mail server, and so must not hold the database meanwhile.

    It may be begun a second time after its worker died: it has to note for itself how far it came.
    """
    function.outside = True  # type: ignore[attr-defined]
    return function


def do(job: Job) -> None:
    """Does a claimed job and marks it; whatever a job raises ends here."""
    try:
        task = _task_of(job)
        with nullcontext() if getattr(task.func, "outside", False) else transaction.atomic():
            finish(job, normalize_json(_result(task, job)))
    except Overtaken:
        log.warning("%s was taken up by another worker; what was done of it here is undone", job.task_path)
    except Exception as wrong:
        fail(job, wrong)
    except BaseException:  # the process is told to end
        hand_back(job)
        raise


def _task_of(job: Job) -> Task[..., Any]:
    try:
        task: Any = job.task  # typed after the Django that has tasks of its own
    except (ImportError, SuspiciousOperation) as wrong:
        raise NoSuchWork("This job was written by another version of Callwright.") from wrong
    return cast("Task[..., Any]", task)


def _result(task: Task[..., Any], job: Job) -> Any:
    args, kwargs = job.args_kwargs["args"], job.args_kwargs["kwargs"]
    if task.takes_context:
        known: Any = job.task_result
        return task.call(TaskContext(task_result=known), *args, **kwargs)
    return task.call(*args, **kwargs)
