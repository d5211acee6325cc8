"""An amount may be written as people write it."""

from decimal import Decimal

import pytest

from callwright.web.customers.fields import amount_of, plain_amount

AMOUNTS = [
    ("12000", "12000"),
    ("12,000", "12000"),
    ("12.000", "12000"),
    ("12 000", "12000"),
    ("12’000", "12000"),
    ("12k", "12000"),
    ("1.5k", "1500"),
    ("1,5 m", "1500000"),
    ("€ 1.234,50", "1234.50"),
    ("£1,234.5", "1234.5"),
    ("0.99", "0.99"),
    ("1,234,567", "1234567"),
    ("1.125m", "1125000"),
]


@pytest.mark.parametrize(("typed", "means"), AMOUNTS)
def test_it_means(typed, means):
    assert amount_of(typed) == Decimal(means)


@pytest.mark.parametrize("typed", ["a lot", "12 apples", "-5", "1k2", "k", ",", "1e9", "١٢"])
def test_it_is_no_amount(typed):
    with pytest.raises(ValueError, match="figures"):
        amount_of(typed)


def test_it_is_shown_with_commas_and_with_hundredths_only_where_there_are_some():
    assert [plain_amount(Decimal(one)) for one in ("12000.00", "1234.50")] == ["12,000", "1,234.50"]
