"""The pages of the documentation say what the product does: they are generated, or run, and compared."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.terminal import run_session

ROOT = Path(__file__).parents[2]


def generated() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


@pytest.mark.parametrize("name", ["rules.md", "cli.md"])
def test_a_generated_page_is_up_to_date(name):
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == generated()[name].rstrip() + "\n", "run `make docs`"


def consoles() -> list[tuple[str, str]]:
    """Each command of the README's console sessions with the output that stands under it."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output.strip("\n")))
    return found


@pytest.mark.parametrize(("command", "output"), consoles(), ids=lambda text: text[:40])
def test_the_readmes_session_is_what_a_terminal_shows(command, output):
    assert run_session(command, ROOT) == output


def test_the_readme_shows_a_session():
    assert consoles()


def test_every_target_of_the_makefile_says_in_a_line_what_it_is_for():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^\.PHONY: (\S+)$", makefile, re.MULTILINE):
        assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE), target
