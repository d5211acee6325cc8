"""The wheel, installed into an empty environment, gives a working `callwright` with everything that it reads."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SMART = "Get Dana to agree to a two-week pilot starting 1 December"
DEPENDENCIES = ("numpy", "typer", "rich")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A fresh environment that holds the wheel; the three dependencies are lent from the one that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    install = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        str(python),
        "install",
        "--no-deps",
    ]
    subprocess.run([*install, "--no-index", str(wheel)], check=True, capture_output=True)
    lend(Path(site))
    return folder / "env"


def lend(site: Path) -> None:
    """Links the packages that the core depends on, and those that they depend on, and no other, into an environment."""
    for name in needed(DEPENDENCIES):
        for top in {Path(file).parts[0] for file in distribution(name).files or () if ".." not in Path(file).parts}:
            if not (site / top).exists():
                (site / top).symlink_to(distribution(name).locate_file(top))


def needed(names: Iterable[str]) -> set[str]:
    """The names of distributions, with all that they need here."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            wanted = map(Requirement, distribution(name).requires or ())
            waiting += [one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    return found


def run(env: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [env / "bin" / "callwright", *arguments], cwd=folder, env=clean, capture_output=True, text=True, check=False
    )


def test_an_objective_is_checked(installed, tmp_path):
    done = run(installed, "check", SMART, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["smart"] is True


def test_a_rule_is_explained_in_text(installed, tmp_path):
    assert "Why it matters" in run(installed, "rule", "S01", "--format", "text", folder=tmp_path).stdout


def test_a_table_is_checked(installed, tmp_path):
    (tmp_path / "in.csv").write_text(f"objective\n{SMART}\n")
    assert run(installed, "check", "--input", "in.csv", "--output", "out.jsonl", folder=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [(("serve",), "callwright[web]"), (("check", "--input", "in.csv", "--output", "out.xlsx"), "callwright[tables]")],
)
def test_what_takes_an_extra_says_which(installed, tmp_path, arguments, extra):
    (tmp_path / "in.csv").write_text(f"objective\n{SMART}\n")
    done = run(installed, *arguments, folder=tmp_path)
    assert done.returncode == 2
    assert f"pip install '{extra}'" in done.stderr


def test_what_the_wheel_ships_takes_at_most_40_mb(installed):
    shipped = [path for path in installed.glob("lib/python*/site-packages/callwright/**/*") if path.is_file()]
    assert any(path.name == "encoder.npz" for path in shipped)
    assert sum(path.stat().st_size for path in shipped if path.suffix != ".pyc") <= 40_000_000


def test_nothing_is_installed_that_the_core_does_not_name(installed):
    metadata = next(installed.glob("lib/python*/site-packages/callwright-*.dist-info/METADATA")).read_text()
    plain = [line for line in metadata.splitlines() if line.startswith("Requires-Dist") and "extra ==" not in line]
    assert sorted(line.split()[1].split(">")[0] for line in plain) == sorted(DEPENDENCIES)
    assert "License-Expression: Apache-2.0" in metadata
    assert {path.name for path in installed.glob("lib/python*/site-packages/callwright-*.dist-info/licenses/*")} >= {
        "LICENSE",
        "NOTICE",
    }
