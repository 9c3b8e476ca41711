"""Passwords and tokens as they are kept: so that who reads the ledger cannot log in with them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

_N, _R, _P = 2**14, 8, 1
_SALT, _LENGTH = 16, 32
LEAST = 10
"""Characters that a password must have."""


def hashed_password(password: str) -> str:
    """The password's scrypt hash with its salt and costs."""
    salt = secrets.token_bytes(_SALT)
    made = hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=_LENGTH)
    return "$".join(("scrypt", str(_N), str(_R), str(_P), _text(salt), _text(made)))


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one that was kept; takes as long when there is none."""
    held = kept or _nobody()
    _, n, r, p, salt, made = held.split("$")
    given = hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=base64.b64decode(salt),
        n=int(n),
        r=int(r),
        p=int(p),
        dklen=_LENGTH,
    )
    return hmac.compare_digest(given, base64.b64decode(made)) and kept is not None


def fresh(prefix: str) -> tuple[str, str, str]:
    """A new secret to hand out once, its id, and its hash to keep; the id begins with the prefix."""
    id = f"{prefix}{secrets.token_hex(8)}"
    part = secrets.token_urlsafe(32)
    return f"{id}.{part}", id, hashed_token(part)


def hashed_token(part: str) -> str:
    """The hash of a token's secret part, which is long and random and needs no salt."""
    return hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two hashes are the same, compared in constant time."""
    return hmac.compare_digest(one, other)


def _nobody() -> str:
    return f"scrypt${_N}${_R}${_P}${_text(bytes(_SALT))}${_text(bytes(_LENGTH))}"


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
