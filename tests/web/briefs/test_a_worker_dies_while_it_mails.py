"""Real workers and a real mail server: what comes of a mail whose worker is killed (kill -9) as it goes out."""

import signal
import subprocess
import sys
import time

from aiosmtpd.controller import Controller

from tests.web.briefs.conftest import Box, free_port
from tests.web.keeping.place import SET_UP, new_place

PATIENCE = 120
"""Seconds; the machine may be busy."""

GIVE = f"""
from callwright.web import prepare
prepare()
{SET_UP}
import datetime as dt
from django.utils import timezone
from tests.web import cast
from callwright.web.accounts.actions import open_personal_workspace
from callwright.web.briefs.actions import wish_for_mail
from callwright.web.briefs.mailing import mail_due
me = open_personal_workspace()
wish_for_mail(member=me, address="me@example.com", when="before", minutes=60, at=dt.time(7), remind=False)
call = cast.a_call(me, starts=timezone.now() + dt.timedelta(minutes=50))
assert mail_due(timezone.now()) == 1
"""
DONE = f"""
{SET_UP}; django.setup()
from django_tasks_db.models import DBTaskResult
states = DBTaskResult.objects.filter(task_path__endswith="send_brief").values_list("status", flat=True)
raise SystemExit(0 if list(states) == ["SUCCESSFUL"] else 1)
"""


class Deadly(Box):
    """A mail server before which the first worker dies, at the word that `at` names."""

    def __init__(self, at):
        super().__init__()
        self.at, self.victim = at, None

    def _strike(self, word):
        if self.victim and self.at == word:
            victim, self.victim = self.victim, None
            victim.kill()
            victim.wait()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  as aiosmtpd calls it
        answer = await super().handle_DATA(server, session, envelope)
        self._strike("DATA")
        return answer

    async def handle_QUIT(self, server, session, envelope):  # noqa: N802
        self._strike("QUIT")
        return "221 bye"


def worker(place, port):
    mail = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(port), "CALLWRIGHT_JOB_LEASE": "2"}
    command = [sys.executable, "-m", "callwright", "worker"]
    return subprocess.Popen(command, env={**place.env, **mail}, stdout=subprocess.DEVNULL)


def done(place):
    return subprocess.run([sys.executable, "-c", DONE], env=place.env, check=False).returncode == 0


def mails_after_a_death(tmp_path, monkeypatch, at):
    """The mails that came in, once another worker has seen the job through."""
    monkeypatch.setenv("EMAIL_HOST", "127.0.0.1")
    place, box, port = new_place(tmp_path / "data"), Deadly(at), free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    place.python(GIVE)
    box.victim = first = worker(place, port)
    assert first.wait(PATIENCE) == -signal.SIGKILL
    second = worker(place, port)
    try:
        end = time.monotonic() + PATIENCE
        while not done(place):
            assert time.monotonic() < end
            time.sleep(0.2)
    finally:
        second.terminate()
        second.wait(PATIENCE)
        server.stop()
    return box.mails


def test_killed_between_the_servers_yes_and_its_note_it_goes_again_under_the_same_name(tmp_path, monkeypatch):
    first, second = mails_after_a_death(tmp_path, monkeypatch, "DATA")
    assert first["message-id"] == second["message-id"]


def test_killed_while_it_takes_leave_of_the_server_it_does_not_go_again(tmp_path, monkeypatch):
    assert len(mails_after_a_death(tmp_path, monkeypatch, "QUIT")) == 1
