"""Connections that go only to checked addresses and never outlast their deadline."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any

import httpcore
import httpx

from communique.fetch.addresses import Resolve, checked

CONNECTIONS = 8


class Gate(httpcore.NetworkBackend):
    """Opens connections: resolves, checks every address, and connects to one of those it checked.

    `deadline` is when the present request must be over, by `now`; every read and write is cut to it.
    """

    def __init__(
        self, allow_private: Collection[str], resolve: Resolve, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._now = now
        self._inner = httpcore.SyncBackend()
        self._url = ""
        self.deadline = float("inf")

    def open(self, url: str, deadline: float) -> None:
        """Begin a request: what it is for, and when it must be over."""
        self._url, self.deadline = url, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers."""
        refused: Exception | None = None
        for address in checked(self._url or host, host, port, self._allow_private, self._resolve):
            try:
                limit = self.left(timeout, httpcore.ConnectTimeout)
                stream = self._inner.connect_tcp(address, port, limit, local_address, socket_options)
                return _Bounded(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = error
        raise refused or httpcore.ConnectError("no address")

    def sleep(self, seconds: float) -> None:
        """Pause between two attempts to connect."""
        self._inner.sleep(seconds)

    def left(self, timeout: float | None, error: type[Exception]) -> float:
        """The shorter of a time limit and what is left until the deadline; raises `error` past it."""
        left = self.deadline - self._now()
        if left <= 0:
            raise error("the time for the whole request is over")
        return left if timeout is None else min(left, timeout)


class _Bounded(httpcore.NetworkStream):
    """A connection whose waits end at the gate's deadline."""

    def __init__(self, inner: httpcore.NetworkStream, gate: Gate) -> None:
        self._inner = inner
        self._gate = gate

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._gate.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._gate.left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        limit = self._gate.left(timeout, httpcore.ConnectTimeout)
        return _Bounded(self._inner.start_tls(ssl_context, server_hostname, limit), self._gate)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class GatedTransport(httpx.HTTPTransport):
    """The transport of httpx over connections that the gate opens."""

    def __init__(self, gate: Gate) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=CONNECTIONS,
            keepalive_expiry=15.0,
            network_backend=gate,
        )
