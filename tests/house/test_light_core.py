"""The core is light: what a salesperson does not use is not loaded, and not even needed."""

import subprocess
import sys

import pytest

HEAVY = ("django", "typer", "rich", "pyarrow", "openpyxl", "pydantic_ai", "typst", "numpy")


def loaded_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nsys.stderr.write(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_importing_callwright_loads_no_web_stack_no_terminal_and_no_numbers():
    assert loaded_after("import callwright").isdisjoint(HEAVY)


def test_assessing_an_objective_loads_neither_web_nor_terminal():
    code = "import callwright; callwright.assess('Get Dana to agree to a pilot')"
    assert loaded_after(code).isdisjoint(set(HEAVY) - {"numpy"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read as Linux tells it")
@pytest.mark.parametrize("engine", ["best", "fast"])
def test_a_verdict_with_its_findings_keeps_within_300_mb_of_memory(engine):
    code = (
        "import callwright\n"
        "for text in ('Build rapport', 'Get Dana to agree to a pilot. ' * 300):\n"
        f"    callwright.assess(text, engine={engine!r}).to_dict()\n"
        # Not getrusage: its peak is handed down by whoever starts the process, the whole test run in this case.
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(run.stdout) <= 300 * 1024, "in KB, as Linux counts"


def test_importing_callwright_takes_at_most_a_tenth_of_a_second():
    code = "import time; began = time.process_time(); import callwright; print(time.process_time() - began)"
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    ]
    assert min(times) <= 0.1, "in CPU time, so that a busy machine does not fail the build"


@pytest.mark.parametrize("form", ["text", "json"])
def test_checking_on_the_command_line_loads_no_web_stack_no_tables_and_no_assistant(form):
    code = (
        "from callwright.cli.app import app\n"
        f"app(['check', 'Get Dana to agree to a pilot', '--format', '{form}'], standalone_mode=False)"
    )
    assert loaded_after(code).isdisjoint({"django", "pyarrow", "openpyxl", "pydantic_ai", "typst"})


def test_json_output_loads_no_rich():
    run = "app(['check', 'Close the deal', '--format', 'json'], standalone_mode=False)"
    assert "rich" not in loaded_after(f"from callwright.cli.app import app\n{run}")
