"""What other programs import stays: the public names of each package are written down here."""

import importlib

import pytest

PUBLIC = {
    "callwright": {
        "Assessment", "BadCall", "Call", "CallwrightError", "Criterion", "Finding", "NotEnglish", "TextRefused",
        "__version__", "assess", "assess_many",
    },
    "callwright.batch": {"BadTable", "Tally", "check_file"},
    "callwright.corpus": {
        "Agreement", "BadExample", "Disagreement", "Evaluation", "Example", "Labels", "agreement",
        "calibration_error", "disagreements", "evaluate", "kappa", "read_examples",
    },
}  # fmt: skip


@pytest.mark.parametrize("package", PUBLIC)
def test_the_public_names_are_those_written_down(package):
    module = importlib.import_module(package)
    assert set(module.__all__) >= PUBLIC[package]
    assert all(getattr(module, name).__doc__ for name in module.__all__ if name != "__version__")
