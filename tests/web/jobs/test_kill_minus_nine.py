"""Real workers, killed in the middle of a job: nothing is lost, nothing is done twice. On SQLite and on PostgreSQL."""

import json
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.web.keeping.place import SET_UP, new_place

PATIENCE = 120
"""Seconds; the machine may be busy."""

GIVE = """
from callwright.web import prepare
prepare()
from callwright.web.accounts.actions import open_personal_workspace
open_personal_workspace()
from tests.web.jobs.work import note
"""
ONE_LONG = """
note.enqueue(name="long", until_killed=True)
for number in range(20):
    note.enqueue(name=f"short {number}")
"""
MANY = """
for number in range(40):
    note.enqueue(name=f"job {number}", seconds=0.3)
"""
FOUND = f"""
{SET_UP}; django.setup()
import json
from callwright.web.customers.models import Customer
from django_tasks_db.models import DBTaskResult
print(json.dumps([
    sorted(Customer.objects.values_list("name", flat=True)),
    sorted(DBTaskResult.objects.filter(task_path__contains="note").values_list("status", flat=True)),
]))
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site of its own whose dead workers are given up soon."""
    monkeypatch.setenv("CALLWRIGHT_JOB_LEASE", "2")
    monkeypatch.setenv("MID_JOB", str(tmp_path / "mid-job"))
    return new_place(tmp_path / "data")


@pytest.fixture
def worker(site):
    """Starts workers; gives their processes. At the end each is told to end, and does so well or is dead already."""
    started = []

    def start():
        process = subprocess.Popen([sys.executable, "-m", "callwright", "worker"], env=site.env, stdout=subprocess.PIPE)
        started.append(process)
        return process

    yield start
    for one in started:
        one.terminate()
    assert {one.wait(PATIENCE) for one in started} <= {0, -signal.SIGKILL}


def found(site):
    """What the jobs wrote, and how they stand."""
    done = subprocess.run([sys.executable, "-c", FOUND], env=site.env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def until(holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.1)


def test_a_worker_killed_in_mid_job_loses_none_and_doubles_none(site, worker, tmp_path):
    site.python(GIVE + ONE_LONG)
    first = worker()
    until((tmp_path / "mid-job").exists)
    first.kill()
    first.wait()
    (tmp_path / "mid-job.killed").touch()
    others = [worker() for _ in range(2)]
    names = sorted(["long", *(f"short {number}" for number in range(20))])
    until(lambda: found(site) == [names, ["SUCCESSFUL"] * 21])
    assert [one.poll() for one in others] == [None, None], "they go on until they are told"


@pytest.mark.long
def test_while_workers_are_killed_again_and_again_each_job_is_done_once(site, worker):
    site.python(GIVE + MANY)
    chance, alive = random.Random(5), [worker() for _ in range(3)]
    for one in alive:
        one.stdout.readline()  # it is at work
    for _ in range(6):
        time.sleep(chance.uniform(0.3, 0.9))
        victim = alive.pop(chance.randrange(len(alive)))
        victim.kill()
        alive.append(worker())
        alive[-1].stdout.readline()
    until(lambda: found(site)[1] == ["SUCCESSFUL"] * 40)
    assert found(site)[0] == sorted(f"job {number}" for number in range(40))
