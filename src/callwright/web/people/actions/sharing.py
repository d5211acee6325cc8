"""A customer is shared: with a member, or with a team."""

from __future__ import annotations

from django.db import transaction

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Member, Team
from callwright.web.customers.models import Customer, Share
from callwright.web.may import demand
from callwright.web.people.limits import SHARING


@transaction.atomic
def share(*, customer: Customer, member: Member | None = None, team: Team | None = None, by: Member) -> Share:
    """The customer is seen by that member, or by that team and its managers, too.

    Raises NotYours; Refused where it is with neither of the organization.
    """
    demand(customer.settled_by(by), SHARING)
    wanted = member or team
    if wanted is None or wanted.organization_id != customer.organization_id or not getattr(wanted, "active", True):
        raise Refused("Choose a member or a team.")
    made: Share = Share.objects.get_or_create(
        customer=customer, member=member, team=team,
        defaults={"organization_id": customer.organization_id, "by": by},
    )[0]  # fmt: skip
    return made


@transaction.atomic
def end_share(*, share: Share, by: Member) -> None:
    """The customer is not shared with them any more. Raises NotYours."""
    demand(share.customer.settled_by(by), SHARING)
    share.delete()
