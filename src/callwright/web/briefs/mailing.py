"""The brief by mail, at the time before the call that a member chose: once, and not for a call that is off."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Iterator
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from callwright.brief import BriefNeeds, pdf
from callwright.web.accounts.models import Member
from callwright.web.accounts.queries import zone_of
from callwright.web.briefs.models import BriefMail, MailWish
from callwright.web.briefs.posting import post
from callwright.web.briefs.queries import brief_of, call_with_plan, page_of, wish_of
from callwright.web.calls.models import Call
from callwright.web.jobs.running import outside_transaction

AHEAD: Final = dt.timedelta(days=2, hours=1)
"""No brief is mailed longer before its call than the midnight that begins the day before, where clocks go back."""
AT_LEAST: Final = dt.timedelta(minutes=15)
"""A time of day that would come too late for an early call gives way to this long before it."""

log = logging.getLogger("callwright.briefs")


def mail_due(now: dt.datetime) -> int:
    """Makes a job of each brief whose time has come; how many these were. Nothing where no mail server is set up."""
    if not settings.EMAIL_HOST:
        return 0
    wishes = {one.member_id: one for one in _wishes()}
    due = [(call, wish) for call in _calls(wishes, now) for wish in _theirs(call, wishes) if moment(call, wish) <= now]
    return sum(_enqueue(call, wish) for call, wish in due)


def moment(call: Call, wish: MailWish) -> dt.datetime:
    """When the brief of a call is to be mailed."""
    starts, zone = call.starts.astimezone(dt.UTC), zone_of(wish.member)
    if wish.when == MailWish.When.BEFORE:
        return starts - dt.timedelta(minutes=wish.minutes)
    day = starts.astimezone(zone).date() - dt.timedelta(days=wish.when == MailWish.When.DAY_BEFORE)
    return min(dt.datetime.combine(day, wish.at, tzinfo=zone), starts - AT_LEAST)


@task
@outside_transaction
def send_brief(*, mail: int, organization: int, about: str = "") -> str:
    """Mails the brief of a call."""
    kept = BriefMail.objects.select_related("call", "member__person").filter(pk=mail).first()
    wish = wish_of(kept.member) if kept else None
    if kept is None or wish is None or not _still_wanted(kept, wish):
        return "no longer wanted"
    with timezone.override(zone_of(kept.member)):
        made = message(kept, wish.address)
    return post(made, kept)


def message(mail: BriefMail, address: str) -> EmailMessage:
    """The mail, in the current time zone. Its Message-ID is the same at each try, so that mailboxes can tell."""
    call = call_with_plan(mail.member, mail.call_id) or mail.call
    page = page_of(call, mail.member)
    body = render_to_string("briefs/mail.txt", {"page": page, "link": link_to(reverse("brief", args=[call.pk]))})
    subject = " ".join(f"{timezone.localtime(call.starts):%a %H:%M} {call.customer}".split())
    name = f"<brief-{mail.pk}-{mail.starts:%Y%m%d%H%M}-{call.created:%f}@callwright>"
    made = EmailMessage(subject, body, to=[address], headers={"Message-ID": name})
    _attach_page(made, call, mail.member)
    return made


def link_to(path: str) -> str:
    """The address of a page for people elsewhere; empty on loopback, which they cannot reach."""
    origins = getattr(settings, "CSRF_TRUSTED_ORIGINS", [])
    return f"{origins[0]}{path}" if origins else ""


def _attach_page(made: EmailMessage, call: Call, member: Member) -> None:
    try:
        made.attach("brief.pdf", pdf(brief_of(call, member)), "application/pdf")
    except BriefNeeds as missing:
        log.warning("a brief is mailed without its page to print: %s", missing)


def _wishes() -> Iterable[MailWish]:
    wanted = MailWish.objects.exclude(when=MailWish.When.NEVER).filter(member__active=True)
    return wanted.select_related("member__person")


def _calls(wishes: dict[int, MailWish], now: dt.datetime) -> Iterable[Call]:
    """Calls that are still to come. One that was put off at its start is among them, frozen as it is."""
    if not wishes:
        return ()
    theirs = Q(member__in=wishes) | Q(joined__in=wishes)
    # Not debriefed, which says nothing new of a call to come, is what an index goes by.
    soon = Call.objects.filter(
        theirs,
        organization__in={one.organization_id for one in wishes.values()},
        debriefed_at=None,
        state=Call.State.PLANNED,
        starts__gt=now,
        starts__lte=now + AHEAD,
    )
    return soon.select_related("customer").prefetch_related("joined").distinct()


def _theirs(call: Call, wishes: dict[int, MailWish]) -> Iterator[MailWish]:
    """Wishes of those who go, within the call's organization."""
    going = {call.member_id, *(one.pk for one in call.joined.all())}
    return (wishes[pk] for pk in going & wishes.keys() if wishes[pk].organization_id == call.organization_id)


def _enqueue(call: Call, wish: MailWish) -> bool:
    mail, made = BriefMail.objects.get_or_create(
        call=call, member=wish.member, starts=call.starts, defaults={"organization_id": call.organization_id}
    )
    if made:
        at = call.starts.astimezone(zone_of(wish.member))
        about = f"{call.customer}, {at:%a %d %b %H:%M}"
        send_brief.enqueue(mail=mail.pk, organization=call.organization_id, about=about)
    return made


def _still_wanted(mail: BriefMail, wish: MailWish) -> bool:
    """Not sent yet, the call still to come at that time, theirs still, and nobody has thought better of it."""
    call = mail.call
    on = call.state == Call.State.PLANNED and call.starts == mail.starts and call.starts > timezone.now()
    goes = mail.member_id == call.member_id or call.joined.filter(pk=mail.member_id).exists()
    return on and goes and mail.member.active and mail.sent_at is None and wish.when != MailWish.When.NEVER
