"""Packs a fitted model for shipping: int8 with a scale for each output, in one .npz beside the list of word pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from distil import Small
from net import Model
from numpy.typing import NDArray


def arrays(model: Model) -> dict[str, NDArray[np.generic]]:
    """The model's weights by name. Matrices are stored inputs x outputs, as NumPy multiplies them."""
    found: dict[str, NDArray[np.generic]] = {}
    for full_name, tensor in model.state_dict().items():
        name = full_name.removeprefix("encoder.")
        value = tensor.numpy().astype(np.float32)
        if name == "words.weight":
            small(found, name, value, axis=1)
        elif name.startswith(("head", "look")) or value.ndim == 1:
            found[name] = value.T.copy() if value.ndim == 2 else value
        elif name == "positions.weight":
            found[name] = value.astype(np.float16)
        else:
            small(found, name, value.T.copy(), axis=0)
    layers = model.encoder.layers
    found["shape"] = np.array([len(layers), layers[0].heads])
    return found


def small(found: dict[str, NDArray[np.generic]], name: str, value: NDArray[np.float32], axis: int) -> None:
    """Adds the matrix as int8, with the scale of each row (axis 1) or column (axis 0)."""
    scale = np.abs(value).max(axis, keepdims=True) / 127
    scale[scale == 0] = 1
    found[name] = np.rint(value / scale).astype(np.int8)
    found[name + ".scale"] = scale.astype(np.float32)


def small_arrays(model: Small) -> dict[str, NDArray[np.generic]]:
    """The small network's weights by name; its word vectors as int8."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, tensor in model.state_dict().items():
        value = tensor.numpy().astype(np.float32)
        if name == "words.weight":
            small(found, name, value, axis=1)
        else:
            found[name] = value.T.astype(np.float16) if value.ndim == 2 else value
    return found


def save(model: Model, fast: Small, pieces: list[str], folder: Path) -> None:
    """Writes encoder.npz, shallow.npz and pieces.txt into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "encoder.npz", **arrays(model))
    np.savez(folder / "shallow.npz", **small_arrays(fast))
    (folder / "pieces.txt").write_text("\n".join(pieces), encoding="utf-8")
