"""What is committed holds on any machine: no registry's host and no path of one machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "a package registry": re.compile(
        r"(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com|net)|--(?:extra-)?index-url|find-links"
    ),
    "a path of one machine": re.compile(r"(?<![\w.~])/(?:home|root|work|Users)/\w"),
}


def committed() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout, so nothing tells which files are committed")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file() and path != Path(__file__)]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_committed_file_names(what):
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in committed()
        if path.suffix not in {".npz", ".png", ".pdf", ".ico"}
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


def test_every_requirement_is_pinned_with_hashes():
    for path in (ROOT / "requirements").glob("*.txt"):
        pins = re.findall(r"^(\S+)==\S+.*?(?=^\S|\Z)", path.read_text(), re.MULTILINE | re.DOTALL)
        blocks = re.split(r"^(?=[a-z0-9])", path.read_text(), flags=re.MULTILINE)[1:]
        assert pins, path
        assert all("==" in block.split("\n")[0] and "--hash=sha256:" in block for block in blocks), path
