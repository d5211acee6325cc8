"""The figures of agreement are what the textbook says: held to scikit-learn on chance data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, cohen_kappa_score, f1_score, precision_score, recall_score

from callwright.corpus import agreement, calibration_error, kappa

pairs = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=60)
mixed = pairs.filter(lambda many: len({label for label, _ in many}) == 2 and len({verdict for _, verdict in many}) == 2)


@given(mixed)
def test_precision_recall_f1_accuracy_and_kappa_are_those_of_scikit_learn(many):
    labels, verdicts = zip(*many, strict=True)
    ours = agreement(labels, verdicts)
    assert ours.n == len(many)
    assert ours.unmet == labels.count(False)
    for mine, theirs in (
        (ours.precision, precision_score(labels, verdicts, pos_label=False)),
        (ours.recall, recall_score(labels, verdicts, pos_label=False)),
        (ours.f1, f1_score(labels, verdicts, pos_label=False)),
        (ours.accuracy, accuracy_score(labels, verdicts)),
        (ours.kappa, cohen_kappa_score(labels, verdicts)),
    ):
        assert mine == pytest.approx(theirs)


@given(pairs)
def test_kappa_is_the_same_whoever_is_named_first(many):
    labels, verdicts = zip(*many, strict=True)
    assert kappa(labels, verdicts) == kappa(verdicts, labels)


def test_a_figure_that_the_data_cannot_give_is_left_open_rather_than_called_nought():
    nothing_unmet = agreement([True, True], [True, True])
    assert (nothing_unmet.precision, nothing_unmet.recall, nothing_unmet.f1, nothing_unmet.kappa) == (None,) * 4
    assert nothing_unmet.accuracy == 1


def test_agreement_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        agreement([], [])


def test_full_agreement_is_one_and_full_disagreement_is_minus_one():
    assert kappa([True, False], [True, False]) == 1
    assert kappa([True, False], [False, True]) == -1


def test_calibration_error_is_nought_where_every_bin_keeps_its_word():
    said = [0.0] * 50 + [1.0] * 50
    was = [False] * 50 + [True] * 50
    assert calibration_error(said, was) == 0


def test_calibration_bins_hold_equally_many_not_equally_wide():
    # Bins a tenth wide would put all of these together and find little amiss; bins of ten each tell the halves apart.
    said = [0.51] * 50 + [0.52] * 50
    was = [True] * 50 + [False] * 50
    assert calibration_error(said, was) == pytest.approx((0.49 + 0.52) / 2)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=200))
def test_calibration_error_lies_between_nought_and_one_and_above_the_error_of_the_whole(many):
    said, was = [p for p, _ in many], [w for _, w in many]
    whole = abs(sum(said) - sum(was)) / len(many) if many else 0
    assert whole - 1e-9 <= calibration_error(said, was) <= 1 + 1e-9
