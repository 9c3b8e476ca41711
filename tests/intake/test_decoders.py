"""Every format: its text, what it says of the text, and where the text stood."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import sys
from collections.abc import Callable

import pytest
from samples import ATOM, FEED, PAGE, REPORT, pdf, samples, zipped, zstd

from communique.errors import InputError
from communique.intake.decoding import decode
from communique.intake.formats import format_of
from communique.intake.found import Found
from communique.settings import IntakeSettings
from communique.text.origin import place_at

SAMPLES = samples()


def found(name: str, data: bytes | None = None, **more: object) -> list[Found]:
    items = list(decode(SAMPLES[name] if data is None else data, name, **more))  # type: ignore[arg-type]
    wrong = [item for item in items if isinstance(item, InputError)]
    assert not wrong, wrong
    return [item for item in items if isinstance(item, Found)]


def refused(name: str, data: bytes, **more: object) -> InputError:
    (item,) = decode(data, name, **more)  # type: ignore[arg-type]
    assert isinstance(item, InputError), item
    assert item.path is not None
    assert item.path.startswith(name)
    return item


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_gives_the_report(name: str) -> None:
    texts = [item.text for item in found(name)]
    assert any(REPORT in text for text in texts)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_stream_that_cannot_be_wound_back_gives_the_same(name: str) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.inner = io.BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            return self.inner.readinto(buffer)

    piped = list(decode(io.BufferedReader(Pipe(SAMPLES[name])), name))  # type: ignore[arg-type]
    assert piped == found(name)


def test_a_page() -> None:
    (page,) = found("a.html", url="https://www.mfa.example.ke/news/1")
    assert page.text.startswith("Ports agreement signed\n")
    assert "Home" not in page.text
    assert "All rights" not in page.text
    assert (page.date, page.publisher, page.lang) == ("2024-07-03", "mfa.example.ke", "en")
    assert page.origin == "selector /html/body/article"


CHARSETS = {
    "windows-1251": (
        "cp1251",
        "Министр принял посла и обсудил с ним сотрудничество в области сельского хозяйства.",
    ),
    "gb2312": (
        "gb18030",
        "部长会见了来访的大使，双方就农业和贸易合作交换了意见，并商定明年再次举行磋商。" * 3,
    ),
    "windows-1256": (
        "cp1256",
        "استقبل الوزير السفير وبحث معه التعاون في مجالي الزراعة والتجارة بين البلدين.",
    ),
    "iso-8859-1": (
        "cp1252",
        "Le ministre a reçu l’ambassadeur pour évoquer la coopération agricole à venir.",
    ),
}


@pytest.mark.parametrize("declared", CHARSETS)
def test_the_charset_of_a_page(declared: str) -> None:
    encoding, text = CHARSETS[declared]
    plain = f"<html><head><title>x</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"
    told = plain.replace(
        "<head>", f'<head><meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    )
    for data, media_type in [
        (told.encode(encoding), None),
        (plain.encode(encoding), f"text/html; charset={declared}"),
        (plain.encode(encoding), "text/html"),
        (told.encode("utf-8"), f"text/html; charset={declared}"),
        (plain.encode("utf-16"), None),
    ]:
        (page,) = found("a.html", data, media_type=media_type)
        assert text in page.text


def test_a_pdf_tells_the_page_of_each_offset() -> None:
    (item,) = found("a.pdf")
    assert (item.title, item.date) == ("Ports agreement", "2024-07-03")
    assert place_at(item.origin or "", item.text.index("Kenya")) == "page 1"
    assert place_at(item.origin or "", item.text.index("pilots")) == "page 2"


def test_lines_that_were_broken_for_the_width_are_one_paragraph() -> None:
    lines = (
        "The ministers of the two countries met in the capital on",
        "Monday and agreed to build a new port at the mouth of the",
        "river, which both will finance in five years.",
        "A second paragraph is shorter.",
    )
    (item,) = found("a.pdf", pdf(("\n".join(lines),)))
    assert item.text.split("\n\n") == [" ".join(lines[:3]), lines[3]]


def test_a_word_file() -> None:
    (item,) = found("a.docx")
    assert item.text.split("\n\n") == ["Nairobi, 3 July 2024", REPORT, "Annex: list of berths"]
    assert (item.title, item.date) == ("Ports agreement", "2024-07-03")
    assert place_at(item.origin or "", item.text.index("Kenya")) == "paragraph 2"


def test_a_mail_and_what_is_attached() -> None:
    mail, page = found("a.eml")
    assert (mail.text, mail.title, mail.date, mail.publisher) == (
        REPORT, "Ports agreement", "2024-07-03", "mfa.example.ke",
    )  # fmt: skip
    assert page.origin == "attachment page.html > selector /html/body/article"
    assert page.key == "1"


def test_the_entries_of_feeds_keep_their_keys_and_their_own_days() -> None:
    first, second = found("a.rss")
    assert (first.text, first.date) == (f"Ports\n\n{REPORT}\n\nThey agreed.", "2024-07-04")
    assert (first.url, first.publisher) == ("https://www.mfa.example.ke/1", "mfa.example.ke")
    assert second.text == "Only a headline"
    turned = FEED.replace(
        "<item>", "<item><title>New</title><link>https://x.example/n</link></item><item>", 1
    )
    assert [item.key for item in found("a.rss", turned.encode())][1:] == [first.key, second.key]
    (entry,) = found("a.atom", ATOM.encode())
    assert (entry.date, entry.text) == ("2024-07-03", f"Ports\n\n{REPORT}")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.jsonl.bz2"])
def test_rows_of_json(name: str) -> None:
    first, second = found(name)
    assert (first.key, first.text, first.date, first.title, first.url) == (
        "a", REPORT, "2024-07-03", "Ports", "https://x.example/a",
    )  # fmt: skip
    assert (second.key, second.date, second.title) == ("b", "2024-07", None)
    assert (first.origin or "").endswith(("line 1", "items item 1"))


def test_rows_of_csv_and_parquet() -> None:
    first, second = found("a.csv")
    assert (first.key, first.date, first.origin) == ("a", "2024-07-03", "line 2")
    assert (second.text, second.origin) == ("Two\nlines.", "line 4")
    assert [(item.key, item.date, item.origin) for item in found("a.parquet")] == [
        ("1", "2024-07-03", "row 1"),
        ("2", "2024-07-03", "row 2"),
    ]


def test_columns_can_be_named() -> None:
    row = json.dumps({"Meldung": REPORT, "text": "not this", "am": "2024-07-03"}).encode()
    asked = IntakeSettings(columns=(("text", "Meldung"), ("date", "am")))
    (item,) = found("a.jsonl", row, settings=asked)
    assert (item.text, item.date) == (REPORT, "2024-07-03")
    wrong = IntakeSettings(columns=(("text", "Text der Meldung"),))
    assert "the columns are Meldung, text, am" in refused("a.jsonl", row, settings=wrong).message


def test_a_bad_row_does_not_stop_the_others() -> None:
    lines = [
        json.dumps({"text": REPORT}),
        "{broken",
        json.dumps({"text": ""}),
        json.dumps({"text": REPORT, "date": "soon"}),
    ]
    items = list(decode("\n".join([*lines, lines[0]]).encode(), "a.jsonl"))
    assert [item.entry if isinstance(item, InputError) else item.key for item in items] == [
        "1", "line 2", "line 3", "line 4", "5",
    ]  # fmt: skip
    assert "holds no date: 'soon'; write 2024-07-03" in str(items[3])


def test_a_web_archive() -> None:
    first, second = found("a.warc")
    assert [first.url, second.url] == ["https://www.mfa.example.ke/a", "https://www.mfa.example.ke/b"]
    assert first.origin == "record 1 at byte 0 > selector /html/body/article"
    assert (first.key, second.key) == ("1", "4")
    assert found("a.warc.gz", gzip.compress(SAMPLES["a.warc"])) == [first, second]


def test_a_web_archive_that_is_cut_off_says_so() -> None:
    items = list(decode(SAMPLES["a.warc"][:-120], "a.warc"))
    assert isinstance(items[0], Found)
    assert isinstance(items[-1], InputError)
    assert "cut off" in str(items[-1])


def test_members_of_an_archive_keep_their_names() -> None:
    first, second = found("a.zip")
    assert (first.key, first.origin, first.text) == ("x-one", "x/one.txt", REPORT)
    assert (second.key, second.origin) == ("two", "two.html > selector /html/body/article")


HELD_WHOLE = ("a.pdf", "a.docx", "a.parquet", "a.zip", "a.txt.gz", "a.jsonl.bz2", "a.txt.xz", "a.html.zst")


@pytest.mark.parametrize("name", HELD_WHOLE)
def test_a_file_that_is_cut_off_is_refused(name: str) -> None:
    refused(name, SAMPLES[name][: -len(SAMPLES[name]) // 4])


def bombs() -> dict[str, tuple[Callable[[], bytes], str]]:
    deep = REPORT.encode()
    for _ in range(5):
        deep = gzip.compress(deep)
    return {
        "zeros.txt.gz": (lambda: gzip.compress(bytes(300_000)), "more than"),
        "line.jsonl.gz": (lambda: gzip.compress(b'{"text":"' + b"x" * 300_000), "more than"),
        "page.html.zst": (lambda: zstd(PAGE.encode() + b" " * 300_000), "more than"),
        "many.zip": (lambda: zipped({"a.txt": b"x" * 300_000}), "more than"),
        "deep.txt.gz.gz.gz.gz.gz": (lambda: deep, "containers within each other"),
    }


@pytest.mark.parametrize("name", bombs())
def test_what_unpacks_to_too_much_is_refused(name: str) -> None:
    make, message = bombs()[name]
    small = IntakeSettings(max_chars=10_000, max_page=50_000, max_bytes=100_000, max_expanded=200_000)
    assert message in refused(name, make(), settings=small).message


def test_the_budget_is_one_for_all_members() -> None:
    data = zipped({f"{n}.txt": f"{REPORT} {n}".encode() * 50 for n in range(40)})
    items = list(decode(data, "a.zip", settings=IntakeSettings(max_expanded=20_000)))
    assert isinstance(items[0], Found)
    assert "unpacks to more than 20,000 bytes" in str(items[-1])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.html", b"<html><body></body></html>", "has no text"),
        ("a.xml", b"<?xml version='1.0'?><project/>", "no feed"),
        ("a.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("a.docx", b"PK\x03\x04nothing", "damaged"),
        ("a.json", b"[1, 2]", "no list of objects"),
        ("a.json", b"[" * 100_000, "not JSON"),
        ("a.jsonl", b'{"a": 1}', "no column holds the text; name it with --columns text=NAME (a)"),
        ("a.csv", b"a,b\n1,2\n", "no column holds the text"),
        ("a.zip", zipped({"mimetype": b"application/epub+zip"}), "save it as DOCX"),
        ("a.zip", zipped({"a.exe": b""}), "no file of a kind that is read"),
        ("a.gz", b"plain", "its bytes do not"),
        ("a.eml", b"\n\nno header", "no mail"),
        ("a.txt", b"\x89PNG", "a PNG image"),
        ("a.pdf", pdf(("",)), "ocrmypdf"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_cure(name: str, data: bytes, message: str) -> None:
    assert message in refused(name, data).message


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    error = refused("a.pdf", SAMPLES["a.pdf"])
    assert "needs the package pypdf" in error.message
    assert "pip install 'communique[ingest]'" in error.message


@pytest.mark.parametrize(
    ("name", "media_type", "head", "format_"),
    [
        ("https://x.example/page.pdf", "text/html; charset=utf-8", b"<p>", "HTML"),
        ("https://x.example/a", None, b"\xef\xbb\xbf<!DOCTYPE html>", "HTML"),
        ("https://x.example/feed", "text/xml", b'<?xml version="1.0"?>\n<rss', "feed"),
        ("https://x.example/a", "text/html", b"%PDF-1.4", "PDF"),
        ("https://x.example/a.json", "application/json", b"{}", "JSON"),
        ("a.txt", None, b"<!DOCTYPE html>", "text"),
        ("a", None, b"The ministers", "text"),
        ("a.xml", None, b"<html xmlns='x'>", "HTML"),
    ],
)
def test_the_format_is_told_by_bytes_type_and_name(
    name: str, media_type: str | None, head: bytes, format_: str
) -> None:
    from communique.intake.found import Budget, Given

    kind = media_type.partition(";")[0] if media_type else None
    assert format_of(head, Given(name=name, budget=Budget(1), media_type=kind)).name == format_


def test_a_part_of_a_page_is_a_page() -> None:
    part = f"<div><h2>Ports</h2><p>{REPORT}</p></div>".encode()
    (item,) = found("a.html", part)
    assert REPORT in item.text


def test_pages_nested_without_end_are_refused_or_read() -> None:
    for depth in (200, 20_000):
        items = list(decode(b"<div>" * depth + f"<p>{REPORT}</p>".encode(), "a.html"))
        assert len(items) == 1
        assert isinstance(items[0], InputError) or items[0].text == REPORT


def test_one_document_at_a_time_is_held() -> None:
    class Endless(io.RawIOBase):
        rows = itertools.cycle(json.dumps({"text": REPORT}).encode() + b"\n")

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[:] = bytes(itertools.islice(self.rows, len(buffer)))
            return len(buffer)

    items = decode(io.BufferedReader(Endless()), "a.jsonl")  # type: ignore[arg-type]
    assert [item.key for item in itertools.islice(items, 500) if isinstance(item, Found)][-1] == "500"
