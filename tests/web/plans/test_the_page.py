"""The plan of a call: one objective in hand, its verdict, ideas a tap away, and Done."""

import datetime as dt
import re
from dataclasses import replace

from django.utils import timezone

from tests.web.cast import an_objective
from tests.web.conftest import STRONG, WEAK
from tests.web.pages import plain, taps, tiles, typed


def ideas(page):
    return re.findall(r'name="take" value="(.*?)"', page)


def test_it_says_who_when_and_where_they_stand(page, call):
    shown = plain(page())
    for said in ("Northfield Foods", "30 min", "Evaluation", "Dana Reyes (CFO)", "By the end of this call …"):
        assert said in shown


def test_an_empty_plan_offers_ideas_for_this_call(page, call):
    from callwright.compose import suggest
    from callwright.web.plans.queries import last_time, situation

    offered = [idea.id for idea in suggest(replace(situation(call), last=last_time(call, call.member)))]
    assert len(offered) >= 3
    assert ideas(page())[: len(offered)] == offered


def test_an_idea_is_taken_with_its_measure_and_its_fallback(page, press, call):
    from callwright.compose import suggest
    from callwright.web.plans.queries import situation

    idea = suggest(situation(call))[0]
    after = press(take=idea.id)
    assert typed(after) == idea.text
    assert set(tiles(after).values()) == {"met"}
    kept = call.objectives.get()
    assert (kept.text, kept.fallback, kept.measure, kept.entry) == (idea.text, idea.fallback, idea.measure, idea.id)


def test_an_idea_that_is_taken_back_takes_all_of_it_along(type_, call):
    from callwright.compose import suggest
    from callwright.web.plans.queries import situation

    idea = suggest(situation(call))[0]
    taken = type_(WEAK, take=idea.id).content.decode()
    assert f'name="before" value="{WEAK}"' in taken
    back = type_(
        idea.text, undo="1", before=WEAK, after=idea.text, entry=idea.id, fallback=idea.fallback, measure=idea.measure
    ).content.decode()
    assert 'data-fallback=""' in back
    assert 'data-measure=""' in back


def test_the_verdict_takes_the_call_into_account(type_, call):
    call.minutes = 5
    call.save()
    crowded = "Agree on scope, price, legal terms and a start date, and tour the plant with the whole board"
    assert tiles(type_(crowded).content.decode())["time_bound"] != "met"


def test_typing_keeps_nothing_and_resting_does(type_, rest, call):
    type_(WEAK)
    assert not call.objectives.exists()
    kept = rest(WEAK)
    assert kept.headers["X-Kept"] == "kept"
    assert call.objectives.get().text == WEAK
    assert f'name="version" value="{call.objectives.get().version}"' in kept.content.decode()


def test_answers_to_tap_come_with_the_verdict_and_with_the_page(page, type_, call):
    typed_at = taps(type_(WEAK).content.decode())
    assert len(typed_at) >= 2
    an_objective(call, WEAK)
    assert taps(page()) == typed_at


def test_a_smart_line_that_leaves_minutes_over_is_asked_for_more_with_answers_at_once(page, call):
    an_objective(call, "The CFO names who signs the contract")
    shown = page()
    assert "30 minutes can carry more" in plain(shown)
    assert {tap.partition(":")[0] for tap in taps(shown)} == {"stretch"}


def test_done_keeps_all_and_leads_to_today(press, call):
    assert press(STRONG, done="1", fallback="a date for the next call", to_bring="the contract") == "/"
    kept = call.objectives.get()
    assert (kept.text, kept.fallback) == (STRONG, "a date for the next call")
    call.refresh_from_db()
    assert call.to_bring == "the contract"


def test_done_says_what_was_planned(client, call):
    after = client.post(f"/calls/{call.pk}/plan/", {"position": 1, "text": STRONG, "done": "1"}, follow=True)
    assert "Planned: Northfield Foods" in after.content.decode()


def test_an_emptied_line_goes_only_when_a_button_says_so(rest, press, call):
    rest(WEAK)
    version = call.objectives.get().version
    rest("", version=version)
    assert call.objectives.exists()
    press("", version=version, done="1")
    assert not call.objectives.exists()


