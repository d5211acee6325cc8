"""Tables of objectives in and out: CSV, JSON Lines, XLSX and Parquet, checked row by row, with no row lost."""

from callwright.batch.check import Tally, check_file
from callwright.batch.rows import BadTable

__all__ = ["BadTable", "Tally", "check_file"]
