"""The page of examples is what the product says today."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]


@pytest.mark.long
def test_the_fifty_and_fifty_are_up_to_date():
    command = [sys.executable, "tools/composed_examples.py", "--check"]
    assert subprocess.run(command, cwd=HERE, check=False).returncode == 0, "run python tools/composed_examples.py"
