"""`callwright check` gives other programs what docs/reference/output.md promises, and an exit status to act on."""

import pytest

SMART = "Get Dana to agree to a two-week pilot starting 1 December"
VAGUE = "Build rapport and touch base"


def test_a_smart_objective_exits_with_nought(callwright):
    done = callwright("check", SMART, "--format", "json")
    assert (done.status, done.items[0]["smart"], done.items[0]["text"]) == (0, True, SMART)


def test_one_that_is_not_exits_with_one_and_each_unmet_criterion_asks_a_question(callwright):
    done = callwright("check", VAGUE, "--format", "json")
    assert done.status == 1
    unmet = [one for one in done.items[0]["criteria"].values() if not one["met"]]
    assert unmet
    for criterion in unmet:
        assert any(not finding["for"] and finding["question"] for finding in criterion["findings"])


def test_several_texts_give_a_line_each_in_order(callwright):
    done = callwright("check", VAGUE, SMART)
    assert [(one["id"], one["text"]) for one in done.items] == [("1", VAGUE), ("2", SMART)]
    assert done.status == 1


def test_standard_input_is_read_a_text_a_line_and_known_by_its_line(callwright):
    done = callwright("check", "-", stdin=f"{SMART}\r\n\n{VAGUE}\n".encode("utf-8-sig"))
    assert [(one["id"], one["text"]) for one in done.items] == [("1", SMART), ("3", VAGUE)]


def test_what_is_known_of_the_call_changes_the_verdict(callwright):
    order = "Get the signed order for 40 units"
    early = callwright("check", order, "--stage", "introduction", "--first-meeting")
    late = callwright(
        "check", order, "--stage", "decision", "--no-first-meeting", "--attendee", "CEO", "--minutes", "30"
    )
    assert early.items[0]["criteria"]["realistic"]["met"] is False
    assert late.items[0]["criteria"]["realistic"]["met"] is True


def test_every_flag_of_the_call_is_taken(callwright):
    flags = "--stage evaluation --minutes 45 --no-first-meeting --channel video --attendee CFO --today 2027-03-31"
    done = callwright("check", SMART, *flags.split(), "--attendee", "IT lead", "--product", "payroll software")
    assert done.status == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "give an objective in quotes"),
        ((SMART, "--stage", "closing"), "--stage"),
        ((SMART, "--minutes", "0"), "--minutes"),
        ((SMART, "--today", "soon"), "--today"),
        ((SMART, "--weather", "fine"), "--weather"),
        (("",), "callwright: "),
        (("x" * 10_001,), "10,000"),
        (("Wir wollen den Kunden davon überzeugen, dass er den Vertrag noch heute unterschreibt",), "English only"),
        (("-",), "no text"),
        ((SMART, "--input", "a.csv", "--output", "b.csv"), "not both"),
        (("--input", "a.csv"), "--input and --output go together"),
        (("--input", "missing.csv", "--output", "b.csv"), "missing.csv"),
        (("--input", "a.txt", "--output", "b.csv"), "the ending .txt is none of"),
        (("--input", "a.csv", "--output", "b.csv", "--column", "weather=Rain"), "--column weather=Rain"),
    ],
)
def test_wrong_use_exits_with_two_and_says_what_would_be_right(callwright, arguments, says):
    done = callwright("check", *arguments)
    assert done.status == 2
    assert says in " ".join(done.err.split())
    assert "Traceback" not in done.err


def test_a_text_that_gets_no_verdict_costs_the_others_nothing(callwright):
    done = callwright("check", SMART, "x" * 10_001, VAGUE)
    assert done.status == 2
    assert [one["id"] for one in done.items] == ["1", "3"]
    assert "text 2:" in done.err


def test_text_that_utf_8_cannot_hold_is_written_with_escapes(callwright):
    done = callwright("check", "Get Dana to agree to a pilot \udce9", "--format", "json")
    assert done.items[0]["text"].startswith("Get Dana")


def test_the_same_text_gives_the_same_line_twice(callwright):
    assert callwright("check", VAGUE).out == callwright("check", VAGUE).out


def test_both_engines_say_which_they_are(callwright):
    assert callwright("check", SMART).items[0]["engine"]["name"] == "best"
    assert callwright("check", SMART, "--engine", "fast").items[0]["engine"]["name"] == "fast"
