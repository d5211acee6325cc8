"""Weights are read from the file as NumPy wrote it, without waiting for what is not used."""

from pathlib import Path

import numpy as np
import pytest

import callwright
from callwright.smart.learned.stored import arrays

SHIPPED = Path(callwright.__file__).parent / "smart" / "learned" / "weights"


@pytest.mark.parametrize("name", ["encoder.npz", "shallow.npz"])
def test_the_weights_that_ship_are_read_as_numpy_reads_them(name):
    found, wanted = arrays(SHIPPED / name), np.load(SHIPPED / name)
    assert list(found) == list(wanted)
    assert all(np.array_equal(found[each], wanted[each]) for each in wanted)


def test_arrays_of_every_shape_and_kind_come_back(tmp_path):
    given = {
        "one": np.float32(3), "none": np.zeros((0, 3)), "fortran": np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        "small": np.arange(-5, 5, dtype=np.int8), "halves": np.ones((2, 1, 2), np.float16),
        "text": np.array(["é", "ab"]),
    }  # fmt: skip
    np.savez(tmp_path / "some.npz", **given)
    found = arrays(tmp_path / "some.npz")
    assert set(found) == set(given)
    for name, array in given.items():
        assert np.array_equal(found[name], array)
        assert found[name].dtype == array.dtype


def test_a_packed_or_foreign_file_is_refused_by_name(tmp_path):
    np.savez_compressed(tmp_path / "packed.npz", a=np.arange(9))
    (tmp_path / "other.npz").write_bytes(b"PK\5\6 nothing")
    for name in ("packed.npz", "other.npz"):
        with pytest.raises(ValueError, match=f"{name}.*np.savez"):
            arrays(tmp_path / name)
