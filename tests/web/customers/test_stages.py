"""Stages have the organization's own names, each is one of the six, and an opportunity's way through them is kept."""

import pytest

from tests.web.cast import a_customer, an_opportunity


def stages(member):
    from callwright.web.customers.models import Stage

    return list(Stage.objects.of(member))


def test_a_renamed_stage_is_still_the_one_of_the_six(me):
    from callwright.web.customers.actions import change_stage

    renamed = change_stage(stage=stages(me)[1], name="Discovery", kind="needs", by=me)
    assert (renamed.name, renamed.kind) == ("Discovery", "needs")


def test_a_stage_of_ones_own_comes_after_those_of_its_kind(me):
    from callwright.web.customers.actions import add_stage

    add_stage(name="Security review", kind="evaluation", by=me)
    assert [stage.name for stage in stages(me)][2:5] == ["Evaluation", "Security review", "Concerns"]


def test_stages_can_be_put_in_another_order(me):
    from callwright.web.customers.actions import shift_stage

    shift_stage(stage=stages(me)[2], places=-1, by=me)
    assert [stage.name for stage in stages(me)][:3] == ["Introduction", "Evaluation", "Needs"]
    shift_stage(stage=stages(me)[0], places=-1, by=me)
    assert stages(me)[0].name == "Introduction"


def test_two_stages_of_one_name_are_refused(me):
    from callwright.web.customers.actions import Refused, add_stage

    with pytest.raises(Refused, match="already"):
        add_stage(name="needs", kind="needs", by=me)


def test_a_stage_where_something_stands_is_not_removed(me):
    from callwright.web.customers.actions import Refused, remove_stage

    opportunity = an_opportunity(a_customer(me), stage="needs")
    with pytest.raises(Refused, match="1 opportunity stands at Needs"):
        remove_stage(stage=opportunity.stage, by=me)


def test_each_move_is_kept_with_who_and_why_and_no_move_is_none(me):
    from callwright.web.customers.actions import add_opportunity, move_stage

    opportunity = add_opportunity(customer=a_customer(me), name="Payroll software", by=me)
    second = stages(me)[1]
    for _ in range(2):
        move_stage(opportunity=opportunity, stage=second, why="She named three needs", by=me)
    history = list(opportunity.stage_changes.all())
    assert [(change.called, change.why, change.by) for change in history] == [
        ("Needs", "She named three needs", me),
        ("Introduction", "", me),
    ]


def test_the_history_keeps_the_name_of_a_stage_that_is_gone(me):
    from callwright.web.customers.actions import add_opportunity, move_stage, remove_stage

    first, second, *_ = stages(me)
    opportunity = add_opportunity(customer=a_customer(me), name="Payroll software", by=me)
    move_stage(opportunity=opportunity, stage=second, by=me)
    remove_stage(stage=first, by=me)
    assert [change.called for change in opportunity.stage_changes.all()] == ["Needs", "Introduction"]
