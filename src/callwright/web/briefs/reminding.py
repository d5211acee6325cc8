"""One mail on a working morning: what customers promised by today, and which calls still wait for a debrief."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from callwright.web.accounts.queries import zone_of
from callwright.web.briefs.mailing import link_to
from callwright.web.briefs.models import MailWish, Reminder
from callwright.web.briefs.posting import post
from callwright.web.briefs.queries import wish_of
from callwright.web.debriefs.days import FRIDAY
from callwright.web.debriefs.queries import due, to_debrief
from callwright.web.jobs.running import outside_transaction

HOURS: Final = 4
"""For so long after the time that was chosen a reminder still makes sense; after that the day is under way."""


def remind_due(now: dt.datetime) -> int:
    """Makes a job of each reminder whose time has come; how many these were."""
    if not settings.EMAIL_HOST:
        return 0
    wishes = MailWish.objects.filter(remind=True, member__active=True).select_related("member__person")
    return sum(_enqueue(wish, now.astimezone(zone_of(wish.member))) for wish in wishes)


@task
@outside_transaction
def send_reminder(*, reminder: int, organization: int, about: str = "") -> str:
    """Mails what is due today."""
    kept = Reminder.objects.select_related("member__organization", "member__person").filter(pk=reminder).first()
    wish = wish_of(kept.member) if kept else None
    if kept is None or wish is None or not wish.remind or kept.sent_at is not None:
        return "no longer wanted"
    with timezone.override(zone_of(kept.member)):
        made = message(kept, wish.address)
    return post(made, kept)


def message(reminder: Reminder, address: str) -> EmailMessage:
    """The mail to an address, in the current time zone; its Message-ID is the same at each try."""
    member, day = reminder.member, reminder.day
    promised, waiting = due(member, day), to_debrief(member, timezone.now())
    counts = [f"{len(promised)} promised by today"] if promised else []
    counts += [f"{len(waiting)} to debrief"] if waiting else []
    known = {"promised": promised, "waiting": waiting, "link": link_to("/")}
    body = render_to_string("briefs/reminder.txt", known)
    name = f"<reminder-{reminder.pk}-{day:%Y%m%d}-{member.organization.created:%f}@callwright>"
    subject = ", ".join(counts) or "Nothing is due any more"
    return EmailMessage(subject, body, to=[address], headers={"Message-ID": name})


def _enqueue(wish: MailWish, here: dt.datetime) -> bool:
    if not _is_time(wish, here) or Reminder.objects.filter(member=wish.member, day=here.date()).exists():
        return False
    if not (due(wish.member, here.date()) or to_debrief(wish.member, here)):
        return False
    reminder, made = Reminder.objects.get_or_create(
        member=wish.member, day=here.date(), defaults={"organization_id": wish.organization_id}
    )
    if made:
        send_reminder.enqueue(reminder=reminder.pk, organization=wish.organization_id, about=f"{here:%a %d %b}")
    return made


def _is_time(wish: MailWish, here: dt.datetime) -> bool:
    since = here - here.replace(hour=wish.at.hour, minute=wish.at.minute, second=0, microsecond=0)
    return here.weekday() <= FRIDAY and dt.timedelta() <= since < dt.timedelta(hours=HOURS)
