"""What changes customers. Every write is one function: it checks, writes all or nothing, and returns what it made."""

from callwright.web.customers.actions.accounts import (
    add_contact,
    add_customer,
    change_contact,
    change_customer,
    remove,
)
from callwright.web.customers.actions.knowing import (
    change_knowledge,
    change_opening,
    learn,
    note_opening,
    open_from,
)
from callwright.web.customers.actions.merging import hold_apart, merge, undo_merge
from callwright.web.customers.actions.products import add_product, change_product, remove_product
from callwright.web.customers.actions.sales import (
    add_opportunity,
    change_opportunity,
    move_stage,
    opportunity_changed,
)
from callwright.web.customers.actions.stages import add_stage, change_stage, remove_stage, shift_stage
from callwright.web.customers.errors import Refused

__all__ = [
    "Refused",
    "add_contact",
    "add_customer",
    "add_opportunity",
    "add_product",
    "add_stage",
    "change_contact",
    "change_customer",
    "change_knowledge",
    "change_opening",
    "change_opportunity",
    "change_product",
    "change_stage",
    "hold_apart",
    "learn",
    "merge",
    "move_stage",
    "note_opening",
    "open_from",
    "opportunity_changed",
    "remove",
    "remove_product",
    "remove_stage",
    "shift_stage",
    "undo_merge",
]
