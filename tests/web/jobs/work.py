"""Work for the tests to give to workers, as an app above would declare it."""

import os
import time
from pathlib import Path

from django_tasks import task

from callwright.smart import CallwrightError


@task
def note(*, name, organization=None, about="", seconds=0.0, until_killed=False):
    """Adds a customer."""
    from callwright.web.accounts.models import Organization
    from callwright.web.customers.models import Customer

    organization_of = Organization.objects.get(personal=True)
    Customer.objects.create(organization=organization_of, name=name)
    time.sleep(seconds)
    if until_killed:
        Path(os.environ["MID_JOB"]).write_text(name)
        # The first worker never comes to the end of it; the second does not wait.
        while not Path(os.environ["MID_JOB"] + ".killed").exists():
            time.sleep(0.05)
    return name


@task
def refuse(*, organization=None, about=""):
    """Does what cannot be done."""
    raise CallwrightError("The day of that file is not a day.")


@task
def stumble(*, organization=None, about=""):
    """Runs into a fault."""
    raise ValueError("Northfield Foods pays 12,000")


def run_up(now):
    """Work that comes round."""
    note.func(name=f"round {now.isoformat()}")


def stumble_round(now):
    """Work that comes round and cannot be done."""
    raise ValueError("no")
