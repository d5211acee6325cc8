"""The work of these tests, with an empty list of jobs and nothing else that comes round."""

import pytest


@pytest.fixture
def work(me, monkeypatch):
    from callwright.web.jobs import schedule
    from tests.web.jobs import work

    for path in list(schedule.REGULAR):
        monkeypatch.delitem(schedule.REGULAR, path)
    return work


@pytest.fixture
def worker(work):
    from callwright.web.jobs.worker import Worker

    return Worker()
