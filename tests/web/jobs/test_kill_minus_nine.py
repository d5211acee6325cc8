"""Real workers, killed in the middle of a job: nothing is lost, nothing is done twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds; the machine may be busy."""

GIVE = """
import sys
from callwright.web import prepare
prepare()
from callwright.web.accounts.actions import open_personal_workspace
open_personal_workspace()
from tests.web.jobs.work import note
note.enqueue(name="long", seconds=1.0)
for number in range(20):
    note.enqueue(name=f"short {number}")
"""
FOUND = """
import django, json
django.setup()
from callwright.web.customers.models import Customer
from django_tasks_db.models import DBTaskResult
print(json.dumps([
    sorted(Customer.objects.values_list("name", flat=True)),
    sorted(DBTaskResult.objects.filter(task_path__contains="note").values_list("status", flat=True)),
]))
"""


@pytest.fixture
def site(tmp_path):
    """The environment of a site of its own, with a short lease; on the PostgreSQL of the run, a database of its own."""
    env = {**os.environ, "CALLWRIGHT_DATA": str(tmp_path / "data"), "CALLWRIGHT_JOB_LEASE": "2"}
    env |= {"DJANGO_SETTINGS_MODULE": "callwright.web.settings", "MID_JOB": str(tmp_path / "mid-job")}
    env["SAID"] = str(tmp_path / "said")
    env["DATABASE_URL"] = own_database(env.get("DATABASE_URL", ""))
    yield env
    if env["DATABASE_URL"]:
        on_server(os.environ["DATABASE_URL"], "DROP DATABASE killed WITH (FORCE)")


def own_database(address):
    if not address:
        return ""
    on_server(address, "CREATE DATABASE killed")
    return address.rpartition("/")[0] + "/killed"


def on_server(address, statement):
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute(statement)


def python(code, env):
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def worker(env):
    with Path(env["SAID"]).open("a") as said:
        command = [sys.executable, "-m", "callwright", "worker"]
        return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=said)


def until(holds):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it never came to that")


def all_alive(workers, env):
    assert [one.poll() for one in workers] == [None] * len(workers), Path(env["SAID"]).read_text()
    return True


def test_a_worker_killed_in_mid_job_loses_none_and_doubles_none(site, tmp_path):
    import json

    python(GIVE, site)
    first = worker(site)
    until((tmp_path / "mid-job").exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    (tmp_path / "mid-job.killed").touch()
    others = [worker(site) for _ in range(2)]
    names = sorted(["long", *(f"short {number}" for number in range(20))])
    try:
        until(lambda: all_alive(others, site) and json.loads(python(FOUND, site)) == [names, ["SUCCESSFUL"] * 21])
    finally:
        for one in others:
            one.terminate()
        ended = [one.wait(PATIENCE) for one in others]
    assert ended == [0, 0], "told to end, a worker ends well"


def test_a_worker_says_what_to_do_where_the_database_is_not_ready(site, monkeypatch):
    env = site
    code = "from callwright.web import working; working.PATIENCE = 1; working.work()"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert "start `callwright serve` once" in done.stderr
