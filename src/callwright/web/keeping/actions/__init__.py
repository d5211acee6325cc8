"""What the commands of keeping do: export, backup, restore and move."""

from callwright.web.keeping.actions.copying import backup
from callwright.web.keeping.actions.exporting import export
from callwright.web.keeping.actions.moving import move
from callwright.web.keeping.actions.restoring import restore

__all__ = ["backup", "export", "move", "restore"]
