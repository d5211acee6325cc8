"""A loopback server that speaks chat completions on the wire, with the answers that a test gives it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], tuple[int, bytes]]


def said(content: str, *, finish: str = "stop") -> Answer:
    """An assistant that says this."""
    reply = {
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "stub",
        "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip
    return lambda _: (200, json.dumps(reply).encode())


def lines(*wordings: str) -> Answer:
    """An assistant that proposes these wordings in the shape that is asked for."""
    return said(json.dumps({"lines": list(wordings)}))


def anthropic(content: str) -> Answer:
    """The same in the shape of Anthropic's messages."""
    reply = {
        "id": "msg_1", "type": "message", "role": "assistant", "model": "stub", "stop_reason": "end_turn",
        "stop_sequence": None, "content": [{"type": "text", "text": content}],
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }  # fmt: skip
    return lambda _: (200, json.dumps(reply).encode())


def raw(status: int, body: bytes) -> Answer:
    """Whatever bytes."""
    return lambda _: (status, body)


def slow(seconds: float) -> Answer:
    """An answer that comes too late."""

    def wait(_: dict[str, Any]) -> tuple[int, bytes]:
        time.sleep(seconds)
        return 200, b"{}"

    return wait


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The address of the server, and what it was asked so far."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            asked.append({"path": self.path, "key": self.headers.get("authorization"), **body})
            status, reply = answer(body)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()
