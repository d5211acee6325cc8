"""A slip of the keyboard costs nobody their file."""

import subprocess
import sys


def test_a_file_is_not_replaced_by_its_own_verdicts(tmp_path):
    file = tmp_path / "lines.jsonl"
    file.write_text('{"text": "Get the order"}\n', encoding="utf-8")
    command = [sys.executable, "-m", "callwright", "check", "--input", str(file), "--output", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "name another" in done.stderr.replace("\n", " ")
    assert file.read_text(encoding="utf-8") == '{"text": "Get the order"}\n'


def test_a_number_that_is_no_choice_is_not_taken_for_an_answer():
    command = [sys.executable, "-m", "callwright", "improve", "Discuss pricing", "--answer", "specific=9"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "choices 1 to" in done.stderr
