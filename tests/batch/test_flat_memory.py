"""A file of a million rows takes no more memory than a small one."""

import subprocess
import sys
from pathlib import Path

import pytest

MEASURE = """
import resource, sys
from pathlib import Path
from callwright import judging
from tests.batch.conftest import assess_quickly
judging.assess_many = assess_quickly
from callwright.batch import check_file
print(check_file(Path(sys.argv[1]), Path(sys.argv[2])).read)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(source: Path, target: Path) -> tuple[int, int]:
    """The rows read, and the most memory that a process took to check a file, in KiB."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(source), str(target)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    rows, memory = map(int, run.stdout.split())
    return rows, memory


def rows_of(kind: str, path: Path, count: int) -> Path:
    if kind == "parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        with pq.ParquetWriter(path, pa.schema([("text", pa.string())])) as writer:
            for start in range(0, count, 10_000):
                texts = [f"Get Dana to agree to pilot {number}" for number in range(start, start + 10_000)]
                writer.write_table(pa.table({"text": texts}))
        return path
    with path.open("w", encoding="utf-8") as file:
        file.write("text\n" if kind == "csv" else "")
        for number in range(count):
            text = f"Get Dana to agree to pilot {number}"
            file.write(f"{text}\n" if kind == "csv" else f'{{"text": "{text}"}}\n')
    return path


@pytest.mark.long
@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_million_rows_take_no_more_memory_than_ten_thousand(tmp_path, kind):
    rows, small = peak(rows_of(kind, tmp_path / f"small.{kind}", 10_000), tmp_path / f"small-out.{kind}")
    assert rows == 10_000
    rows, large = peak(rows_of(kind, tmp_path / f"large.{kind}", 1_000_000), tmp_path / f"large-out.{kind}")
    assert rows == 1_000_000
    assert large < small + 64 * 1024
