"""A call that was held, and what a rep sends about it."""

import datetime as dt
import re

from django.urls import reverse
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_objective, an_opportunity

WEEK = dt.timedelta(days=7)
FACT = "Find out who signs the contract at Northfield"
PILOT = "The CFO agrees to a two-week pilot starting 1 December"
BUY = "The CFO signs the order for 20 seats"


def a_held_call(me, *texts, ago=dt.timedelta(hours=2), customer=None, **fields):
    """A call that was over a while ago, with its objectives."""
    customer = customer or a_customer(me)
    contacts = fields.pop("contacts", None)
    if contacts is None:
        contacts = [a_contact(customer)]
    call = a_call(me, customer, starts=timezone.now() - ago, contacts=contacts, **fields)
    for position, text in enumerate(texts, start=1):
        an_objective(call, text, position=position)
    return call


def a_deal(me, stage="evaluation"):
    """A customer with an open opportunity."""
    customer = a_customer(me)
    return customer, an_opportunity(customer, stage=stage)


def address(call, name="debrief", *more):
    return reverse(name, args=[call.pk, *more])


def outcome(call, said="accomplished", evidence="", place=0):
    """What is sent of one objective."""
    key = call.objectives.all()[place].pk
    return {f"o{key}-outcome": said, f"o{key}-evidence": evidence}


def save(client, call, **fields):
    """Presses Save; gives the page that comes then. Names may be written with _ for the - of promises."""
    sent = {name.replace("_", "-", 1) if re.match(r"p\d_", name) else name: value for name, value in fields.items()}
    return client.post(address(call), sent, follow=True)


def kept(call):
    """The call, its debrief and all that hangs on it, read afresh."""
    from callwright.web.calls.models import Call

    return Call.objects.select_related("debrief", "customer").get(pk=call.pk)


def text_of(answer):
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()).replace("&#x27;", "'")
