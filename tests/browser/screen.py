"""The open page as a person uses it."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

PATIENCE = 30_000
"""Milliseconds until a wait gives up: the machine may be busy."""

WEAK = "Check in to see how the product is working"
STRONG = "The CFO agrees to a two-week pilot starting 1 December"

GONE = ("ERR_FAILED", "htmx:")
"""What the console says, rightly, of a server that a test takes away."""


@dataclass(frozen=True)
class Screen:
    """The page in one browser."""

    page: Page
    address: str

    @property
    def text(self):
        """The field for the line."""
        return self.page.get_by_label("By the end of this call")

    def tile(self, title):
        """The button of one letter."""
        return self.page.get_by_role("button", name=title)

    def type(self, text):
        """Types a line as a person does, key by key."""
        self.text.press_sequentially(text)

    def shows(self, title, word):
        """Waits until a letter says so."""
        expect(self.tile(title)).to_contain_text(word)

    def unfolded(self):
        """The question or reason in view."""
        return self.page.locator(".why:not([hidden])").first

    def tap(self, number=0):
        """An answer that can be tapped, once it is there."""
        return self.unfolded().locator(".tap").nth(number)

    def tab_to(self, wanted, most=60):
        """Presses Tab until the element with the focus is the wanted one; what it matches is a CSS selector."""
        for _ in range(most):
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} is not reached by {most} presses of Tab")
