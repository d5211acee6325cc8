"""A customer, and the words of its page."""

import pytest

from tests.web.cast import a_customer
from tests.web.pages import plain


@pytest.fixture
def customer(me):
    return a_customer(me)


@pytest.fixture
def page(client, customer):
    """The words of the customer's page now."""

    def words(path=""):
        return plain(client.get(f"/customers/{customer.pk}/{path}").content.decode())

    return words
