"""Writes the generated pages of docs/reference: every rule with all it says of itself, and every command's help.

`python tools/reference.py` writes them; tests/house/test_documents.py holds the pages to what this gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer.testing import CliRunner

from callwright.cli.app import app
from callwright.cli.listing import HEADINGS
from callwright.cli.verdict import NAMES
from callwright.smart import CRITERIA
from callwright.smart.rules import RULES, Rule

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
NOTE = "<!-- Written by `make docs`; change the source, not this page. -->\n"


def pages() -> dict[str, str]:
    """Each generated page's name and content."""
    return {"rules.md": "\n".join(_rules()), "cli.md": "\n".join(_commands())}


def _rules() -> Iterator[str]:
    yield f"# The rules\n\n{NOTE}"
    yield "Each has a stable code. `callwright rule CODE` says the same on the command line.\n"
    for criterion in CRITERIA:
        yield f"## {NAMES[criterion]}\n"
        for rule in RULES:
            if rule.criterion == criterion:
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}\n"
    yield f"{rule.title}. Speaks {'for' if rule.favours else 'against'} {NAMES[rule.criterion].lower()}.\n"
    for field, heading in HEADINGS:
        if value := getattr(rule, field):
            yield f"- **{heading}:** {' '.join(str(value).split())}"
    yield ""


def _commands() -> Iterator[str]:
    yield f"# The commands\n\n{NOTE}"
    for name in ("", *typer.main.get_command(app).commands):  # type: ignore[attr-defined]
        yield f"## {' '.join(('callwright', name)).strip()}\n"
        yield f"```text\n{_help(name)}\n```\n"


def _help(name: str) -> str:
    arguments = [name, "--help"] if name else ["--help"]
    runner = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"})
    given = runner.invoke(app, arguments, prog_name="callwright").output
    return "\n".join(line.rstrip() for line in given.strip().splitlines())


def main() -> None:
    """Writes the pages."""
    for name, content in pages().items():
        (REFERENCE / name).write_text(content.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
