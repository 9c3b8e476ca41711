from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import InputError, LanguageError
from communique.intake.documents import document_from_file
from communique.settings import ReadSettings
from communique.text.ingest import decode, document_from_text
from communique.text.meta import Meta

SUPPORTED = ("de", "en")
GERMAN = "Die Präsidenten beider Länder haben sich über die Zusammenarbeit geäußert. "


def test_byte_order_mark_is_dropped_and_line_ends_stay() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\n", "f") == "one\r\ntwo\n"


def test_text_is_never_normalised() -> None:
    decomposed = "Pra\u0308sident \u00a0 \u200b“x”"
    assert decode(decomposed.encode(), "f") == decomposed


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1252", GERMAN),
        ("windows-1251", "Президент России встретился с президентом Китая в Астане."),
        ("koi8-r", "Президент России встретился с президентом Китая в Астане."),
        (
            "gb18030",
            "国家主席习近平在人民大会堂会见了越南总理。两国领导人就中越关系和共同关心的问题交换了意见。",
        ),
        ("shift_jis", "岸田総理大臣はケニアの大統領と会談した。両国の関係を強化することで一致した。"),
        ("windows-1256", "التقى الرئيس المصري نظيره الفرنسي في القاهرة وبحثا العلاقات بين البلدين"),
    ],
)
def test_wrong_encoding_names_the_byte_the_guess_and_the_cure(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    with pytest.raises(InputError) as caught:
        decode(data, "talks.txt")
    bad = next(at for at, byte in enumerate(data) if byte > 0x7F)
    assert f"talks.txt: not UTF-8 at byte {bad}" in str(caught.value)
    assert f"looks like {encoding}; convert it with `iconv -f {encoding} -t utf-8`" in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    with pytest.raises(InputError, match="looks like utf-16"):
        decode("The ministers met.".encode(encoding), "f")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP container"),
        (b"plain\0binary and some more text", "NUL at byte 5"),
    ],
)
def test_binary_data_is_named(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data, "f")


@pytest.mark.parametrize(("text", "message"), [("", "is empty"), (" \n\t\n", "only white space")])
def test_empty_texts_are_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        document_from_text(text, "d", "d.txt", ReadSettings(), None, SUPPORTED)


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "talks.2024.txt"
    path.write_bytes(b"The ministers of the two countries met.\r\n")
    document = document_from_file(path, ReadSettings(lang="en", date="2024-07-03"), {}, SUPPORTED)
    assert (document.id, document.lang, document.date) == ("talks.2024", "en", "2024-07-03")
    assert document.text.endswith("met.\r\n")
    assert document.source == str(path)


def test_the_table_goes_before_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Die Minister trafen sich.")
    meta = {"a": Meta(doc="a", lang="de", date="2023", title="Treffen")}
    document = document_from_file(path, ReadSettings(lang="en", date="2024", publisher="p"), meta, SUPPORTED)
    assert (document.lang, document.date, document.publisher, document.title) == (
        "de",
        "2023",
        "p",
        "Treffen",
    )


def test_what_is_no_text_file_is_refused_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "old.duckdb").write_bytes(b"")
    for path, message in [
        (tmp_path, "communique read FOLDER"),
        (tmp_path / "gone.txt", "no such file"),
        (tmp_path / "old.duckdb", "a ledger"),
    ]:
        with pytest.raises(InputError, match=message) as caught:
            document_from_file(path, ReadSettings(), {}, SUPPORTED)
        assert caught.value.path == str(path)


def test_too_large_is_refused_before_and_after_decoding(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" * 41)
    with pytest.raises(InputError, match="more than 40 bytes"):
        document_from_file(path, ReadSettings(max_chars=10), {}, SUPPORTED)
    with pytest.raises(InputError, match="41 characters, and one document may hold 20"):
        document_from_file(path, ReadSettings(max_chars=20), {}, SUPPORTED)


def test_a_language_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("12345 67890")
    with pytest.raises(LanguageError, match=r"a\.txt: holds no words"):
        document_from_file(path, ReadSettings(), {}, SUPPORTED)
