"""What of the people of an organization not every role may do: who can is said to the others."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = "Members, teams and invitations are looked after by admins."
HANDING_OVER: Final = "Calls and customers are handed over by admins, and by managers within their teams."
SHARING: Final = "A customer is shared by its owner, a manager who sees it, or an admin."
