"""What one of many people does all day, for bench/load.py: locust runs fifty of them at once."""

from __future__ import annotations

import itertools
import json
import os
import re
from pathlib import Path
from typing import Final

from locust import HttpUser, between, task

KNOWN: Final = json.loads(Path(os.environ["PEOPLE"]).read_text(encoding="utf-8"))
NEXT: Final = itertools.cycle(KNOWN)

LINES: Final = itertools.cycle(
    f"The {who} agrees to {what} by {day} December"
    for who in ("CFO", "IT lead", "head of operations", "buyer", "plant manager")
    for what in ("a two-week pilot", "a visit to the site", "name who decides")
    for day in range(1, 29)
)


class Rep(HttpUser):
    """Somebody who is signed in, and plans and debriefs."""

    wait_time = between(1, 3)

    def on_start(self) -> None:
        """Takes one of the sessions that were made."""
        self.known = next(NEXT)
        self.client.cookies.set("callwright_session", self.known["session"])

    @task(4)
    def today(self) -> None:
        """Looks at today."""
        self._get("/", "Today")

    @task(1)
    def week(self) -> None:
        """Looks at the week."""
        self._get("/week/", "This week")

    @task(1)
    def customers(self) -> None:
        """Looks a customer up."""
        self._get("/customers/", "Customers")
        self._get("/customers/search/?q=customer+7", "Search")

    @task(1)
    def promises(self) -> None:
        """Looks at what is due."""
        self._get("/calls/commitments/", "Promises")

    @task(2)
    def debrief(self) -> None:
        """Opens a debrief."""
        self._get(f"/calls/{self.known['debrief']}/debrief/", "Debrief")

    @task(3)
    def plan(self) -> None:
        """Opens a plan, types, sees verdicts, and the words are kept."""
        plan = f"/calls/{self.known['plan']}/plan/"
        page = self._get(plan, "Plan")
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        for _ in range(3):
            sent = {**fields, "text": next(LINES)}
            self._post(plan, sent, "Live verdict")
        self._post(f"{plan}keep/", sent, "Words kept")

    def _get(self, address: str, name: str) -> str:
        with self.client.get(address, name=name, catch_response=True) as answer:
            if "/accounts/login/" in str(answer.url):
                answer.failure("was sent to sign in")
            return answer.text

    def _post(self, address: str, sent: dict[str, str], name: str) -> None:
        self.client.post(address, sent, name=name, headers={"HX-Request": "true"})
