"""Fifty people at work at once, on a PostgreSQL with 100,000 calls: nobody sees an error."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 90

pytestmark = pytest.mark.long


def test_nobody_sees_an_error():
    command = [sys.executable, "tools/on_postgres.py", sys.executable, "bench/load.py", str(SECONDS)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=1800)
    sys.stdout.write(ran.stdout)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    pages = {line[:28].strip(): line.split() for line in ran.stdout.splitlines()[2:]}
    assert {"Today", "Plan", "Live verdict", "Words kept", "Debrief"} <= set(pages)
    assert {words[-1] for words in pages.values()} == {"0"}
