"""The few fields of everything on a customer's page, and of the lists beside it. A form keeps by calling an action."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.utils import timezone

from callwright.smart.model import STAGES
from callwright.web.accounts.models import Member, Owned
from callwright.web.customers import actions
from callwright.web.customers.fields import AmountField, DayField, words
from callwright.web.customers.models import Customer, Opportunity, RoleInPurchase, Stage, Topic
from callwright.web.customers.names import fold
from callwright.web.customers.queries import last_currency, products, stages

LONG: Final = 4000
"""Characters of a text."""

NOT_KNOWN: Final = ("", "Not known")


class RowForm(forms.Form):
    """The form of one kind of row: of a new one, or of one that is kept and changed."""

    use_required_attribute = False
    ids: ClassVar[str]
    """What the ids of its fields begin with."""
    takes_focus: ClassVar[bool] = True
    """Whether a form that has just opened takes the focus: not where one always stands open."""
    reads: ClassVar[tuple[str, ...]] = ()
    """The columns that fill the fields of the same names."""

    def __init__(self, data: Any = None, *, by: Member, row: Any = None) -> None:
        self.by, self.row = by, row
        super().__init__(data, auto_id=f"{self.ids}-%s")
        self.initial = self.first() if row is None else self.read(row)
        self.fit()
        if self.takes_focus or data:
            next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def first(self) -> dict[str, Any]:
        """What the fields of a new row hold."""
        return {}

    def read(self, row: Any) -> dict[str, Any]:
        """What the fields hold of a row that is kept."""
        return {name: getattr(row, name) for name in self.reads}

    def fit(self) -> None:
        """Fits the fields to the member and the row."""

    def write(self, customer: Any) -> Owned:
        """Writes what was typed. Raises Refused."""
        raise NotImplementedError

    def keep(self, customer: Customer | None = None) -> bool:
        """Whether what was typed was in order and is written; else the form says what was not."""
        if not self.is_valid():
            return False
        try:
            self.row = self.write(customer)
        except actions.Refused as refusal:
            self.add_error(None, str(refusal))
            return False
        return True

    def typed(self) -> list[tuple[str, str]]:
        """What was typed, field by field, for a page that can only give it back."""
        shown = ((str(field.label), str(field.value() or "")) for field in self if field.widget_type != "select")
        return [(label, value) for label, value in shown if value]


class CustomerForm(RowForm):
    """A customer's name and a few words about it."""

    ids = "about"
    reads = ("name", "about")
    name = words("Name", needed="A customer needs a name.", autocomplete="off")
    about = words("About them", most=LONG, rows=3)

    def write(self, customer: Any) -> Owned:
        """Writes it."""
        if customer is None:
            return actions.add_customer(by=self.by, **self.cleaned_data)
        return actions.change_customer(customer=customer, by=self.by, **self.cleaned_data)


class ContactForm(RowForm):
    """Somebody at a customer."""

    ids = "contacts"
    reads = ("name", "title", "role", "email", "phone")
    name = words("Name", needed="Write down a name.", autocomplete="off")
    title = words("Job", autocomplete="off", placeholder="head of operations")
    role = forms.ChoiceField(label="In the purchase", required=False, choices=[NOT_KNOWN, *RoleInPurchase.choices])
    phone = words("Phone", most=60, inputmode="tel", autocomplete="off")
    email = forms.EmailField(
        label="Mail",
        required=False,
        error_messages={"invalid": "That mail address lacks something: name@firm.example."},
    )

    def write(self, customer: Any) -> Owned:
        """Writes it."""
        if self.row is None:
            return actions.add_contact(customer=customer, by=self.by, **self.cleaned_data)
        return actions.change_contact(contact=self.row, by=self.by, **self.cleaned_data)


