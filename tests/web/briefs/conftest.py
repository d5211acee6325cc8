"""A real mail server on loopback."""

import email
import email.policy
import socket

import pytest
from aiosmtpd.controller import Controller
from django.test import override_settings


class Box:
    """What came in. refusing: the next so many mails are turned away for the moment."""

    def __init__(self):
        self.mails, self.refusing = [], 0

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  as aiosmtpd calls it
        if self.refusing:
            self.refusing -= 1
            return "451 try again later"
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 taken"


@pytest.fixture
def box(me):
    found, port = Box(), free_port()
    server = Controller(found, hostname="127.0.0.1", port=port)
    server.start()
    with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, DEFAULT_FROM_EMAIL="calls@here.example"):
        yield found
    server.stop()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
