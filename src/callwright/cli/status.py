"""Exit statuses, as docs/reference/output.md has them."""

from __future__ import annotations

from typing import Final

ALL_SMART: Final = 0
SOME_NOT: Final = 1
WRONG_USE: Final = 2
"""An unknown flag, an unreadable file, no text, or a text that gets no verdict."""

ROWS_REJECTED: Final = 3
STOPPED: Final = 130
"""After Ctrl-C, as shells have it."""
