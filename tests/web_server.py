"""A web server of our own that behaves and misbehaves as a test says; it counts what it was asked."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What the server answers: by path an `Answer`, or what `say` keeps; other paths give 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.headers: dict[str, dict[str, str]] = {}
        self.statuses: Counter[tuple[str, int]] = Counter()
        self.address = ""

    def url(self, path: str, host: str | None = None) -> str:
        """The address of a path."""
        base = self.address if host is None else self.address.replace("127.0.0.1", host)
        return base + path

    def say(
        self, path: str, body: str | bytes, media_type: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        """Answer a path with a body and an ETag, and with 304 when that has not changed."""
        data = body.encode() if isinstance(body, str) else body
        etag = f'"{hash(data) & 0xFFFFFFFF:x}"'

        def answer(request: BaseHTTPRequestHandler) -> None:
            if request.headers.get("If-None-Match") == etag:
                send(request, 304, b"", ETag=etag)
            else:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                send(request, 200, data, **{"Content-Type": media_type, "ETag": etag} | named)

        self.pages[path] = answer

    def refuse(self, path: str, status: int, **headers: str) -> None:
        """Answer a path with a status."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = lambda request: send(request, status, b"no", **named)

    def in_turn(self, path: str, *answers: Answer) -> None:
        """Answer a path with each of these in turn, then always with the last."""
        left = list(answers)
        self.pages[path] = lambda request: (left.pop(0) if len(left) > 1 else left[0])(request)


def send(request: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    """Send a whole answer."""
    request.server.site.statuses[request.path, status] += 1  # type: ignore[attr-defined]
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    if status != 304 and "Content-Length" not in headers:
        request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    if status != 304:
        request.wfile.write(body)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked[self.path] += 1
        site.headers[self.path] = dict(self.headers)
        answer = site.pages.get(self.path)
        try:
            if answer is None:
                send(self, 404, b"nothing here")
            else:
                answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves early is what tests want."""


@contextmanager
def web_server() -> Iterator[Site]:
    """A site on a free port of this machine, while the block lasts."""
    site = Site()
    server = _Server(site)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
