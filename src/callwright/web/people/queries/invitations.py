"""Invitations: by the secret in their link, and those that wait."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.signing import Signer
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from callwright.web.accounts.models import Invitation, Member

SESSION = "invitation"
"""Under this name a session holds the secret of the invitation that its browser came in by."""


def digest_of(secret: str) -> str:
    """What is kept of a secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def open_invitation(secret: str) -> Invitation | None:
    """The invitation of a link; None where it was used or withdrawn, is too old, or never was."""
    return _open().filter(digest=digest_of(secret)).select_related("organization", "by__person").first()


def waiting_invitations(member: Member) -> QuerySet[Invitation]:
    """Those of the member's organization that nobody has used yet."""
    theirs = Invitation.objects.of(member).filter(pk__in=_open().values("pk"))
    return theirs.select_related("by__person").prefetch_related("teams")


def invited(request: HttpRequest) -> bool:
    """Whether the browser came in by an invitation that is still open."""
    secret = request.session.get(SESSION)
    return isinstance(secret, str) and open_invitation(secret) is not None


def admins_vouch() -> bool:
    """Whether an admin may speak for whose an address is: not where any stranger can found an organization."""
    return not settings.SIGN_UP_OPEN


def proof_of_mailing(secret: str) -> str:
    """What only the mailed link holds beside the secret: whoever has it reads the mail of that address."""
    return Signer(salt="callwright.invitation").signature(secret)


def shows_whose_address(secret: str, proof: str) -> bool:
    """Whether coming by this link shows that the address of the invitation is theirs."""
    return admins_vouch() or constant_time_compare(proof, proof_of_mailing(secret))


def _open() -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())
