"""Fetching one address: politely, within bounds, and with a cause when it does not work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import httpx
import msgspec

from communique.errors import FetchError
from communique.fetch import addresses
from communique.fetch.body import read_body
from communique.fetch.limits import Limits, Timer
from communique.fetch.pace import Pace, pause, retry_after
from communique.fetch.robots import MAX_BYTES, Robots
from communique.fetch.transport import Gate, GatedTransport
from communique.fetch.urls import origin_of, parsed, target_of

REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 502, 503, 504)
_GONE = (401, 403, 404, 405, 410, 451)


class Validators(msgspec.Struct, frozen=True):
    """What a server gave to ask later whether something has changed."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What an address gave. `url` is where it was found after redirects, `data` None when nothing changed."""

    asked: str
    url: str
    data: bytes | None
    media_type: str | None = None
    charset: str | None = None
    validators: Validators = Validators()

    @property
    def unchanged(self) -> bool:
        """Whether the server says that it is as it was."""
        return self.data is None


class Fetcher:
    """A client with a memory of hosts; a context manager, for one thread."""

    def __init__(
        self,
        limits: Limits | None = None,
        timer: Timer | None = None,
        resolve: addresses.Resolve = addresses.resolve,
    ) -> None:
        self.limits = limits or Limits()
        self._timer = timer or Timer()
        self._gate = Gate(self.limits.allow_private, resolve, self._timer.monotonic)
        self._pace = Pace(self._timer)
        self._delays: dict[str, float] = {}
        self._robots = Robots(self.limits.agent, self._robots_txt, self._timer.monotonic)
        self._client = httpx.Client(
            transport=GatedTransport(self._gate),
            timeout=httpx.Timeout(self.limits.read, connect=self.limits.connect),
            headers={"User-Agent": self.limits.agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"},
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, url: str, known: Validators | None = None) -> Fetched:
        """Fetch an address; with what is `known` of it only if it has changed.

        What may pass by itself is tried again a few times. `FetchError` tells the cause.
        """
        for attempt in range(self.limits.attempts):
            try:
                return self._followed(url, known or Validators())
            except FetchError as error:
                wait = pause(attempt, error.retry_after)
                last = attempt + 1 == self.limits.attempts
                if last or error.lasting or wait > self.limits.longest_wait:
                    raise
                self._timer.sleep(wait)
        raise AssertionError("a fetch has at least one attempt")

    def _followed(self, url: str, known: Validators) -> Fetched:
        at = parsed(url)
        for _ in range(self.limits.redirects + 1):
            if self.limits.obey_robots:
                self._allowed(at)
            self._client.cookies.clear()
            with self._asked(at, known) as response:
                if response.status_code not in REDIRECTS:
                    return self._taken(url, at, response)
                at = target_of(at, response)
        raise _endless(url, self.limits.redirects)

    def _allowed(self, url: httpx.URL) -> None:
        rules = self._robots.rules(origin_of(url))
        if not rules.allows(str(url)):
            raise FetchError("robots.txt", "the site's robots.txt forbids it", str(url), lasting=True)
        self._delays[url.host] = rules.delay()

    @contextmanager
    def _asked(self, url: httpx.URL, known: Validators) -> Iterator[httpx.Response]:
        """The response, whose body is still to be read; all of it before the deadline."""
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        left = self._pace.left(url.host)
        if left > self.limits.longest_wait:
            raise FetchError(
                "asked to wait", f"{url.host} asks to wait another {left:.0f} s", str(url), retry_after=left
            )
        self._pace.wait(url.host)
        self._gate.open(str(url), self._timer.monotonic() + self.limits.total)
        try:
            given = {name: value for name, value in headers.items() if value}
            with self._client.stream("GET", url, headers=given) as response:
                yield response
        except httpx.HTTPError as error:
            raise self._explained(error, url) from error
        finally:
            self._pace.note(url.host, max(self.limits.delay, self._delays.get(url.host, 0.0)))

    def _taken(self, asked: str, at: httpx.URL, response: httpx.Response) -> Fetched:
        url, headers = str(at), response.headers
        validators = Validators(headers.get("etag"), headers.get("last-modified"))
        if response.status_code == 304:
            return Fetched(asked=asked, url=url, data=None, validators=validators)
        if response.status_code != 200:
            raise self._refused(url, response)
        data = self._body(url, response, self.limits.max_bytes)
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower() or None
        return Fetched(
            asked=asked,
            url=url,
            data=data,
            media_type=media_type,
            charset=response.charset_encoding,
            validators=validators,
        )

    def _body(self, url: str, response: httpx.Response, max_bytes: int) -> bytes:
        encoding = response.headers.get("content-encoding", "")
        return read_body(response.iter_raw(), encoding, url, max_bytes, self.limits.max_expanded)

    def _refused(self, url: str, response: httpx.Response) -> FetchError:
        status = response.status_code
        message = f"the server answered {status} {response.reason_phrase}".rstrip()
        if status in BUSY:
            asked = retry_after(response.headers.get("retry-after"), self._timer.wall())
            if asked is not None:
                self._pace.note(parsed(url).host, asked)
                message += f"; it asks to wait {asked:.0f} s"
            return FetchError(f"status {status}", message, url, retry_after=asked)
        return FetchError(f"status {status}", message, url, lasting=status in _GONE)

    def _explained(self, error: httpx.HTTPError, url: httpx.URL) -> FetchError:
        if self._timer.monotonic() >= self._gate.deadline:
            return FetchError("too slow", f"not done within {self.limits.total:g} s", str(url))
        cause = next((name for kind, name in _CAUSES if isinstance(error, kind)), "network")
        return FetchError(cause, str(error) or cause, str(url))

    def _robots_txt(self, url: str) -> tuple[int, bytes]:
        at = parsed(url)
        for _ in range(self.limits.redirects + 1):
            with self._asked(at, Validators()) as response:
                if response.status_code in REDIRECTS:
                    at = target_of(at, response)
                    continue
                good = response.status_code == 200
                return response.status_code, self._body(url, response, MAX_BYTES) if good else b""
        raise _endless(url, self.limits.redirects)


_CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (httpx.ConnectTimeout, "no connection"),
    (httpx.TimeoutException, "too slow"),
    (httpx.RemoteProtocolError, "cut off"),
    (httpx.ConnectError, "no connection"),
    (httpx.ReadError, "cut off"),
)


def _endless(url: str, limit: int) -> FetchError:
    return FetchError("too many redirects", f"more than {limit} redirects", url, lasting=True)
