"""`callwright export`: everything of an organization as a file."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from django.db import DatabaseError

from callwright.web.keeping.actions.reaching import must_be_new, reach
from callwright.web.keeping.archive import room_beside
from callwright.web.keeping.errors import KeepingRefused

if TYPE_CHECKING:
    from callwright.web.accounts.models import Member

ENDINGS: Final = (".json", ".zip")


def export(target: Path, *, data: Path | None = None, organization: str = "", replace: bool = False) -> None:
    """Writes everything to `target`: one JSON file (.json), or an archive of CSV files (.zip).

    organization: the name of one, where there are several. The file is readable by its owner alone, and appears whole
    or not at all. Raises KeepingRefused where there is nothing, or `target` is there and not to be replaced; OSError.
    """
    if target.suffix.lower() not in ENDINGS:
        raise KeepingRefused(f"{target}: an export ends in .json (one file) or .zip (a CSV file for each table)")
    must_be_new(target, replace)
    reach(data)
    with room_beside(target) as room:
        made = room / "export"
        made.touch(0o600)
        try:
            with made.open("wb") as file:
                _write(file, _of(organization), target.suffix.lower())
        except DatabaseError as wrong:
            raise KeepingRefused(
                f"the database cannot be read ({wrong}): start `callwright serve` once, so that it is of this version"
            ) from wrong
        made.replace(target)


def _write(file: IO[bytes], member: Member, ending: str) -> None:
    from callwright.web.keeping.as_csv import write_csv  # noqa: PLC0415  once Django is set up
    from callwright.web.keeping.as_json import as_json  # noqa: PLC0415

    if ending == ".zip":
        write_csv(file, member)
    else:
        file.writelines(piece.encode() for piece in as_json(member))


def _of(organization: str) -> Member:
    """Somebody of the organization of that name, or of the only one; whoever runs the command sees all of it."""
    from callwright.web.accounts.models import Member, Organization, Role  # noqa: PLC0415  once Django is set up

    found = list(Organization.objects.filter(**{"name": organization} if organization else {}).order_by("pk")[:2])
    if len(found) == 1:
        return Member(organization=found[0], role=Role.ADMIN)
    names = ", ".join(Organization.objects.order_by("name").values_list("name", flat=True)) or "none yet"
    raise KeepingRefused(f"say which organization with --organization; there are: {names}")
