from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from pyarrow import parquet
from small_archives import articles, read
from test_corpus_reading import failures

from communique.corpus.parts import part_name

pytest.importorskip("fastwarc", reason="WARC files need fastwarc: pip install 'communique[ingest]'")


def archive(path: Path, pages: list[tuple[str, str, bytes]]) -> Path:
    """A compressed WARC file of answers and texts, each given as record type, media type and body."""
    packed = b""
    for number, (kind, media, body) in enumerate(pages):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media}; charset=utf-8\r\n\r\n".encode() + body
        block = answer if kind == "response" else body
        head = (
            f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08}-0000-4000-8000-000000000000>\r\n"
            f"WARC-Date: 2024-07-03T10:00:00Z\r\nWARC-Target-URI: https://wire.example/{number}\r\n"
            f"Content-Type: {'application/http' if kind == 'response' else media}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        packed += gzip.compress(head.encode() + block + b"\r\n\r\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed)
    return path


def test_texts_and_pages_of_a_warc_file_are_read_with_address_and_day(tmp_path: Path) -> None:
    pytest.importorskip("lxml_html_clean", reason="web pages need it: pip install 'communique[ingest]'")
    text, other = (" ".join(row["text"].split()) for row in articles(3, ["en"])[1:])
    page = f"<html><head><title>News</title></head><body><article><p>{text}</p><p>{other}</p></article></body></html>"
    path = archive(
        tmp_path / "in/crawl.warc.gz",
        [
            ("conversion", "text/plain", text.encode()),
            ("response", "text/html", page.encode()),
            ("response", "image/png", b"\x89PNG"),
        ],
    )
    standing = read(path, tmp_path / "read")
    assert (standing.documents, standing.failures) == (2, {})
    rows = parquet.read_table(tmp_path / "read/documents" / part_name(0)).to_pylist()
    assert [row["url"] for row in rows] == ["https://wire.example/0", "https://wire.example/1"]
    assert [row["date"] for row in rows] == ["2024-07-03"] * 2
    assert rows[0]["text"] == text
    assert rows[1]["text"] == f"News\n\n{text}\n{other}"


def test_a_page_that_is_cut_off_is_listed(tmp_path: Path) -> None:
    texts = [("conversion", "text/plain", row["text"].encode()) for row in articles(6, ["en"])[1:]]
    path = archive(tmp_path / "in/crawl.warc.gz", texts)
    path.write_bytes(path.read_bytes()[:-100])
    standing = read(path, tmp_path / "read")
    assert (standing.documents, standing.failures) == (4, {"refused": 1})
    assert failures(tmp_path / "read")[0][3] == "this record is cut off; copy the archive again"
