"""A team says once what holds for all of its calls; a slip in the file is named with its file and key."""

import pytest

from callwright.settings import BadSettings, Settings, load_settings

WHOLE = """
[rules]
S04 = false
M01 = true

[lexicon]
products = ["Ledger One"]

[lexicon.roles]
"ward sister" = 2

[lexicon.jargon]
"go-live walk" = "verbs_seller.show"

[stages]
"Negotiation/Review" = "concerns"

[context]
minutes = 20
attendees = ["CFO"]
"""


def test_without_a_file_there_are_no_settings(tmp_path):
    assert load_settings(tmp_path) == Settings()


def test_everything_that_a_team_can_set_is_read(tmp_path):
    (tmp_path / "callwright.toml").write_text(WHOLE)
    settings = load_settings(tmp_path)
    assert settings.off == {"S04"}
    assert settings.products == ("Ledger One",)
    assert settings.roles == {"ward sister": 2}
    assert settings.jargon == {"go-live walk": "verbs_seller.show"}
    assert settings.stages == {"negotiation/review": "concerns"}
    assert settings.context == {"minutes": 20, "attendees": ["CFO"]}
    assert settings.path == tmp_path / "callwright.toml"


def test_a_file_in_a_folder_above_is_found_and_the_nearest_one_holds(tmp_path):
    below = tmp_path / "team" / "north"
    below.mkdir(parents=True)
    (tmp_path / "callwright.toml").write_text("[context]\nminutes = 20\n")
    assert load_settings(below).context == {"minutes": 20}
    (tmp_path / "team" / "pyproject.toml").write_text("[tool.callwright.context]\nminutes = 45\n")
    assert load_settings(below).context == {"minutes": 45}


def test_a_pyproject_that_says_nothing_of_callwright_is_passed_over(tmp_path):
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / "callwright.toml").write_text("[context]\nminutes = 20\n")
    (below / "pyproject.toml").write_text("[tool.other]\nkey = 1\n")
    assert load_settings(below).context == {"minutes": 20}
    (below / "pyproject.toml").write_text("not = [toml")
    assert load_settings(below).context == {"minutes": 20}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("colour = 1", "colour is not a setting"),
        ("rules = 1", "rules is 1; it takes a table"),
        ("[rules]\nS04 = 'off'", "rules.S04 is 'off'; it takes true (on) or false (off)"),
        ("[lexicon]\nverbs = ['x']", "lexicon.verbs is not a kind of word"),
        ("[lexicon]\nproducts = 'CFO'", "lexicon.products is 'CFO'; it takes a list of names"),
        ("[lexicon]\nroles = ['CFO']", "lexicon.roles is ['CFO']; it takes a table, as in [lexicon.roles]"),
        ("[lexicon.roles]\nCFO = 7", "lexicon.roles.CFO is 7; it takes 0, 1, 2 or 3"),
        ("[lexicon.jargon]\nQBR = 1", "lexicon.jargon.QBR is 1; it takes a group"),
        ("[stages]\nProposal = 'late'", "stages.Proposal is 'late'; it takes one of introduction"),
        ("[context]\nweather = 1", "context.weather is not something to know of a call"),
        ("[context]\nminutes = 0", "context.minutes is 0; it takes a whole number from 1 to 1440"),
        ("[context]\nminutes", "cannot be read"),
    ],
)
def test_a_slip_is_named_with_its_file_and_key(tmp_path, content, says):
    (tmp_path / "callwright.toml").write_text(content)
    with pytest.raises(BadSettings) as refusal:
        load_settings(tmp_path)
    assert says in str(refusal.value)
    assert "callwright.toml" in str(refusal.value)
