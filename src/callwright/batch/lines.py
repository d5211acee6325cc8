"""Lines of a text file whatever wrote it: UTF-8 with or without a mark, UTF-16, and Windows-1252."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

HEAD: Final = 4096
"""How many bytes at the start tell the encoding."""


class Lines:
    """The lines of a file, each with its line end, decoded as they are read.

    A line that is not UTF-8 is read as Windows-1252, so one stray byte spoils no other line. marked: the file began
    with a mark of its encoding, as Excel writes it.
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb")
        self._size = path.stat().st_size
        self._read = 0
        head = self._file.read(HEAD)
        self._file.seek(0)
        self._wide = _wide_encoding(head)
        self._bare = b"\r" in head and b"\n" not in head
        self.marked = head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))

    def __iter__(self) -> Iterator[str]:
        with self._file:
            yield from self._wide_lines(self._wide) if self._wide else self._byte_lines()

    def share(self) -> float:
        """How much of the file has been read, 0-1."""
        return min(self._read / self._size, 1.0) if self._size else 1.0

    def _wide_lines(self, encoding: str) -> Iterator[str]:
        for line in io.TextIOWrapper(self._file, encoding, "replace", newline=""):
            self._read += 2 * len(line)
            yield line

    def _byte_lines(self) -> Iterator[str]:
        for number, raw in enumerate(self._raw_lines()):
            self._read += len(raw)
            yield _decoded(raw.removeprefix(codecs.BOM_UTF8) if number == 0 else raw)

    def _raw_lines(self) -> Iterator[bytes]:
        if not self._bare:
            yield from self._file
            return
        for line in io.TextIOWrapper(self._file, "latin-1", newline="\r"):
            yield line.encode("latin-1")


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _wide_encoding(head: bytes) -> str | None:
    """The UTF-16 encoding by its mark, or by where the zero bytes of plain letters stand; None for any other."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 5 and even < odd // 4:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 5 and odd < even // 4 else None
