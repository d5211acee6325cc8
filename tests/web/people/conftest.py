"""People who sign in, cheaply: passwords are hashed in a moment, and no limit is left over from the test before."""

import email
import email.policy
import re
import socket

import pytest

PASSWORD = "a quiet word about apples"


@pytest.fixture(autouse=True)
def quick(prepared):
    from django.core.cache import cache
    from django.test import override_settings

    cache.clear()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
    cache.clear()


@pytest.fixture
def browser(prepared):
    """Another browser than `client`: each call gives one without cookies."""
    from django.test import Client

    return lambda: Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def admin(me):
    """Mara, who opened the door of her workspace: Northwind Sales."""
    from callwright.web.accounts.actions import open_door

    return open_door(member=me, organization="Northwind Sales", name="Mara Lind", email="mara@northwind.example",
                     password=PASSWORD)  # fmt: skip


@pytest.fixture
def member_of(admin):
    """Makes members of Mara's organization."""
    from callwright.web.accounts.actions import give_sign_in
    from callwright.web.accounts.models import Member, Person

    def make(name, role="rep", teams=()):
        address = f"{name.split()[0].lower()}@northwind.example"
        person = give_sign_in(person=Person(), name=name, email=address, password=PASSWORD)
        member = Member.objects.create(organization=admin.organization, person=person, role=role)
        member.teams.set(teams)
        return member

    return make


@pytest.fixture
def as_(browser):
    """A browser in which somebody is signed in already."""

    def sign_in(member):
        found = browser()
        found.force_login(member.person)
        return found

    return sign_in


@pytest.fixture
def mailbox(prepared):
    """A real mail server on loopback, and what came in; the addresses of people have to be shown to be theirs."""
    from aiosmtpd.controller import Controller
    from django.test import override_settings

    class Box:
        def __init__(self):
            self.mails, self.refusing = [], False

        async def handle_DATA(self, server, session, envelope):  # noqa: N802  as aiosmtpd calls it
            if self.refusing:
                return "550 not here"
            self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
            return "250 taken"

        def work(self):
            """Has the jobs done that wait; the last mail that came in."""
            from tests.web.jobs.looking import jobs_done

            jobs_done()
            return self.mails[-1]

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Box()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    with override_settings(
        EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, DEFAULT_FROM_EMAIL="calls@here.example",
        ACCOUNT_EMAIL_VERIFICATION="mandatory",
    ):  # fmt: skip
        yield box
    server.stop()


def link_in(text):
    """The path that the first link of a text leads to."""
    return re.search(r"https?://[^/]+(/\S+)", str(text))[1]
