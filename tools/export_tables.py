"""Writes the list of tables at the end of docs/reference/export.md anew; a test holds it to the models."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

import django

DOCUMENT: Final = Path(__file__).parent.parent / "docs" / "reference" / "export.md"
HEADING: Final = "## The tables\n\n"


def listed() -> str:
    """The list, once Django is set up."""
    from callwright.web.keeping.tables import tables

    lines = [f"| `{one.name}` | {', '.join(f'`{column.name}`' for column in one.columns)} |" for one in tables()]
    return "\n".join(["| table | columns |", "| --- | --- |", *lines, ""])


def main() -> None:
    """Writes it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"CALLWRIGHT_DATA": folder, "DJANGO_SETTINGS_MODULE": "callwright.web.settings"}
        django.setup()
        before = DOCUMENT.read_text(encoding="utf-8").partition(HEADING)[0]
        DOCUMENT.write_text(before + HEADING + listed(), encoding="utf-8")


if __name__ == "__main__":
    main()
