"""What changes a plan. Every write is one function: it checks, writes all or nothing, and returns what it made."""

from callwright.web.plans.actions.choosing import take_along
from callwright.web.plans.actions.freezing import freeze, freeze_due, freeze_if_due
from callwright.web.plans.actions.noting import save_notes
from callwright.web.plans.actions.saving import remove_objective, save_objective
from callwright.web.plans.actions.setting_aside import set_aside, take_back
from callwright.web.plans.errors import Conflict, PlanRefused

__all__ = [
    "Conflict",
    "PlanRefused",
    "freeze",
    "freeze_due",
    "freeze_if_due",
    "remove_objective",
    "save_notes",
    "save_objective",
    "set_aside",
    "take_along",
    "take_back",
]
