"""The rep may disagree: with a reason, for one line or for good; it counts against the rule and can be taken back."""

import re

import pytest

from tests.web.cast import a_call, a_customer
from tests.web.conftest import WEAK


@pytest.fixture
def objective(me):
    from callwright.web.plans.actions import save_objective

    return save_objective(call=a_call(me), text=WEAK, by=me)


def shown(member, objective, text=None):
    from callwright.web.checking.queries import verdict_on
    from callwright.web.plans.queries import asides, situation

    text = text or objective.text
    return verdict_on(text, situation(objective.call), "", asides(member, objective, text))


def tile(verdict, name):
    return next(one for one in verdict.tiles if one.name == name)


def disagree(me, objective, name="measurable", **more):
    """Sets aside all that speaks against one letter."""
    from callwright.web.plans.actions import set_aside

    return [
        set_aside(objective=objective, code=one.code, words=one.words, reason="She asked for it so", by=me, **more)
        for one in tile(shown(me, objective), name).reasons
    ]


def test_the_letter_says_so_and_the_verdict_stays_honest(me, objective):
    before = shown(me, objective)
    disagree(me, objective)
    after = shown(me, objective)
    assert tile(after, "measurable").word == "set aside"
    assert tile(after, "measurable").state == tile(before, "measurable").state
    assert not after.smart
    assert after.summary.startswith(before.summary)
    assert "Set aside: measurable." in after.summary


def test_the_first_question_is_about_something_else(me, objective):
    opened = shown(me, objective).opened
    disagree(me, objective, opened)
    assert shown(me, objective).opened != opened


def test_for_this_line_means_this_line(me, objective):
    from callwright.web.plans.actions import save_objective

    disagree(me, objective)
    other = save_objective(call=a_call(me, a_customer(me, "Other")), text="Get the IT lead happier with us", by=me)
    assert tile(shown(me, other), "measurable").word != "set aside"


def test_it_holds_for_the_same_words_while_the_rest_of_the_line_is_edited(me, objective):
    from callwright.web.plans.queries import asides

    [made, *_] = disagree(me, objective)
    assert made.words
    edited = f"{objective.text} in Leeds"
    aside = asides(me, objective, edited)
    assert aside(made.code, edited, made.words).reason == "She asked for it so"
    assert aside(made.code, edited, "other words") is None


@pytest.fixture
def colleague(me):
    from callwright.web.accounts.models import Member, Person

    person = Person.objects.create(username="sam", first_name="Sam", last_name="Cole")
    return Member.objects.create(organization=me.organization, person=person)


def test_for_good_means_every_line_of_the_team(me, colleague, stranger, objective):
    from callwright.web.plans.actions import save_objective

    disagree(me, objective, for_good=True)
    call = a_call(colleague, a_customer(colleague, "Other"))
    other = save_objective(call=call, text=WEAK.replace("CFO", "owner"), by=colleague)
    found = tile(shown(colleague, other), "measurable")
    assert found.word == "set aside"
    assert {one.aside.by for one in found.reasons} == {str(me)}
    assert tile(shown(stranger, objective), "measurable").word != "set aside"


def test_what_i_set_aside_is_mine_to_see(me, objective):
    disagree(me, objective)
    assert {one.aside.by for one in tile(shown(me, objective), "measurable").reasons} == {""}


def test_it_counts_against_the_rule_until_it_is_taken_back(me, objective):
    from callwright.web.plans.actions import take_back
    from callwright.web.plans.queries import against_rules

    made = disagree(me, objective)
    assert against_rules(me) == {one.code: 1 for one in made}
    for one in made:
        assert take_back(member=me, key=one.pk)
    assert not against_rules(me)
    assert tile(shown(me, objective), "measurable").word != "set aside"


def test_nobody_else_can_take_it_back(me, stranger, objective):
    from callwright.web.plans.actions import take_back

    [one, *_] = disagree(me, objective)
    assert take_back(member=stranger, key=one.pk) is None


@pytest.mark.parametrize("wrong", [{"reason": "  "}, {"reason": "x" * 501}, {"code": "X99"}])
def test_it_takes_a_reason_and_a_rule(me, objective, wrong):
    from callwright.web.plans.actions import PlanRefused, set_aside

    with pytest.raises(PlanRefused):
        set_aside(**{"objective": objective, "code": "M01", "reason": "no", "by": me, **wrong})


def test_what_one_rule_finds_twice_is_set_aside_at_one_place():
    """Two fields of one name would lose the reason that was typed into the first."""
    from callwright.web.checking.verdict import Disagreement, Reason, Tile

    mine = Disagreement(1, "She asked for it so", for_good=False)
    reasons = (Reason("A", "S01", "some"), Reason("B", "S01", "things"), Reason("C"), Reason("D", "S06", "", mine))
    shown = Tile("specific", "unmet", "Specific: not yet", reasons, "Which?").by_rule
    assert [(one.message, one.code) for one in shown] == [("A", "S01"), ("D", "S06")]


def test_a_page_has_each_field_for_a_reason_once_and_takes_it(client, me):
    from callwright.web.plans.models import SetAside

    line = "Discuss next steps and touch base about things"
    where = f"/calls/{a_call(me).pk}/plan/"
    shown = client.post(where, {"position": 1, "text": line}).content.decode()
    fields = re.findall(r'name="(reason-(\w+))"', shown)
    assert len(fields) >= 2
    assert len(fields) == len(set(fields))
    name, code = fields[-1]
    client.post(where, {"position": 1, "text": line, name: "She said so", "aside": f"line:{code}"})
    kept = SetAside.objects.get()
    assert (kept.code, kept.reason) == (code, "She said so")