def test_a_second_objective_has_its_place(press, page, call):
    assert press(STRONG, go="2") == f"/calls/{call.pk}/plan/?objective=2"
    second = page(objective="2")
    assert STRONG in second
    assert "By the end of this call, also …" in plain(second)
    press("Find out who signs the budget for the pilot", position=2, done="1")
    assert [one.position for one in call.objectives.all()] == [1, 2]


def test_what_was_kept_is_there_again(page, call):
    an_objective(call, WEAK, fallback="her view of it", measure="she says it", category="understand")
    shown = page()
    assert typed(shown) == WEAK
    assert "her view of it" in shown
    assert re.search(r'value="understand" checked', shown)


def test_a_line_without_a_verdict_says_why_and_is_kept(rest, type_, call):
    german = "Der Finanzchef stimmt einem zweiwöchigen Pilotversuch ab dem ersten Dezember schriftlich zu"
    assert "English" in plain(type_(german).content.decode())
    rest(german)
    assert call.objectives.get().text == german


def test_far_too_much_is_refused_in_words_and_stays_in_the_field(press, call):
    long = "The CFO agrees " * 800
    after = press(long, done="1")
    assert "characters" in plain(after)
    assert typed(after).strip() == long.strip()
    assert not call.objectives.exists()


def test_a_call_deleted_under_the_open_form_gives_the_words_back(client, call):
    where = f"/calls/{call.pk}/plan/"
    call.delete()
    answer = client.post(where, {"position": 1, "text": STRONG, "done": "1"})
    assert answer.status_code == 404
    assert STRONG in answer.content.decode()


def test_nobody_of_another_organization_finds_it(client, me, stranger):
    from tests.web.cast import a_call

    theirs = a_call(stranger)
    for where in ("", "keep/"):
        assert client.post(f"/calls/{theirs.pk}/plan/{where}", {"text": STRONG}).status_code == 404
    assert client.get(f"/calls/{theirs.pk}/plan/").status_code == 404


def test_it_opens_on_the_objective_that_there_is(page, call):
    an_objective(call, WEAK, position=2)
    shown = page()
    assert typed(shown) == WEAK
    assert "+ second objective" in plain(shown)


def test_the_letters_follow_when_the_customer_has_moved_on_since(page, call):
    kept = an_objective(call, STRONG)
    page()
    kept.refresh_from_db()
    assert kept.assessment["context"]["stage"] == "evaluation"
    call.opportunity.stage = type(call.opportunity.stage).objects.get(
        kind="introduction", organization=call.organization
    )
    call.opportunity.save()
    page()
    kept.refresh_from_db()
    assert kept.assessment["context"]["stage"] == "introduction"


def test_what_came_of_a_debriefed_call_stands_there_and_is_not_asked_again(page, call):
    an_objective(call, STRONG, outcome="partly", evidence="she named the week")
    call.starts = timezone.now() - dt.timedelta(hours=2)
    call.save()
    assert "Say what came of it" in plain(page())
    call.debriefed_at = timezone.now()
    call.save()
    shown = plain(page())
    assert "What came of it: partly · she named the week" in shown
    assert "See the debrief" in shown
    assert "Say what came of it" not in shown


def test_what_is_known_of_the_customer_stands_beside_it(page, me, call):
    from callwright.web.customers.actions import learn, note_opening

    learn(customer=call.customer, text="The board meets on Fridays", by=me)
    note_opening(customer=call.customer, text="A second site in Leeds", by=me)
    shown = plain(page())
    for said in ("What we know", "Payroll software", "The board meets on Fridays", "A second site in Leeds"):
        assert said in shown


def test_it_keeps_its_measure_of_questions_to_the_database(client, me, call):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.web.cast import a_call

    def asked():
        with CaptureQueriesContext(connection) as found:
            client.get(f"/calls/{call.pk}/plan/")
        return len(found)

    an_objective(call, STRONG)
    asked()  # the first time keeps the verdict on it
    few = asked()
    for _ in range(10):
        an_objective(a_call(me, call.customer), WEAK)
    assert asked() == few <= 14
