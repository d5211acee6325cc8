"""`callwright admin`: who runs the server gives a person the keys, as nobody in the browser could yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import validate_email
from django.db import DatabaseError, transaction

from callwright.smart import CallwrightError
from callwright.web.setting_up import choose, set_up

if TYPE_CHECKING:
    from callwright.web.accounts.models import Person


class AdminRefused(CallwrightError):
    """Nobody was made an admin; the text says why and what to do."""


def make_admin(email: str, password: str, *, name: str = "", organization: str = "", data: Path | None = None) -> str:
    """Makes a person an admin, who signs in with that address and password. What was done, in words.

    Where there is only the personal workspace it becomes the organization; where there is nothing one is founded; else
    the person becomes an admin of the one there is, or of the one that is named, and the password is theirs from now
    on. Raises AdminRefused.
    """
    choose(data)
    set_up(AdminRefused)
    try:
        validate_email(email.strip())
    except ValidationError as wrong:
        raise AdminRefused(f"{email!r} is no e-mail address; as in mara@example.com") from wrong
    try:
        call_command("migrate", verbosity=0, interactive=False)
        with transaction.atomic():
            return _made(email.strip().lower(), password, name.strip(), organization.strip())
    except ValidationError as wrong:
        raise AdminRefused(" ".join(wrong.messages)) from wrong
    except DatabaseError as wrong:
        raise AdminRefused(f"the database cannot be reached: {wrong}") from wrong


def _made(email: str, password: str, name: str, organization: str) -> str:
    from callwright.web.accounts.actions import found_organization, give_sign_in, open_door  # noqa: PLC0415
    from callwright.web.accounts.errors import Refused  # noqa: PLC0415  once Django is set up
    from callwright.web.accounts.models import Organization, Person  # noqa: PLC0415
    from callwright.web.accounts.queries import personal_member  # noqa: PLC0415

    name = name or email.partition("@")[0]
    alone = personal_member()
    try:
        if alone is not None:
            _must_have(organization, "this workspace")
            open_door(member=alone, organization=organization, name=name, email=email, password=password)
            return f"the workspace of one is now {organization}, and {email} its admin"
        if not Organization.objects.exists():
            _must_have(organization, "the first organization")
            person = give_sign_in(person=Person(), name=name, email=email, password=password)
            found_organization(name=organization, person=person)
            return f"{organization} is founded, and {email} its admin"
        return _one_more(email, password, name, organization)
    except Refused as wrong:
        raise AdminRefused(str(wrong)) from wrong


def _one_more(email: str, password: str, name: str, organization: str) -> str:
    """Into an organization that has people: somebody new, or somebody who was locked out."""
    from callwright.web.accounts.actions import give_sign_in  # noqa: PLC0415
    from callwright.web.accounts.models import Member, Organization, Person, Role  # noqa: PLC0415

    found = list(Organization.objects.filter(**{"name": organization} if organization else {})[:2])
    if len(found) != 1:
        names = ", ".join(Organization.objects.order_by("name").values_list("name", flat=True))
        raise AdminRefused(f"say which organization with --organization; there are: {names}")
    person = Person.objects.filter(emailaddress__email__iexact=email).first()
    if person is None:
        person = give_sign_in(person=Person(), name=name, email=email, password=password)
    else:
        _let_in(person, password)
    Member.objects.update_or_create(organization=found[0], person=person, defaults={"role": Role.ADMIN, "active": True})
    return f"{email} is an admin of {found[0]}"


def _let_in(person: Person, password: str) -> None:
    validate_password(password, person)
    person.set_password(password)
    person.is_active = True
    person.save(update_fields=["password", "is_active"])


def _must_have(organization: str, what: str) -> None:
    if not organization:
        raise AdminRefused(f"say how {what} is called with --organization")
