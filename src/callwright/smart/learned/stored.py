"""Arrays out of an .npz file, mapped into memory: nothing is copied, and what is not used is never read.

`np.load` reads and copies all of it and takes twenty times as long, on which every start would wait.
"""

from __future__ import annotations

import mmap
import re
import struct
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MEMBER: Final = struct.Struct("<4s4xH16xHH")
"""The head of a member of a zip file: mark, how it is packed, and the lengths of its name and of what follows that."""

_HEADER: Final = re.compile(rb"'descr': '([^']+)', 'fortran_order': (False|True), 'shape': \(([\d, ]*)\)")
"""What the header of an .npy file says."""

_BEFORE_HEADER: Final = 10
"""Bytes of an .npy file before its header, up to version 1."""


def arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays of a file that `np.savez` wrote, by name; they are read-only.

    Raises ValueError where the file is of another kind, packed ones included; OSError as `open` does.
    """
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    found, at = {}, 0
    while mapped[at : at + 4] == b"PK\3\4":
        _, packed, name_length, extra = _MEMBER.unpack_from(mapped, at)
        start = at + _MEMBER.size + name_length
        name = mapped[at + _MEMBER.size : start].decode().removesuffix(".npy")
        if packed:
            raise ValueError(f"{path}: {name} is packed; it takes a file that np.savez wrote")
        found[name], at = _array(mapped, start + extra, path)
    if not found:
        raise ValueError(f"{path} holds no arrays; it takes a file that np.savez wrote")
    return found


def _array(mapped: mmap.mmap, at: int, path: Path) -> tuple[NDArray[np.generic], int]:
    """The array whose .npy begins at a place, and the place where it ends."""
    [length] = struct.unpack_from("<H", mapped, at + 8)
    start = at + _BEFORE_HEADER + length
    said = _HEADER.search(mapped[at + _BEFORE_HEADER : start])
    if mapped[at : at + 8] != b"\x93NUMPY\1\0" or said is None:
        raise ValueError(f"{path}: an array in it is of a kind that is not read here")
    shape = tuple(int(size) for size in said[3].decode().split(",") if size.strip())
    kind = np.dtype(said[1].decode())
    flat = np.frombuffer(mapped, kind, int(np.prod(shape)), start)
    return flat.reshape(shape, order="F" if said[2] == b"True" else "C"), start + flat.nbytes
