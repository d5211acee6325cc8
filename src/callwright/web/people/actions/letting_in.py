"""How an admin lets a member in again who cannot sign in: a link for a new password, and no second factor any more."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.urls import reverse

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Member
from callwright.web.may import demand
from callwright.web.people.limits import PEOPLE
from callwright.web.people.queries.members import belongs_here_alone


def password_link(*, member: Member, by: Member) -> str:
    """The path of a link that sets a new password, once, within three days. It is kept nowhere. Raises as `_may`."""
    _may(member, by)
    key = default_token_generator.make_token(member.person)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(member.person), key])


@transaction.atomic
def take_second_factor(*, member: Member, by: Member) -> None:
    """The member signs in with the password alone until they set up another second factor. Raises as `_may`."""
    _may(member, by)
    Authenticator.objects.filter(user_id=member.person_id).delete()


def _may(member: Member, by: Member) -> None:
    """Raises NotYours; Refused where the member belongs to other organizations too, or sign-up is open to all."""
    demand(by.sees_all and by.organization_id == member.organization_id, PEOPLE)
    if not (member.active and belongs_here_alone(member)):
        raise Refused(f"{member} belongs elsewhere too, and signs in there with the same password: a mail has to do.")
