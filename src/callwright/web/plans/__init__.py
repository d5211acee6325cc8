"""The plan for a call: its one or two key objectives with their verdicts, frozen at the start."""
