"""People, organizations, and who is a member of which. A person alone is an organization with one member."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from callwright.web.accounts.owned import Owned, OwnedQuerySet, admins_alone

__all__ = ["Invitation", "Letter", "Member", "Organization", "Owned", "OwnedQuerySet", "Person", "Role", "Team"]


class Person(AbstractUser):
    """Somebody who signs in, or the one who works alone on this machine and never needs to."""

    time_zone = models.CharField(max_length=64, blank=True)
    """Name in the IANA database; empty: the server's own."""
    language = models.CharField(max_length=12, blank=True)
    """As in "en-gb"; empty: what the browser asks for."""

    def __str__(self) -> str:
        return self.get_full_name() or self.email or self.get_username()


class Organization(models.Model):
    """Whoever owns customers and calls together."""

    name = models.CharField(max_length=200)
    personal = models.BooleanField(default=False)
    """One person alone, without sign-in, on loopback."""
    started = models.BooleanField(default=False)
    """Whether the first question (start empty, or look around with examples) has been answered."""
    keep_months = models.PositiveSmallIntegerField(null=True, blank=True)
    """For how long calls that are over are kept, with all that hangs on them; None: for good."""
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a member may do: a rep sees own calls, a manager those of their teams, an admin all."""

    REP = "rep", "Rep"
    MANAGER = "manager", "Manager"
    ADMIN = "admin", "Admin"


class Team(Owned):
    """Members who work together; its managers see what its members see."""

    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_team_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person in an organization."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role, default=Role.REP)
    active = models.BooleanField(default=True)
    """False once they have left: they see nothing, and what they did stays."""
    teams = models.ManyToManyField(Team, blank=True, related_name="members")
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "person"], name="one_membership_each")]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def sees_all(self) -> bool:
        """Whether everything of the organization is theirs to see."""
        return self.role == Role.ADMIN

    @property
    def leads(self) -> bool:
        """Whether they may act for others: managers for their teams, admins for all."""
        return self.role in (Role.MANAGER, Role.ADMIN)

    @cached_property
    def seen(self) -> list[int]:
        """The keys of the members whose calls and customers this one sees: own, and for a manager those of the teams.

        Asked once a request. Of an admin, who sees all, it is not asked.
        """
        if self.role != Role.MANAGER:
            return [self.pk]
        theirs = Member.objects.filter(organization_id=self.organization_id, teams__in=self.teams.all())
        return sorted({self.pk, *theirs.values_list("pk", flat=True)})


class Invitation(Owned):
    """That somebody is invited into an organization, by a link that holds a secret and works once."""

    EXPORTED = False

    email = models.EmailField()
    role = models.CharField(max_length=10, choices=Role, default=Role.REP)
    teams = models.ManyToManyField(Team, blank=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the secret in the link: the secret itself is kept nowhere."""
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Admins see who is invited."""
        return admins_alone(prefix)


class Letter(models.Model):
    """A message with a link for one person that could not be mailed, for want of a server: an admin hands it on."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="letters")
    email = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "-id"]
