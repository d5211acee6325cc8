"""A rep who has begun, and the form of a call sent."""

import pytest

from tests.web.calls.form import FIELDS


@pytest.fixture
def me(me):
    me.organization.started = True
    me.organization.save()
    return me


@pytest.fixture
def post(client, me):
    def send(path="/calls/new/", **fields):
        return client.post(path, {**FIELDS, **fields})

    return send
