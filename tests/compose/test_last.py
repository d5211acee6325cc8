"""What came of the last call is read from plain data, whatever of it is there."""

from callwright.compose.last import last_of


def test_nothing_known_is_nothing_known():
    assert last_of(None).promises == ()
    assert last_of({"commitments": None, "result": None}).result == ""


def test_promises_without_words_are_passed_over():
    known = {"commitments": [{"who": "CFO"}, "call back", {"what": "send the plan"}]}
    assert [one.what for one in last_of(known).promises] == ["send the plan"]


def test_open_late_and_broken_promises_are_outstanding_and_kept_ones_are_not():
    states = ["open", "kept", "late", "not_kept"]
    known = {"commitments": [{"what": state, "state": state} for state in states]}
    assert [one.what for one in last_of(known).outstanding] == ["open", "late", "not_kept"]
