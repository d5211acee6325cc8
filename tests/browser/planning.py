"""A call to be planned, for the journeys over the plan page."""

import itertools

COMING = """
customer = a_customer(me, {name!r})
people = [a_contact(customer, "Dana Reyes", "CFO"), a_contact(customer, "Sam Cole", "IT lead")]
starts = timezone.localtime().replace(hour=23, minute=59)
call = a_call(me, customer, starts=starts, contacts=people, opportunity=an_opportunity(customer))
me.organization.started = True
me.organization.save()
from callwright.web.plans.actions import save_objective
for place, text in enumerate({objectives!r}, start=1):
    save_objective(call=call, position=place, text=text, by=me)
print(json.dumps(call.pk))
"""
KEPT = """
from callwright.web.calls.models import Call
call = Call.objects.get(pk={call})
print(json.dumps([[one.text, one.fallback, one.smart] for one in call.objectives.all()]))
"""
NUMBER = itertools.count(1)


class Plan:
    """A call of this evening, and what the server has of its objectives."""

    def __init__(self, behind, objectives=()):
        self._behind = behind
        self.customer = f"Northfield Foods {next(NUMBER)}"
        self.call = behind(COMING.format(name=self.customer, objectives=objectives))

    @property
    def path(self):
        return f"/calls/{self.call}/plan/"

    def kept(self):
        """Text, fallback, and whether it is SMART, of each objective."""
        return self._behind(KEPT.format(call=self.call))
