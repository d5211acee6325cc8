"""The words in which changes are told."""

from __future__ import annotations

from typing import Final

KINDS: Final[dict[str, str]] = {
    "calls.call": "Calls",
    "plans.objective": "Objectives",
    "debriefs.debrief": "Debriefs",
    "debriefs.commitment": "Promises",
    "customers.customer": "Customers",
    "customers.contact": "People at customers",
    "customers.opportunity": "Opportunities",
    "customers.knowledge": "What is known",
    "customers.opening": "Openings",
    "customers.share": "Shares",
    "customers.merge": "Customers made one",
    "customers.apart": "Customers held apart",
    "plans.setaside": "Findings set aside",
    "customers.stage": "Stages",
    "customers.product": "Products",
    "accounts.team": "Teams",
    "accounts.member": "Members",
    "accounts.invitation": "Invitations",
    "accounts.organization": "The organization",
    "trail.retention": "Removed in time",
}
"""Each table by the name under which one looks for its changes."""

SEVERAL: Final[dict[str, tuple[str, str]]] = {
    "calls.call": ("call", "calls"),
    "plans.objective": ("objective", "objectives"),
    "debriefs.debrief": ("debrief", "debriefs"),
    "debriefs.commitment": ("promise", "promises"),
    "customers.contact": ("person", "people"),
    "customers.opportunity": ("opportunity", "opportunities"),
    "customers.knowledge": ("note of what is known", "notes of what is known"),
    "customers.opening": ("opening", "openings"),
    "plans.setaside": ("finding that was set aside", "findings that were set aside"),
    "trail.change": ("line of the trail", "lines of the trail"),
}
"""One and several of what goes along with something that is removed; what is not named here is not worth a word."""

LABELS: Final[dict[str, str]] = {
    "about": "what is said about it",
    "accepted_at": "accepted",
    "amount": "amount",
    "category": "what it brings",
    "channel": "how one meets",
    "closed": "closed",
    "contact": "who promised",
    "contacts": "who attends",
    "currency": "currency",
    "due": "day",
    "evidence": "what shows it",
    "first_meeting": "first meeting",
    "in_bulk": "cleared with others",
    "joined": "who comes along",
    "keep_months": "months for which calls are kept",
    "kind": "one of the six",
    "learned": "what was learned",
    "learned_on": "day",
    "measure": "what will show it",
    "member": "whose call it is",
    "minutes": "minutes",
    "minutes_taken": "minutes it took",
    "noted_on": "day",
    "objections": "what they may object",
    "opening": "something else to sell",
    "others": "others who attend",
    "personal": "for one alone",
    "position": "place",
    "refused": "they said no",
    "role": "role",
    "starts": "time",
    "text": "words",
    "title": "job",
    "to_ask": "what to ask",
    "to_bring": "what to bring",
    "words": "words it pointed at",
}
"""Columns in words, where their own name is not the best one."""


def counted(count: int, table: str) -> str:
    """How many of something, as in "3 calls"; empty where it has no word."""
    one, more = SEVERAL.get(table, ("", ""))
    return f"{count:,} {one if count == 1 else more}" if one else ""


def listed(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
