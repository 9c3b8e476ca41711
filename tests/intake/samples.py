"""One small file of every format, made here, all with the same short report."""

from __future__ import annotations

import base64
import bz2
import datetime as dt
import gzip
import io
import json
import lzma
import zipfile

import docx
import pyarrow as pa
import pypdf
from pyarrow import parquet

REPORT = "Kenya and Japan signed an agreement on ports in Mombasa on Monday."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ports agreement signed</title>
<meta property="article:published_time" content="2024-07-03T09:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ports agreement signed</h1><p>{REPORT}</p><p>Japan will finance a new terminal, the ministers said,
and Kenya will train two hundred pilots and engineers at its maritime college in the coming years.</p></article>
<footer>All rights reserved</footer></body></html>"""
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Ministry</title>
<item><title>Ports</title><link>https://www.mfa.example.ke/1</link><guid>one</guid>
<pubDate>Thu, 04 Jul 2024 01:00:00 +0700</pubDate>
<description>&lt;p&gt;{REPORT}&lt;/p&gt;&lt;p&gt;They &lt;b&gt;agreed&lt;/b&gt;.&lt;/p&gt;
</description></item>
<item><title>Only a headline</title><link>https://www.mfa.example.ke/2</link></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ministry</title>
<entry><id>tag:x,1</id><title>Ports</title><updated>2024-07-03T23:30:00-05:00</updated>
<content type="html">&lt;p&gt;{REPORT}&lt;/p&gt;</content></entry></feed>"""
ROWS = [
    {
        "id": "a",
        "body": REPORT,
        "published": "2024-07-03T22:00:00+09:00",
        "headline": "Ports",
        "link": "https://x.example/a",
    },
    {"id": "b", "body": f"{REPORT} Again.", "published": "2024-07", "headline": None, "link": None},
]


def eml() -> bytes:
    """A mail with a text and an attached page."""
    attached = base64.encodebytes(PAGE.encode()).decode()
    return (
        "From: Press Office <press@mfa.example.ke>\nSubject: =?utf-8?q?Ports_agreement?=\n"
        "Date: Wed, 03 Jul 2024 23:30:00 -0500\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{REPORT}\n\n--X\nContent-Type: text/html\nContent-Disposition: attachment; filename=page.html\n"
        f"Content-Transfer-Encoding: base64\n\n{attached}\n--X--\n"
    ).encode()


def word() -> bytes:
    """A Word file with a title, a date line, a paragraph and a table."""
    made = docx.Document()
    made.core_properties.title = "Ports agreement"
    for line in ("Nairobi, 3 July 2024", REPORT):
        made.add_paragraph(line)
    made.add_table(1, 2).cell(0, 1).text = "Annex: list of berths"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(
    pages: tuple[str, ...] = ("Nairobi, 3 July 2024\n" + REPORT, "The second page tells of pilots."),
) -> bytes:
    """A PDF whose pages hold the given lines, in a font that every reader has."""
    writer = pypdf.PdfWriter()
    for page in pages:
        blank = writer.add_blank_page(595, 842)
        lines = "".join(f"({line}) Tj 0 -16 Td " for line in page.split("\n"))
        stream = pypdf.generic.DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 50 780 Td {lines}ET".encode())
        font = pypdf.generic.DictionaryObject()
        for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica")):
            font[pypdf.generic.NameObject(key)] = pypdf.generic.NameObject(value)
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        blank[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        blank[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": "Ports agreement"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def response(url: str, kind: str, body: bytes, status: str = "200 OK") -> bytes:
    """One WARC record with an HTTP response."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Date: 2024-07-03T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc() -> bytes:
    """A page, a picture, a page that was not found, and the page again under another address."""
    page = PAGE.encode()
    return (
        response("https://www.mfa.example.ke/a", "text/html; charset=utf-8", page)
        + response("https://www.mfa.example.ke/i.png", "image/png", b"\x89PNG")
        + response("https://www.mfa.example.ke/gone", "text/html", page, "404 Not Found")
        + response("https://www.mfa.example.ke/b", "text/html", page)
    )


def table() -> bytes:
    """A Parquet table."""
    out = io.BytesIO()
    day = dt.date(2024, 7, 3)
    parquet.write_table(pa.table({"body": [REPORT, REPORT], "published": [day, day], "other": [1, 2]}), out)
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    """Packed with zstd."""
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as packed:
        packed.write(data)
    out: bytes = sink.getvalue().to_pybytes()
    return out


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def samples() -> dict[str, bytes]:
    """A file of every format by its name."""
    lines = "\n".join(json.dumps(row) for row in ROWS)
    return {
        "a.txt": REPORT.encode(),
        "a.html": PAGE.encode(),
        "a.rss": FEED.encode(),
        "a.atom": ATOM.encode(),
        "a.pdf": pdf(),
        "a.docx": word(),
        "a.eml": eml(),
        "a.json": json.dumps({"items": ROWS}).encode(),
        "a.jsonl": lines.encode(),
        "a.csv": f'id,body,published\na,"{REPORT}",2024-07-03\nb,"Two\nlines.",2024\n'.encode(),
        "a.parquet": table(),
        "a.warc": warc(),
        "a.txt.gz": gzip.compress(REPORT.encode()),
        "a.jsonl.bz2": bz2.compress(lines.encode()),
        "a.txt.xz": lzma.compress(REPORT.encode()),
        "a.html.zst": zstd(PAGE.encode()),
        "a.zip": zipped({"x/one.txt": REPORT.encode(), "two.html": PAGE.encode(), "no.exe": b"MZ"}),
    }
