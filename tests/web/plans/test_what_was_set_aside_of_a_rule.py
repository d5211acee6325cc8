"""The page of a rule shows what people set aside of it, and why; there it can be made to count again."""

import pytest

from tests.web.cast import a_call, an_objective
from tests.web.conftest import WEAK
from tests.web.pages import plain


@pytest.fixture
def objective(me):
    return an_objective(a_call(me), WEAK)


@pytest.fixture
def colleague(me):
    """Somebody else of my organization."""
    from callwright.web.accounts.models import Member, Person

    person = Person.objects.create(username="sam", first_name="Sam", last_name="Cole")
    return Member.objects.create(organization=me.organization, person=person)


@pytest.fixture
def page(client):
    return lambda code="M01": plain(client.get(f"/rules/{code}/" if code else "/rules/").content.decode())


def disagree(objective, by, reason, code="M01", **more):
    from callwright.web.plans.actions import set_aside

    return set_aside(objective=objective, code=code, reason=reason, by=by, **more)


def test_nothing_is_said_where_nobody_disagreed(page, objective):
    assert "et aside" not in page()
    assert "set aside" not in page("")


def test_each_reason_is_shown_with_who_gave_it_and_for_what(page, me, colleague, objective):
    disagree(objective, me, "She uses that word herself")
    disagree(objective, colleague, "Everybody here does", for_good=True)
    shown = page()
    assert "Set aside 2 times" in shown
    assert "“She uses that word herself” You" in shown
    assert f"for {WEAK}" in shown
    assert "“Everybody here does” Sam Cole" in shown
    assert "for good" in shown


def test_the_list_of_rules_says_how_often_each_was_set_aside(page, me, objective):
    disagree(objective, me, "no")
    disagree(objective, me, "no")
    disagree(objective, me, "no", code="S01")
    shown = page("")
    assert "set aside 2 times" in shown
    assert "set aside once" in shown


def test_a_colleagues_line_is_not_shown_with_the_reason(page, colleague, objective):
    disagree(objective, colleague, "no")
    assert "for one line" in page()
    assert WEAK not in page()


def test_it_can_be_made_to_count_again(client, page, me, objective):
    from callwright.web.plans.queries import against_rules

    made = disagree(objective, me, "no", for_good=True)
    answer = client.post(f"/rules/set-aside/{made.pk}/back/", follow=True)
    assert answer.redirect_chain[-1][0] == "/rules/M01/"
    assert "It counts again." in plain(answer.content.decode())
    assert "Set aside" not in page()
    assert not against_rules(me)


def test_who_comes_second_is_told_so(client, me, objective):
    made = disagree(objective, me, "no")
    client.post(f"/rules/set-aside/{made.pk}/back/")
    assert client.post(f"/rules/set-aside/{made.pk}/back/").status_code == 404


def test_what_another_organization_set_aside_is_neither_shown_nor_counted(client, me, page, stranger):
    made = disagree(an_objective(a_call(stranger), WEAK), stranger, "theirs alone", for_good=True)
    assert "theirs alone" not in page()
    assert "set aside" not in page("")
    assert client.post(f"/rules/set-aside/{made.pk}/back/").status_code == 404
    made.refresh_from_db()
    assert not made.taken_back


def test_many_reasons_show_the_latest(page, me, objective):
    from callwright.web.plans.queries import SHOWN

    for number in range(SHOWN + 1):
        disagree(objective, me, f"reason number {number}.")
    assert f"Set aside {SHOWN} times and more; the latest" in page()
    assert "reason number 0." not in page()
