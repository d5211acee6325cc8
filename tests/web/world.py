"""A member's customers and calls, few or many, with something of every kind: what all pages can be asked about."""

import datetime as dt

from django.utils import timezone

from tests.web import cast

PILOT = "The CFO agrees to a two-week pilot starting 1 December"


def a_world(member, many, name="Northfield Foods"):
    """The keys for addresses. `many`: calls, contacts, promises and so on, of one customer and of others.

    name: of the customer with most of them.
    """
    from callwright.web.customers.actions import add_product, merge
    from callwright.web.customers.models import Stage

    member.organization.started = True
    member.organization.save()
    customer = cast.a_customer(member, name)
    keys = {"customer": customer.pk, **_known(member, customer, many)}
    for number in range(many):
        other = cast.a_customer(member, f"{name} {number}")
        add_product(name=f"Product {number}", by=member)
        _calls(member, other, 1)
    keys |= _calls(member, customer, many)
    keys["product"] = add_product(name="Product 0", by=member).pk
    keys["stage"] = Stage.objects.of(member)[0].pk
    keys["merge"] = merge(kept=customer, other=cast.a_customer(member, f"{name} Ltd"), by=member).pk
    keys["job"] = "00000000-0000-4000-8000-000000000000"
    return keys


def _known(member, customer, many):
    from callwright.web.customers.actions import learn, move_stage, note_opening
    from callwright.web.customers.models import Stage

    found = {}
    for number in range(many):
        opportunity = cast.an_opportunity(customer, f"Sale {number}")
        for stage in Stage.objects.of(member)[:2]:
            move_stage(opportunity=opportunity, stage=stage, by=member)
        found = {
            "contacts": cast.a_contact(customer, f"Dana {number}").pk,
            "opportunities": opportunity.pk,
            "knowledge": learn(customer=customer, text=f"The CFO decides ({number})", by=member).pk,
            "openings": note_opening(customer=customer, text=f"Another site {number}", by=member).pk,
        }
    return found


def _calls(member, customer, many):
    """Calls of today to plan, others to debrief, promises that are due."""
    from callwright.web.debriefs.models import Commitment, Consequence, Debrief
    from callwright.web.plans.models import SetAside

    now = timezone.now()
    people = list(customer.contacts.all()[:2])
    deal = customer.opportunities.first()
    for number in range(many):
        soon = now + dt.timedelta(minutes=1 + number)
        call = cast.a_call(member, customer, starts=soon, contacts=people, opportunity=deal)
        cast.an_objective(call, PILOT, letters="+++++", smart=True)
        past = cast.a_call(member, customer, starts=now - dt.timedelta(hours=2, minutes=number), contacts=people)
        objective = cast.an_objective(past, PILOT)
        told = cast.a_call(member, customer, starts=now - dt.timedelta(days=2 + number), opportunity=deal,
                           debriefed_at=now, frozen_at=now)  # fmt: skip
        cast.an_objective(told, PILOT, outcome="accomplished")
        aside = SetAside.objects.create(organization=member.organization, code="M01", line=PILOT, by=member,
                                        objective=objective, reason=f"{customer} asked for it so")  # fmt: skip
        debrief = Debrief.objects.create(organization=member.organization, call=told, opened_at=now, saved_at=now,
                                         result="advance", by=member)  # fmt: skip
        row = Consequence.objects.create(organization=member.organization, debrief=debrief, kind="knowledge",
                                         offered={"topic": "other", "text": "They moved"})  # fmt: skip
        promise = Commitment.objects.create(organization=member.organization, customer=customer, call=told,
                                            text="mail the contract", due=timezone.localdate())  # fmt: skip
    return {"call": call.pk, "past": past.pk, "told": told.pk, "row": row.pk, "promise": promise.pk,
            "objective": objective.pk, "aside": aside.pk}  # fmt: skip
