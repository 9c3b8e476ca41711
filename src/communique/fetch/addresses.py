"""Which network addresses may be connected to: only those that everyone can reach."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from communique.errors import FetchError

Resolve = Callable[[str, int], list[str]]
"""The addresses of a host and port, as texts; raises `OSError` when there are none."""

_CARRIES_IPV4 = IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host, each once, in the system's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is one that anyone on the internet can reach, also inside of what it wraps."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (found, *_wrapped(found)))


def checked(
    url: str, host: str, port: int, allow_private: Collection[str], resolve: Resolve = resolve
) -> list[str]:
    """The addresses to connect to; `FetchError` when a single one of them is not public.

    Connecting to these, and not to the name again, leaves no time for the name to change its address.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise FetchError("no such host", f"the host {host} is not known: {said}", url) from error
    private = [address for address in found if not is_public(address)]
    if private and host.lower() not in allow_private:
        raise FetchError(
            "private address",
            f"{host} is at {private[0]}, which is no public address; "
            "name the host in allow_private if it is meant",
            url,
            lasting=True,
        )
    if not found:
        raise FetchError("no such host", f"the host {host} has no address", url)
    return found


def _wrapped(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, IPv4Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _CARRIES_IPV4:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]
