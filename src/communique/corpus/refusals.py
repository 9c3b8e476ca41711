"""What a file system or an object store refuses, said with the address and with what helps."""

from __future__ import annotations

import re

from communique.errors import CommuniqueError, InputError, StoreError

_STORE = re.compile(r"\b(?:AWS Error|Azure Error|google::cloud::Status|Bucket '[^']*' not found)")
"""What the errors of an object store hold, and those of damaged files do not."""
_REQUEST = re.compile(r" ?\(Request ID: [^)]*\)")
_KEYS = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ~/.aws/credentials"
_REASONS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile("NETWORK_CONNECTION|REQUEST_TIMEOUT"),
        "the store cannot be reached",
        "check the network and the endpoint, which ?endpoint_override=http://HOST:PORT or AWS_ENDPOINT_URL names",
    ),
    (
        re.compile("NO_SUCH_BUCKET|Bucket '[^']*' not found"),
        "there is no such bucket",
        "make it, or check its name and the endpoint",
    ),
    (
        re.compile("INVALID_ACCESS_KEY_ID|SIGNATURE_DOES_NOT_MATCH|TOKEN|CREDENTIALS"),
        "the store does not take these credentials",
        f"check {_KEYS}",
    ),
)


def refused(error: OSError, shown: str, *, writing: bool = False) -> CommuniqueError:
    """The error to raise for what a file system said of the place `shown`: a `StoreError` for a store's own.

    Of another file system it is an `InputError` for reading and a `CommuniqueError` for writing.
    """
    said = reason(error)
    if of_store(error):
        return _of_store(_REQUEST.sub("", said.rpartition("AWS Error ")[2]), shown, writing)
    if writing:
        return CommuniqueError(f"cannot be written: {said}; free some space or choose another place", shown)
    return InputError(f"cannot be opened: {said}", shown)


def of_store(error: BaseException | None) -> bool:
    """Whether an object store refused or failed, so that nothing is known of the file itself."""
    return isinstance(error, OSError) and _STORE.search(str(error)) is not None


def reason(error: BaseException) -> str:
    """What a file system's error says, on one line."""
    said = getattr(error, "strerror", None) or str(error)
    return " ".join(str(said).split())


def _of_store(said: str, shown: str, writing: bool) -> StoreError:
    for pattern, what, cure in _REASONS:
        if pattern.search(said):
            return StoreError(f"{what} ({said}); {cure}", shown)
    if "ACCESS_DENIED" in said:
        deed, rights = ("writing", "s3:PutObject") if writing else ("reading", "s3:ListBucket, s3:GetObject")
        cure = f"give credentials that are known there and have {rights} ({_KEYS})"
        return StoreError(f"the store does not allow {deed} ({said}); {cure}", shown)
    return StoreError(f"the store failed ({said}); run the same command again to go on", shown)
