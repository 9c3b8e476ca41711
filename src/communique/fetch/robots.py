"""What a site's robots.txt allows, asked once a host and remembered for a day."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Protocol

import msgspec

from communique.errors import FetchError

KEPT = 24 * 3600.0
"""Seconds after which robots.txt is asked for again."""
MAX_BYTES = 512_000
"""So much of a robots.txt is read; the rest is passed over, as the standard has it."""
LONGEST_DELAY = 60.0
"""A longer crawl delay than this, in seconds, is cut to it."""


class Rules(Protocol):
    """What a site tells one program."""

    def allows(self, url: str) -> bool:
        """Whether this address may be fetched."""

    def delay(self) -> float:
        """Seconds to leave between two requests; 0 when nothing is said."""


class Everything(msgspec.Struct, frozen=True):
    """A site without rules."""

    def allows(self, url: str) -> bool:
        """Yes."""
        return True

    def delay(self) -> float:
        """None."""
        return 0.0


class _Parsed:
    """Rules by protego, which knows wildcards, where it is installed, else by the standard library."""

    def __init__(self, text: str, agent: str) -> None:
        self._agent = agent
        self._can_fetch: Callable[[str], bool]
        self._delay: float | str | None
        if importlib.util.find_spec("protego"):
            from protego import Protego  # type: ignore[import-not-found, unused-ignore]

            rules = Protego.parse(text)
            self._can_fetch = lambda url: bool(rules.can_fetch(url, agent))
            self._delay = rules.crawl_delay(agent)
        else:
            from urllib.robotparser import RobotFileParser

            parser = RobotFileParser()
            parser.parse(text.splitlines())
            parser.modified()
            self._can_fetch = lambda url: parser.can_fetch(agent, url)
            self._delay = parser.crawl_delay(agent)

    def allows(self, url: str) -> bool:
        return self._can_fetch(url)

    def delay(self) -> float:
        return min(float(self._delay or 0.0), LONGEST_DELAY)


class Robots:
    """The rules of hosts; `get` fetches a robots.txt and gives its status and body."""

    def __init__(self, agent: str, get: Callable[[str], tuple[int, bytes]], now: Callable[[], float]) -> None:
        self._agent = agent.partition("/")[0]
        self._get = get
        self._now = now
        self._held: dict[str, tuple[float, Rules]] = {}

    def rules(self, origin: str) -> Rules:
        """The rules of a site, `https://host:port`.

        A robots.txt that is not there allows everything; one that cannot be read allows nothing for
        now, which is a `FetchError`.
        """
        held = self._held.get(origin)
        if held is None or self._now() - held[0] > KEPT:
            held = self._held[origin] = (self._now(), self._asked(origin))
        return held[1]

    def _asked(self, origin: str) -> Rules:
        url = f"{origin}/robots.txt"
        try:
            status, body = self._get(url)
        except FetchError as error:
            if error.cause in ("too many redirects", "too large"):
                return Everything()
            raise
        if status >= 500 or status == 429:
            raise FetchError(
                "robots.txt unreadable",
                f"answered {status}, so it is not known what the site allows; it is asked again later",
                url,
            )
        if status >= 400:
            return Everything()
        return _Parsed(body[:MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff"), self._agent)
