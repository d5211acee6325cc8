"""What people type into fields: amounts as they write them, days, and products by name."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

TIMES: Final = {"": 1, "k": 1_000, "m": 1_000_000}

MOST: Final = Decimal("999999999999.99")

AMOUNT: Final = re.compile(r"([0-9][0-9.,]*)(k|m|)", re.IGNORECASE)

NOT_AN_AMOUNT: Final = "Write the amount in figures, as in 12,000 or 12k."


def amount_of(typed: str) -> Decimal:
    """The amount that "12,000", "12.000,50", "€ 12k" or "1.5m" means. Raises ValueError for anything else.

    A single separator before exactly three figures parts thousands; before one or two it is the decimal point.
    """
    match = AMOUNT.fullmatch(re.sub(r"[\s'’€£$¥]", "", typed))
    if match is None:
        raise ValueError(NOT_AN_AMOUNT)
    figures, times = match.groups()
    try:
        return Decimal(_plain(figures, decimal=bool(times))) * TIMES[times.lower()]
    except InvalidOperation as wrong:
        raise ValueError(NOT_AN_AMOUNT) from wrong


def _plain(figures: str, *, decimal: bool) -> str:
    """The figures with a point before the fraction and nothing between thousands."""
    last = max(figures.rfind(","), figures.rfind("."))
    after = len(figures) - last - 1
    both = "," in figures and "." in figures
    alone = figures.count(figures[last]) == 1 if last >= 0 else False
    if last >= 0 and alone and (both or after != 3 or decimal):
        return re.sub(r"[.,]", "", figures[:last]) + "." + figures[last + 1 :]
    return re.sub(r"[.,]", "", figures)


class AmountField(forms.CharField):
    """An amount of money as people write it; nothing is None."""

    def to_python(self, value: Any) -> Any:
        """The amount, to the hundredth."""
        typed = (super().to_python(value) or "").strip()
        if not typed:
            return None
        try:
            amount = amount_of(typed)
        except ValueError as wrong:
            raise ValidationError(str(wrong)) from wrong
        if amount > MOST:
            raise ValidationError("That is more than can be kept: at most 999,999,999,999.")
        return amount.quantize(Decimal("0.01"))

    def prepare_value(self, value: Any) -> Any:
        """How an amount that is kept reads in the field."""
        return plain_amount(value) if isinstance(value, Decimal) else value


class DayField(forms.DateField):
    """A day, from the browser's own picker or typed."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": "Write the day as 2026-03-31 or 31/3/2026."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"], **kwargs)


def words(label: str, *, needed: str = "", most: int = 200, rows: int = 0, **attrs: str) -> forms.CharField:
    """A field for words. needed: what is said where it is empty; rows: of a box rather than a line.

    The browser cuts nothing that is typed or pasted: all of it comes back with the message.
    """
    widget: forms.Widget = forms.Textarea(attrs={"rows": rows, **attrs}) if rows else forms.TextInput(attrs=attrs)
    said = f"{label}: at most {most} characters are kept; this has %(show_value)d."
    limit = MaxLengthValidator(most, said)
    return forms.CharField(
        label=label, required=bool(needed), widget=widget, validators=[limit], error_messages={"required": needed}
    )


def plain_amount(amount: Decimal) -> str:
    """An amount with commas between thousands, and hundredths only where there are some."""
    return f"{amount:,.2f}".removesuffix(".00")