class OpportunityForm(RowForm):
    """A possible sale. A new one has a stage; later the stage is moved where it stands."""

    ids = "opportunities"
    reads = ("name", "amount", "currency", "product", "state")
    name = words("What they might buy", needed="Say what they might buy.", autocomplete="off")
    amount = AmountField(
        label="Worth", required=False, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    )
    currency = forms.RegexField(
        r"^\s*[A-Za-z]{3}\s*$",
        label="Currency",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "placeholder": "EUR"}),
        error_messages={"invalid": "A currency is three letters, as in EUR or GBP."},
    )
    product = words("Product", autocomplete="off", list="products")
    stage = forms.ModelChoiceField(
        queryset=Stage.objects.none(),
        label="Where they stand",
        empty_label=None,
        error_messages={"invalid_choice": "That stage is no longer there; choose another."},
    )
    state = forms.ChoiceField(label="Still open?", choices=Opportunity.State.choices)

    def first(self) -> dict[str, Any]:
        """The currency used last, and the first stage."""
        return {"currency": last_currency(self.by)}

    def fit(self) -> None:
        """The member's own stages and products."""
        del self.fields["state" if self.row is None else "stage"]
        self.offered = products(self.by)
        if self.row is None:
            self.fields["stage"].queryset = stages(self.by)  # type: ignore[attr-defined]

    def clean_product(self) -> str:
        """A product by name; a new one from those who may add it."""
        name: str = self.cleaned_data["product"].strip()
        if name and not self.by.leads and fold(name) not in {one.folded for one in self.offered}:
            raise forms.ValidationError(f"There is no product called {name}. A manager or an admin adds it.")
        return name

    def write(self, customer: Any) -> Owned:
        """Writes it, with a product that was not there before."""
        given = self.cleaned_data
        name = given.pop("product")
        product = actions.add_product(name=name, by=self.by) if name else None
        if self.row is None:
            return actions.add_opportunity(customer=customer, product=product, by=self.by, **given)
        return actions.change_opportunity(opportunity=self.row, product=product, by=self.by, **given)


class KnowledgeForm(RowForm):
    """One thing that we know."""

    ids = "knowledge"
    reads = ("text", "topic", "source")
    text = words("What do you know?", needed="A few words are needed.", most=LONG, rows=2)
    topic = forms.ChoiceField(label="It is about", choices=Topic.choices)
    on = DayField(label="Learned on", required=False)
    source = words("Source", most=300, placeholder="the CFO, on the phone")

    def first(self) -> dict[str, Any]:
        """Learned today, about something."""
        return {"on": timezone.localdate(), "topic": Topic.OTHER}

    def read(self, row: Any) -> dict[str, Any]:
        """What is kept."""
        return {**super().read(row), "on": row.learned_on}

    def write(self, customer: Any) -> Owned:
        """Writes it."""
        if self.row is None:
            return actions.learn(customer=customer, by=self.by, **self.cleaned_data)
        return actions.change_knowledge(knowledge=self.row, by=self.by, **self.cleaned_data)


class OpeningForm(RowForm):
    """Something else that could be sold."""

    ids = "openings"
    reads = ("text", "closed")
    text = words("What else could you sell?", needed="A few words are needed.", most=LONG, rows=2)
    on = DayField(label="Noted on", required=False)
    closed = forms.BooleanField(label="Nothing will come of it", required=False)

    def first(self) -> dict[str, Any]:
        """Noted today."""
        return {"on": timezone.localdate()}

    def read(self, row: Any) -> dict[str, Any]:
        """What is kept."""
        return {**super().read(row), "on": row.noted_on}

    def fit(self) -> None:
        """A new one is open."""
        if self.row is None:
            del self.fields["closed"]

    def write(self, customer: Any) -> Owned:
        """Writes it."""
        if self.row is None:
            return actions.note_opening(customer=customer, by=self.by, **self.cleaned_data)
        return actions.change_opening(opening=self.row, by=self.by, **self.cleaned_data)


class ProductForm(RowForm):
    """Something that the organization sells."""

    ids = "products"
    takes_focus = False
    reads = ("name",)
    name = words("Name", needed="A product needs a name.", autocomplete="off")

    def write(self, customer: Any) -> Owned:
        """Writes it."""
        if self.row is None:
            return actions.add_product(by=self.by, **self.cleaned_data)
        return actions.change_product(product=self.row, by=self.by, **self.cleaned_data)


class StageForm(RowForm):
    """A buying stage: its own name, and which of the six it is."""

    ids = "stages"
    takes_focus = False
    reads = ("name", "kind")
    name = words("Name", needed="A stage needs a name.", most=60, autocomplete="off")
    kind = forms.ChoiceField(
        label="Which of the six comes closest", choices=[(kind, kind.capitalize()) for kind in STAGES]
    )

    def write(self, customer: Any) -> Owned:
        """Writes it."""
        if self.row is None:
            return actions.add_stage(by=self.by, **self.cleaned_data)
        return actions.change_stage(stage=self.row, by=self.by, **self.cleaned_data)
