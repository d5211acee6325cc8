"""One page for the call, from plain data: Markdown, JSON, PDF and iCalendar."""

from callwright.brief.calendar import calendar
from callwright.brief.markdown import markdown
from callwright.brief.model import Brief, BriefNeeds, Goal, Verdict
from callwright.brief.pdf import pdf

__all__ = ["Brief", "BriefNeeds", "Goal", "Verdict", "calendar", "markdown", "pdf"]
