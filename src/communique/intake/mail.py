"""Mail (EML): the text of its body, and the files that are attached to it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO, cast

import msgspec

from communique.intake.days import day_of
from communique.intake.found import Found, Given, Items
from communique.intake.nesting import nested
from communique.intake.page_parts import cleaned, without_controls
from communique.intake.reading import damaged, whole
from communique.intake.wrapping import unwrapped
from communique.text.origin import named


def items(stream: BinaryIO, given: Given) -> Items:
    """The mail's own text, and each attachment that can be read as documents of their own."""
    data = whole(stream, given, given.settings.max_parts, "a mail")
    with damaged(given, "mail"):
        mail = message_from_bytes(data, policy=policy.default)
        if not mail.keys():
            raise given.refuse("this is no mail: it has no header; give its text as .txt")
        known = _known(mail, given)
        own = _body(mail, given)
        attached = list(_attached(mail))
    if own is not None:
        yield msgspec.structs.replace(own, **known)
    for number, (name, content) in enumerate(attached, start=1):
        yield from nested(io.BytesIO(content), given, name, f"attachment {named(name)}", key=str(number))
    if own is None and not attached:
        raise given.refuse("this mail holds no text and nothing attached that can be read")


def _known(mail: EmailMessage, given: Given) -> dict[str, str | None]:
    sender = parseaddr(str(mail.get("From", "")))[1]
    host = sender.rpartition("@")[2].lower()
    return {
        "title": cleaned(str(mail.get("Subject", ""))),
        "date": day_of(str(mail.get("Date", ""))),
        "publisher": host.removeprefix("mail.") if "." in host else None,
        "url": given.url,
    }


def _body(mail: EmailMessage, given: Given) -> Found | None:
    part = cast("EmailMessage | None", mail.get_body(preferencelist=("plain", "html")))
    if part is None:
        return None
    content = without_controls(str(part.get_content()))
    kind = part.get_content_type()
    if not content.strip():
        return None
    if kind == "text/html":
        from communique.intake.html import article

        return msgspec.structs.replace(article(content, given), origin="part text/html")
    return Found(text=unwrapped(content), origin=f"part {kind}")


def _attached(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Names and contents of what is attached and has an ending that tells of a format."""
    from communique.intake.formats import readable

    for part in mail.iter_attachments():
        name = part.get_filename() or ""
        if not readable(name) or part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            yield name, content
