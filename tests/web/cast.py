"""The cast of the tests: a rep alone, a customer, a call tomorrow. Rows are made plainly, not by actions."""

import datetime as dt

from django.utils import timezone


def a_customer(member, name="Northfield Foods", **fields):
    from callwright.web.customers.models import Customer

    return Customer.objects.create(organization=member.organization, owner=member, name=name, **fields)


def a_contact(customer, name="Dana Reyes", title="CFO", **fields):
    from callwright.web.customers.models import Contact

    return Contact.objects.create(
        organization=customer.organization, customer=customer, name=name, title=title, **fields
    )


def an_opportunity(customer, name="Payroll software", stage="evaluation", **fields):
    from callwright.web.customers.models import Opportunity, Stage

    kept = Stage.objects.filter(organization=customer.organization, kind=stage).first()
    return Opportunity.objects.create(
        organization=customer.organization, customer=customer, name=name, stage=kept, **fields
    )


def a_call(member, customer=None, *, starts=None, minutes=30, contacts=(), **fields):
    """A call tomorrow at this hour, unless `starts` says otherwise."""
    from callwright.web.calls.models import Call

    customer = customer or a_customer(member)
    starts = starts or timezone.now() + dt.timedelta(days=1)
    call = Call.objects.create(
        organization=member.organization, customer=customer, member=member, starts=starts, minutes=minutes, **fields
    )
    call.contacts.set(contacts)
    return call


def an_objective(call, text="The CFO agrees to a two-week pilot starting 1 December", **fields):
    from callwright.web.plans.models import Objective

    return Objective.objects.create(organization=call.organization, call=call, text=text, **fields)
