"""The plan taken along: one screen on a phone, on paper, as PDF, in the calendar, by mail."""
