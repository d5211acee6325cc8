"""What a team sets in callwright.toml holds on the command line."""

SMART = "Get Dana to agree to a two-week pilot starting 1 December"
VAGUE = "Build rapport and touch base"


def codes(item):
    return {finding["code"] for one in item["criteria"].values() for finding in one["findings"]}


def test_a_rule_that_is_switched_off_is_not_heard_of(callwright, tmp_path):
    before = codes(callwright("check", VAGUE).items[0])
    for code in sorted(before):
        (tmp_path / "callwright.toml").write_text(f"[rules]\n{code} = false\n")
        assert code not in codes(callwright("check", VAGUE).items[0])


def test_a_rule_that_is_not_there_is_said_with_the_file(callwright, tmp_path):
    (tmp_path / "callwright.toml").write_text("[rules]\nX99 = false\n")
    done = callwright("check", SMART)
    assert done.status == 2
    assert "callwright.toml: rules.X99 is not a rule" in done.err


def test_the_default_context_holds_and_a_flag_comes_before_it(callwright, tmp_path):
    order = "Get the signed order for 40 units"
    (tmp_path / "callwright.toml").write_text('[context]\nstage = "introduction"\n')
    assert callwright("check", order).items[0]["criteria"]["realistic"]["met"] is False
    assert callwright("check", order, "--stage", "decision").items[0]["criteria"]["realistic"]["met"] is True


def test_a_group_of_words_that_is_not_there_is_said_with_the_file(callwright, tmp_path):
    (tmp_path / "callwright.toml").write_text('[lexicon.jargon]\nwalkabout = "verbs.none"\n')
    done = callwright("check", SMART)
    assert done.status == 2
    assert "callwright.toml: lexicon:" in done.err


def test_a_teams_words_are_taken(callwright, tmp_path):
    (tmp_path / "callwright.toml").write_text(
        '[lexicon]\nproducts = ["Ledger One"]\n[lexicon.roles]\n"ward sister" = 2\n'
        '[lexicon.jargon]\nwalkabout = "verbs_seller.show"\n'
    )
    assert callwright("check", SMART).status == 0


def test_what_a_teams_role_can_grant_decides_whether_an_ask_is_realistic(callwright, tmp_path):
    order = ("check", "Get Kim to sign the order for 40 beds", "--stage", "decision", "--attendee", "Kim (ward sister)")
    met = {}
    for level in (0, 3):
        (tmp_path / "callwright.toml").write_text(f'[lexicon.roles]\n"ward sister" = {level}\n')
        met[level] = callwright(*order).items[0]["criteria"]["realistic"]["met"]
    assert met == {0: False, 3: True}


def test_a_rule_that_is_off_still_asks_where_nothing_else_speaks_of_an_unmet_letter(callwright, tmp_path):
    order = ("check", "Get the signed order for 40 units", "--stage", "introduction")
    (tmp_path / "callwright.toml").write_text("[rules]\nR01 = false\n")
    realistic = callwright(*order).items[0]["criteria"]["realistic"]
    assert realistic["met"] is False
    assert any(one["question"] for one in realistic["findings"] if not one["for"])
