"""The page of jobs."""

from __future__ import annotations

import uuid
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from callwright.web.jobs.actions import retry
from callwright.web.jobs.errors import NotRetried
from callwright.web.jobs.queries import at_work, coming, jobs_of
from callwright.web.may import WORK, demand


@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    """What waits, runs, is done, and what failed and why."""
    demand(_looks_after(request), WORK)
    lists = jobs_of(_organization(request))
    return render(request, "jobs/page.html", {**lists, "coming": coming(), "at_work": at_work()})


@require_POST
def again(request: HttpRequest, job: uuid.UUID) -> HttpResponse:
    """Has a failed job tried again."""
    demand(_looks_after(request), WORK)
    try:
        retry(job=job, organization=_organization(request))
    except NotRetried as wrong:
        messages.info(request, str(wrong))
    else:
        messages.info(request, "It is being tried again.")
    return redirect("jobs")


def _looks_after(request: HttpRequest) -> bool:
    return cast(bool, request.member.sees_all)  # type: ignore[attr-defined]


def _organization(request: HttpRequest) -> int:
    """Of the member who asks; this app stands below the one of members and knows only the number."""
    return cast(int, request.member.organization_id)  # type: ignore[attr-defined]
