"""The page from which one takes everything along."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from callwright.web.accounts.queries import MemberRequest
from callwright.web.keeping.as_csv import write_csv
from callwright.web.keeping.as_json import as_json


@require_safe
def keeping(request: MemberRequest) -> HttpResponse:
    """What can be taken along, and how copies are kept."""
    return render(request, "keeping/page.html", {"organization": request.member.organization})


@require_safe
def export_json(request: MemberRequest) -> FileResponse:
    """Everything as one JSON file. It is whole before the first byte leaves: what fails is a page, no torn file."""
    file = TemporaryFile()  # noqa: SIM115  the answer closes it
    file.writelines(piece.encode() for piece in as_json(request.member))
    return _download(file, "json")


@require_safe
def export_csv(request: MemberRequest) -> FileResponse:
    """Everything as an archive of CSV files."""
    file = TemporaryFile()  # noqa: SIM115  the answer closes it
    write_csv(file, request.member)
    return _download(file, "zip")


def _download(file: IO[bytes], ending: str) -> FileResponse:
    file.seek(0)
    name = f"callwright-{timezone.localdate():%Y-%m-%d}.{ending}"
    return FileResponse(file, as_attachment=True, filename=name)
