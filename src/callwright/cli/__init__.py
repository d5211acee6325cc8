"""The `callwright` command. What a command needs is loaded when it runs, so that every start is quick."""

from callwright.cli.run import main

__all__ = ["main"]
