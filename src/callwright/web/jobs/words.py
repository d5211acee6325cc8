"""Jobs in words: what one does, and why it failed."""

from __future__ import annotations

import inspect
from typing import Any, Final

from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from callwright.smart import CallwrightError
from callwright.web.jobs.schedule import REGULAR, TASK

KNOWN: Final = {
    "builtins.ConnectionRefusedError": "The mail server, or whatever it was to reach, does not answer at its address.",
    "builtins.TimeoutError": "No answer came in time.",
    "socket.gaierror": "The name of the server is not known.",
    "smtplib.SMTPAuthenticationError": "The mail server does not take the user name and password it was given.",
    "smtplib.SMTPRecipientsRefused": "The mail server does not take this address.",
    "smtplib.SMTPServerDisconnected": "The mail server hung up.",
    "smtplib.SMTPSenderRefused": "The mail server does not take mail from the sender's address.",
    "django.db.utils.OperationalError": "The database was locked, full or away.",
}
"""Why a job failed, by its exception. What others say of themselves may hold data of other people: it is not shown."""


def what(job: DBTaskResult[Any, Any]) -> str:
    """What a job does: the first line of what its function says of itself, or what comes round."""
    if job.task_path == TASK:
        path = job.args_kwargs["kwargs"].get("path", "")
        return REGULAR[path].says if path in REGULAR else "Work of another version"
    try:
        task = import_string(job.task_path)
    except ImportError:
        return "Work of another version"
    said = inspect.getdoc(task.func) if isinstance(task, Task) else None
    return (said or job.task_name).partition("\n")[0].rstrip(".")


def reason(job: DBTaskResult[Any, Any]) -> str:
    """Why the last try failed, in a sentence; empty where none did."""
    path = job.exception_class_path
    if not path:
        return ""
    if path in KNOWN:
        return KNOWN[path]
    return (
        _own_words(path, job.traceback) or f"A fault of ours ({path.rpartition('.')[2]}); the server's log says more."
    )


def _own_words(path: str, traceback: str) -> str:
    """What an error of Callwright's own says; such are written for people."""
    try:
        kind = import_string(path)
    except ImportError:
        return ""
    if not (isinstance(kind, type) and issubclass(kind, CallwrightError)):
        return ""
    return traceback.strip().rpartition("\n")[2].partition(": ")[2]
