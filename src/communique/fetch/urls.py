"""Addresses of the web: taken apart, joined with links, and followed."""

from __future__ import annotations

import httpx

from communique.errors import FetchError


def parsed(url: str) -> httpx.URL:
    """The address in its parts; `FetchError` when it is no address of the web."""
    try:
        found = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchError("no address", f"not an address: {error}", url, lasting=True) from error
    if found.scheme not in ("http", "https") or not found.host:
        raise FetchError("no address", "only http:// and https:// addresses are fetched", url, lasting=True)
    return found.copy_with(fragment=None)


def origin_of(url: httpx.URL) -> str:
    """The site of an address, such as `https://a.example:8080`."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def joined(base: str, link: str) -> str:
    """The absolute address of a link on a page; `FetchError` when it is none of the web."""
    try:
        return str(parsed(str(httpx.URL(base).join(link.strip()))))
    except httpx.InvalidURL as error:
        raise FetchError("no address", f"no address: {link!r}: {error}", base, lasting=True) from error


def target_of(at: httpx.URL, response: httpx.Response) -> httpx.URL:
    """Where a redirect leads; `FetchError` when it does not say."""
    location = response.headers.get("location")
    if not location:
        raise FetchError("redirect", "redirects without saying where to", str(at))
    return httpx.URL(joined(str(at), location))
