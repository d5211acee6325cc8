"""Changes are told in plain English, a line each, to those who see what changed and to nobody else."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web import cast
from tests.web.pages import plain

NOW = dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0)
TUESDAY = (NOW + dt.timedelta(days=(1 - NOW.weekday()) % 7)).replace(hour=14)


@pytest.fixture
def acts(admin):
    """What is done is done by the one who is named, and an hour later than what was done before."""
    from callwright.web.trail.acting import acting
    from callwright.web.trail.models import Change

    def by(member):
        for one in Change.objects.all():
            Change.objects.filter(pk=one.pk).update(at=one.at - dt.timedelta(hours=1))
        return acting(member)

    return by


@pytest.fixture
def shown(signed_in):
    """The lines of the page, as a member sees them."""

    def look(member, query=""):
        answer = signed_in(member).get(f"/trail/{query}")
        assert answer.status_code == 200
        lines = re.findall(r'<div class="row"><span class="more when">.*?</div>', answer.content.decode(), re.DOTALL)
        return [plain(line).partition(" ")[2] for line in lines]

    return look


def in_words(moment):
    from callwright.web.trail.showing import when

    return when(moment)


def test_a_call_that_was_planned_moved_cancelled_and_brought_back(shown, acts, rep):
    from callwright.web.calls.actions import cancel_call, move_call, plan_call, revive_call

    customer = cast.a_customer(rep)
    dana = cast.a_contact(customer)
    with acts(rep):
        call = plan_call(customer=customer, starts=TUESDAY, by=rep, contacts=[dana])
    with acts(rep):
        move_call(call=call, starts=TUESDAY + dt.timedelta(days=2), by=rep)
    with acts(rep):
        cancel_call(call=call, by=rep)
    with acts(rep):
        revive_call(call=call, by=rep)
    thursday = in_words(TUESDAY + dt.timedelta(days=2))
    assert shown(rep, f"?call={call.pk}") == [
        f"Dana Reyes brought back the call on Northfield Foods of {thursday}",
        f"Dana Reyes cancelled the call on Northfield Foods of {thursday}",
        f"Dana Reyes moved the call on Northfield Foods from {in_words(TUESDAY)} to {thursday}",
        f"Dana Reyes planned the call on Northfield Foods of {thursday} , with Dana Reyes",
    ]


def test_what_came_of_an_objective(shown, acts, rep):
    from callwright.web.plans.actions import save_objective

    call = cast.a_call(rep, cast.a_customer(rep), starts=TUESDAY)
    with acts(rep):
        kept = save_objective(call=call, text="The CFO names a date", by=rep)
    with acts(rep):
        kept = save_objective(call=call, text="The CFO names a day", version=kept.version, by=rep)
    with acts(rep):
        kept.outcome, kept.evidence = "accomplished", "1 December"
        kept.save()
    about = f"an objective for the call on Northfield Foods of {in_words(TUESDAY)}"
    assert shown(rep, "?kind=plans.objective") == [
        f"Dana Reyes wrote down what came of {about} : Accomplished, “1 December”",
        f"Dana Reyes changed {about} : objective from “The CFO names a date” to “The CFO names a day”",
        f"Dana Reyes wrote {about} : “The CFO names a date”",
    ]


def test_people_opportunities_and_promises_of_a_customer(shown, acts, rep):
    from callwright.web.customers.actions import change_contact, learn, move_stage, remove
    from callwright.web.customers.models import Stage
    from callwright.web.debriefs.models import Commitment

    with acts(rep):
        customer = cast.a_customer(rep)
    with acts(rep):
        lee = cast.a_contact(customer, "Lee Park", "IT lead")
    with acts(rep):
        change_contact(contact=lee, name="Lee Park", by=rep, title="CIO", role="decides", email="", phone="")
    with acts(rep):
        sale = cast.an_opportunity(customer, "Payroll", "needs")
    with acts(rep):
        move_stage(opportunity=sale, stage=Stage.objects.of(rep).get(name="Decision"), by=rep)
    with acts(rep):
        promise = Commitment.objects.create(
            organization=rep.organization, customer=customer, text="mail the contract", contact=lee
        )
    with acts(rep):
        promise.state = "late"
        promise.save()
    with acts(rep):
        learn(customer=customer, text="The CFO decides alone", by=rep)
    with acts(rep):
        remove(row=lee, by=rep)
    assert shown(rep, f"?customer={customer.pk}") == [
        "Dana Reyes removed Lee Park at Northfield Foods",
        "Dana Reyes noted what is known of Northfield Foods : “The CFO decides alone”",
        "Dana Reyes said of a promise of Northfield Foods : late",
        "Dana Reyes wrote down a promise of Northfield Foods : “mail the contract”",
        "Dana Reyes moved the opportunity Payroll with Northfield Foods from Needs to Decision",
        "Dana Reyes added the opportunity Payroll with Northfield Foods",
        "Dana Reyes changed somebody who was removed at Northfield Foods : job from “IT lead” to “CIO”; "
        "role is Decides",
        "Dana Reyes added Lee Park at Northfield Foods",
        "Dana Reyes added Northfield Foods",
    ]  # fmt: skip


def test_members_roles_and_invitations_are_told_to_admins(shown, acts, admin, manager, rep, other):
    from callwright.web.accounts.models import Invitation

    with acts(admin):
        Invitation.objects.create(
            organization=admin.organization, email="new@example.com", digest="d" * 64, expires_at=NOW
        )
    with acts(admin):
        rep.role = "manager"
        rep.save()
    with acts(rep):
        rep.active = False
        rep.save()
    assert shown(admin)[:3] == [
        "Dana Reyes left",
        "Ann Lee made Dana Reyes a manager",
        "Ann Lee invited new@example.com as a rep",
    ]
    assert shown(admin, "?kind=accounts.member")[-4:] == [
        "Olga Holm joined as a rep",
        "Dana Reyes joined as a rep",
        "Max Weber joined as a manager",
        "Ann Lee joined as an admin",
    ]
    assert not [line for line in shown(manager) + shown(other) if "new@example.com" in line]


def test_a_customer_removed_with_all_that_hung_on_it(shown, acts, rep, other, admin):
    from callwright.web.customers.actions import remove

    with acts(rep):
        customer = cast.a_customer(rep)
        cast.an_objective(cast.a_call(rep, customer))
        cast.a_call(rep, customer)
    key = customer.pk
    with acts(rep):
        remove(row=customer, by=rep)
    said = "Dana Reyes removed Northfield Foods with 2 calls and 1 objective"
    assert shown(rep, f"?customer={key}")[0] == said
    assert shown(admin)[0] == said
    assert shown(other, f"?customer={key}") == []


def test_each_sees_the_changes_of_what_they_see(shown, acts, admin, manager, rep, other, stranger):
    with acts(rep):
        cast.a_call(rep, cast.a_customer(rep, "Ours"))
    with acts(other):
        cast.a_call(other, cast.a_customer(other, "Theirs"))

    def named(member):
        return {name for name in ("Ours", "Theirs") if any(name in line for line in shown(member))}

    assert named(rep) == named(manager) == {"Ours"}
    assert named(other) == {"Theirs"}
    assert named(admin) == {"Ours", "Theirs"}
    assert named(stranger) == set()


def test_a_call_that_one_joins_is_seen_and_the_customers_other_changes_are_not(shown, acts, rep, other):
    customer = cast.a_customer(rep)
    with acts(rep):
        call = cast.a_call(rep, customer)
        call.joined.add(other)
        cast.a_contact(customer, "Secretive")
    assert any("planned" in line for line in shown(other, f"?call={call.pk}"))
    assert not any("Secretive" in line for line in shown(other))


def test_it_is_narrowed_by_who_what_and_day(shown, acts, admin, rep, other):
    with acts(rep):
        customer = cast.a_customer(rep)
    with acts(other):
        cast.a_contact(customer, "Lee")
    assert shown(admin, f"?by={other.pk}") == ["Olga Holm added Lee at Northfield Foods"]
    assert shown(admin, "?kind=customers.customer") == ["Dana Reyes added Northfield Foods"]
    assert any("Lee" in line for line in shown(admin, f"?day={timezone.localdate()}"))
    assert shown(admin, "?day=2020-01-01") == []
    assert all(line.startswith(("Callwright", "Ann", "Max", "Dana", "Olga")) for line in shown(admin, "?by=product"))


def test_older_changes_are_a_page_away(signed_in, rep):
    customer = cast.a_customer(rep)
    for number in range(120):
        cast.a_contact(customer, f"Contact {number:03}")
    browser, seen, address = signed_in(rep), [], f"/trail/?customer={customer.pk}"
    while address:
        page = browser.get(address).content.decode()
        seen += re.findall(r"Contact \d+", page)
        found = re.search(r'href="(\?[^"]*older=[^"]+)"', page)
        address = f"/trail/{found[1].replace('&amp;', '&')}" if found else ""
    assert seen == [f"Contact {number:03}" for number in reversed(range(120))]


def test_a_long_text_unfolds(signed_in, acts, rep):
    customer = cast.a_customer(rep, about="They " + "really " * 40 + "buy")
    page = signed_in(rep).get("/trail/").content.decode()
    assert "really " * 40 + "buy" in page
    with acts(rep):
        customer.about = "Short"
        customer.save()
    assert "<dd>“Short”</dd>" in signed_in(rep).get("/trail/").content.decode()


@pytest.mark.parametrize("query", ["?older=x-y", "?day=32", "?by=x", "?kind=x", "?customer=x", f"?older={'9' * 40}-1"])
def test_nonsense_in_the_address_is_no_trouble(signed_in, rep, query):
    assert signed_in(rep).get(f"/trail/{query}").status_code == 200


def test_there_is_a_way_to_it_from_a_customer_a_call_and_ones_data(signed_in, rep):
    call = cast.a_call(rep, cast.a_customer(rep))
    browser = signed_in(rep)
    assert f"/trail/?customer={call.customer_id}" in browser.get(f"/customers/{call.customer_id}/").content.decode()
    assert f"/trail/?call={call.pk}" in browser.get(f"/calls/{call.pk}/").content.decode()
    assert "/trail/" in browser.get("/keeping/").content.decode()
