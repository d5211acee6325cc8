"""People, organizations, and who is a member of which. A person alone is an organization with one member."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from callwright.web.accounts.owned import Owned, OwnedQuerySet

__all__ = ["Member", "Organization", "Owned", "OwnedQuerySet", "Person", "Role"]


class Person(AbstractUser):
    """Somebody who signs in, or the one who works alone on this machine and never needs to."""

    time_zone = models.CharField(max_length=64, blank=True)
    """Name in the IANA database; empty: the server's own."""

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()


class Organization(models.Model):
    """Whoever owns customers and calls together."""

    name = models.CharField(max_length=200)
    personal = models.BooleanField(default=False)
    """One person alone, without sign-in, on loopback."""
    started = models.BooleanField(default=False)
    """Whether the first question (start empty, or look around with examples) has been answered."""
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a member may do: a rep sees own calls, a manager those of the team, an admin all."""

    REP = "rep", "Rep"
    MANAGER = "manager", "Manager"
    ADMIN = "admin", "Admin"


class Member(models.Model):
    """A person in an organization."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role, default=Role.REP)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "person"], name="one_membership_each")]

    def __str__(self) -> str:
        return str(self.person)
