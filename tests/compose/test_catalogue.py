"""The catalogue holds enough, says of every entry what a rep needs, and takes a team's own entries."""

from pathlib import Path

import pytest

from callwright.compose import default
from callwright.compose.catalogue.store import BadCatalogue, entries_of
from callwright.compose.phrase import phrase
from callwright.smart import STAGES

ENTRIES = default().entries

OWN = """
[[advance]]
id = "tank-inspection"
stages = ["needs"]
standing = 2
minutes = 5
do = "book the free inspection of their tank"
result = "a date for the free inspection of their tank"
measure = "the date"
fallback = "the age of the tank"
why = "Nobody lets us in who does not mean it."
"""


def entries(category):
    return [entry for entry in ENTRIES if entry.category == category]


def test_it_holds_sixty_acts_forty_facts_and_twenty_openings():
    assert len(entries("advance")) >= 60
    assert len(entries("understand")) >= 40
    assert len(entries("uncover")) >= 20


def test_no_two_entries_share_a_name_or_say_the_same():
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.do or entry.know for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("standing", range(4))
def test_at_every_stage_there_are_three_things_for_whoever_is_there_and_two_of_them_acts(stage, standing):
    fitting = [
        entry
        for entry in ENTRIES
        if stage in entry.stages and entry.least <= standing < entry.below and not entry.purchase
    ]
    assert len(fitting) >= 3, (stage, standing, [entry.id for entry in fitting])
    assert sum(bool(entry.do) for entry in fitting) >= 2, (stage, standing, [entry.id for entry in fitting])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_is_worded_so_that_the_sentence_patterns_can_take_it_up(entry):
    if entry.do:
        assert phrase(entry.do.replace("{ours}", "our valves")).kind == "do"
        assert entry.minutes >= 5
    assert phrase(entry.result.replace("{ours}", "our valves")).kind in ("thing", "know")
    for words in (entry.do, entry.know, entry.result, entry.measure, entry.fallback, entry.why):
        assert "!" not in words
        assert "%" not in words
        assert words == words.strip()


def test_facts_are_nothing_for_a_call_that_is_there_to_decide():
    assert not [entry.id for entry in ENTRIES if entry.know and "decision" in entry.stages]


def test_a_team_adds_entries_of_its_own_and_replaces_ours_by_name(tmp_path: Path):
    file = tmp_path / "own.toml"
    file.write_text(OWN + OWN.replace("tank-inspection", "free-trial"), encoding="utf-8")
    own = default().extended(file)
    assert own.entry("tank-inspection").do == "book the free inspection of their tank"
    assert own.entry("free-trial").do == "book the free inspection of their tank"
    assert len(own.entries) == len(ENTRIES) + 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('id = "tank-inspection"\n', ""), "id is missing"),
        (("standing = 2", "standing = 7"), "standing is 7; it takes a whole number from 0 to 3"),
        (('stages = ["needs"]', 'stages = ["soon"]'), "stages takes some of introduction"),
        (("minutes = 5", 'minutes = "five"'), "minutes is 'five'"),
        (("minutes = 5", "minutes = 5\ncolour = 1"), "colour is not a field of an entry"),
        (("do = ", "know = 'who'\ndo = "), "either do"),
        (("[[advance]]", "[[steps]]"), "[[steps]] is not one of advance"),
        (("[[advance]]", "[[advance"), "own.toml:"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(change, said):
    with pytest.raises(BadCatalogue) as refused:
        list(entries_of(OWN.replace(*change), "own.toml"))
    assert said in str(refused.value)


def test_an_entry_that_does_not_exist_is_named():
    with pytest.raises(KeyError, match="no-such-thing"):
        default().entry("no-such-thing")
