"""Customers and what is known of them."""

from __future__ import annotations

from django.db import models

from callwright.smart.model import STAGES
from callwright.web.accounts.models import Member, Owned, Team
from callwright.web.customers.names import Bare, Folded


class Stage(Owned):
    """A buying stage by the organization's own name; `kind` is the one of the six that the engine knows."""

    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=[(name, name) for name in STAGES])
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_stage_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Customer(Owned):
    """A customer: the account that buys."""

    name = models.CharField(max_length=200)
    folded = Folded()
    bare = Bare(db_index=True)
    about = models.TextField(blank=True)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="customers")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged")
    """Set while this row is hidden because it was the same customer as another."""
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["folded", "id"]
        indexes = [models.Index(fields=["organization", "merged_into", "folded", "id"], name="customers_by_name")]

    def __str__(self) -> str:
        return self.name

    def settled_by(self, member: Member) -> bool:
        """Whether a member who sees it may remove it, or make it one with another."""
        return member.leads or self.owner_id == member.pk

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Customers of those whom the member sees, and those that are shared with one of them."""
        shared = Share.objects.filter(models.Q(member__in=member.seen) | models.Q(team__members__in=member.seen))
        return models.Q(**{f"{prefix}owner__in": member.seen}) | models.Q(
            **{f"{prefix}pk__in": shared.values("customer")}
        )


class Share(Owned):
    """That a customer is shared with a member, or with a team."""

    SEEN_WITH = "customer"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="shares")
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.CASCADE, related_name="shares")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE, related_name="shares")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["customer", "member"], name="shared_once_with_a_member"),
            models.UniqueConstraint(fields=["customer", "team"], name="shared_once_with_a_team"),
            models.CheckConstraint(
                condition=models.Q(member=None, team__isnull=False) | models.Q(member__isnull=False, team=None),
                name="shared_with_one_of_the_two",
            ),
        ]


class RoleInPurchase(models.TextChoices):
    """What a contact has to say in a purchase."""

    DECIDES = "decides", "Decides"
    PAYS = "pays", "Holds the budget"
    INFLUENCES = "influences", "Has a say"
    USES = "uses", "Uses it"
    DOOR = "door", "Gatekeeper"


class Contact(Owned):
    """Somebody at a customer."""

    SEEN_WITH = "customer"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=200)
    folded = Folded()
    title = models.CharField(max_length=200, blank=True)
    """Their job, as in "head of operations": what the engine reads standing from."""
    role = models.CharField(max_length=12, choices=RoleInPurchase, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["folded", "id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.title})" if self.title else self.name


class Product(Owned):
    """Something that the organization sells."""

    name = models.CharField(max_length=200)
    folded = Folded()

    class Meta:
        ordering = ["folded", "id"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_product_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Opportunity(Owned):
    """A possible sale to a customer, and where the customer stands with it."""

    SEEN_WITH = "customer"

    class State(models.TextChoices):
        """Whether it can still be won."""

        OPEN = "open", "Open"
        WON = "won", "Won"
        LOST = "lost", "Lost"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="opportunities")
    name = models.CharField(max_length=200)
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.SET_NULL, related_name="opportunities")
    stage = models.ForeignKey(Stage, null=True, blank=True, on_delete=models.PROTECT, related_name="opportunities")
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    """ISO 4217; asked once, then the last one used."""
    state = models.CharField(max_length=5, choices=State, default=State.OPEN)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created", "-id"]
        verbose_name_plural = "opportunities"

    def __str__(self) -> str:
        return self.name

    @property
    def worth(self) -> str:
        """The amount as people write it, as in "EUR 12,000"; nothing where it is not known."""
        if self.amount is None:
            return ""
        return f"{self.currency} {self.amount:,.2f}".strip().removesuffix(".00")


class StageChange(Owned):
    """That an opportunity came to a stage: the history of stages."""

    SEEN_WITH = "opportunity"

    opportunity = models.ForeignKey(Opportunity, on_delete=models.CASCADE, related_name="stage_changes")
    stage = models.ForeignKey(Stage, null=True, on_delete=models.SET_NULL, related_name="+")
    called = models.CharField(max_length=60, blank=True)
    """The stage's name then: it may be renamed or removed later."""
    at = models.DateTimeField()
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-at", "-id"]


class Topic(models.TextChoices):
    """What a piece of knowledge is about."""

    DECIDES = "decides", "Who decides, and how"
    MONEY = "money", "Money"
    TIMING = "timing", "Timing"
    NEED = "need", "What they need"
    RIVALS = "rivals", "Who else they talk to"
    OTHER = "other", "Something else"


class Knowledge(Owned):
    """One thing that we know of a customer, since when, and from where."""

    SEEN_WITH = "customer"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="knowledge")
    topic = models.CharField(max_length=10, choices=Topic, default=Topic.OTHER)
    text = models.TextField()
    learned_on = models.DateField()
    source = models.CharField(max_length=300, blank=True)
    """Who said it, or where it stands: "call of 3 March", "annual report"."""

    class Meta:
        ordering = ["-learned_on", "-id"]
        verbose_name_plural = "knowledge"


class Opening(Owned):
    """Something else that could be sold: another need, another site, a referral ("uncover", in the seed's words)."""

    SEEN_WITH = "customer"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="openings")
    text = models.TextField()
    noted_on = models.DateField()
    opportunity = models.ForeignKey(
        Opportunity, null=True, blank=True, on_delete=models.SET_NULL, related_name="openings"
    )
    """What became of it."""
    closed = models.BooleanField(default=False)

    class Meta:
        ordering = ["-noted_on", "-id"]


class Merge(Owned):
    """That two customers turned out to be one: what moved from `other` to `kept`, so that it can go back."""

    SEEN_WITH = "kept"

    kept = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="merges")
    other = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="merged_by")
    moved = models.JSONField(default=dict)
    """Keys of the rows that moved, by the label of their table: `{"customers.contact": [3, 8]}`."""
    took_about = models.BooleanField(default=False)
    """Whether the kept one had no words about it and took those of the other."""
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]


class Apart(Owned):
    """That two customers with like names are two: they are not suggested for a merge again."""

    first = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="apart_after")
    """The one with the smaller key."""
    second = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="apart_before")

    class Meta:
        verbose_name_plural = "apart"
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="two_are_apart_once")]

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Pairs of which the member sees both."""
        return Customer.seen_by(member, f"{prefix}first__") & Customer.seen_by(member, f"{prefix}second__")
