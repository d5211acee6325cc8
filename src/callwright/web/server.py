"""`callwright serve`: prepares the data folder, then serves until it is stopped: on loopback, or behind a proxy."""

from __future__ import annotations

import errno
import ipaddress
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from waitress.server import create_server

from callwright.smart import assess
from callwright.web import hosts
from callwright.web.checking.queries import team
from callwright.web.preparing import ServingRefused, prepare

LARGEST_REQUEST: Final = 8 * 2**20
"""Bytes of a request that are read at all; Django's own, lower limit answers with a page that says so."""

TO_FINISH: Final = 5.0
"""Seconds that a job under way has when the server stops; one that takes longer is begun anew at the next start."""


def serve(host: str = "127.0.0.1", port: int = 8000, data: Path | None = None) -> None:
    """Serves Callwright on `host` until it is stopped. Prints the address.

    host: of this machine alone; another only behind a proxy that speaks https, and then everybody signs in.
    port: 0 takes a free one. data: the folder for database and secret key; by default $CALLWRIGHT_DATA or the user's.
    Raises ServingRefused for an address beyond this machine that nothing guards, a port that is taken, a data folder
    that cannot be used; BadSettings for a team's settings that cannot be used.
    """
    reached = _may_listen(host)
    _must_be_free(host, port)
    # Requests already share the cores: a second thread for each matrix would only wait for the first.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    prepare(data)
    if reached:
        _must_be_open()
    team()  # a slip in a team's settings is named now, not under the first line that is typed
    try:
        server = create_server(
            get_wsgi_application(), host=host, port=port, threads=8, ident=None,
            max_request_body_size=LARGEST_REQUEST, **hosts.trusted(os.environ),
        )  # fmt: skip
    except OSError as wrong:
        raise ServingRefused(_why_not(wrong, host, port)) from wrong
    threading.Thread(target=_warm, daemon=True).start()
    _end_well_when_told()
    with _worker_inside():
        _say(f"{_where(_address(host, _port_of(server)))}\nCtrl+C stops it.")
        server.run()


def _may_listen(host: str) -> bool:
    """Whether other machines reach that address. Raises ServingRefused where passwords would cross the network bare."""
    if _is_loopback(host):
        return False
    missing = [name for name in (hosts.VARIABLE, hosts.PROXY) if not os.environ.get(name)]
    if missing:
        raise ServingRefused(
            f"{host or 'an empty host'} can be reached from other machines, and this server speaks no https itself: "
            f"set {' and '.join(missing)} to the names and the address of the proxy that does (docs/serving.md), or "
            "stay on 127.0.0.1; for a look from another machine: ssh -L 8000:127.0.0.1:8000 this-machine"
        )
    os.environ["CALLWRIGHT_SIGN_IN"] = "yes"
    return True


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _must_be_open() -> None:
    """Raises ServingRefused where nobody could sign in."""
    from callwright.web.accounts.models import Organization  # noqa: PLC0415  once Django is set up

    if settings.SIGN_UP_OPEN or Organization.objects.filter(personal=False).exists():
        return
    raise ServingRefused(
        "everybody signs in here, and nobody can yet: `callwright admin EMAIL --organization NAME` makes the first "
        "admin"
    )


def _must_be_free(host: str, port: int) -> None:
    """Before the data are touched: a Callwright that runs already may be of another version, and needs its tables."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        family, _, _, _, address = found[0]
        socket.create_server(address[:2], family=family).close()
    except OSError as wrong:
        raise ServingRefused(_why_not(wrong, host, port)) from wrong


def _end_well_when_told() -> None:
    """SIGTERM, by which services and containers are stopped, does what Ctrl+C does."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _why_not(wrong: OSError, host: str, port: int) -> str:
    if wrong.errno == errno.EADDRINUSE:
        return f"port {port} is taken, perhaps by a Callwright that runs already; try --port {port + 1}"
    return f"cannot listen on {host}, port {port}: {wrong.strerror or wrong}"


def _port_of(server: Any) -> int:
    """The port that a server listens on; one that listens on several addresses of a name has a list of them."""
    listens = getattr(server, "effective_listen", None)
    return int(listens[0][1] if listens else server.effective_port)


def _where(address: str) -> str:
    """Where to go: to loopback or, where a proxy stands before it, to the proxy's names."""
    proxied = hosts.names(os.environ)
    if not proxied:
        return f"Callwright is at {address}"
    names = " and ".join(f"https://{one}" for one in proxied)
    return f"Callwright is at {names}, once a proxy on this machine passes that on to {address}"


def _address(host: str, port: int) -> str:
    return f"http://[{host.strip('[]')}]:{port}" if ":" in host else f"http://{host}:{port}"


@contextmanager
def _worker_inside() -> Iterator[None]:
    """On SQLite the server does the background work too, so that one command is all there is to start."""
    from callwright.web.jobs.worker import Worker  # noqa: PLC0415  once Django is set up

    if connection.vendor != "sqlite":
        yield
        return
    worker = Worker()
    thread = threading.Thread(target=worker.run, name="callwright-worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        worker.stop()
        thread.join(TO_FINISH)


def _warm() -> None:
    """Reads the engine's data now, so that the first line typed does not wait for it."""
    assess("The customer agrees to a date for the trial")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
