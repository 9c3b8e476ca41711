import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdf
import pytest

from communique.api import read
from communique.errors import InputError
from communique.ledger import Ledger
from communique.report.html import brief_html
from communique.report.pdf import brief_pdf
from communique.report.pictures import pictures
from communique.report.word import brief_docx
from communique.views.brief import brief
from communique.views.brief_shape import Brief
from communique.views.footnotes import Footnote
from communique.views.scene import Scene
from sample_readings import MONDAY

TEXTS = Path(__file__).parents[2] / "examples" / "texts"
STEMS = ("*nigeria", "*nigeria-china", "*nigeriya")


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        paths = [path for stem in STEMS for path in TEXTS.glob(f"{stem}-2024.txt")]
        opened.add_many(
            [
                read(path.read_text(encoding="utf-8"), lang=path.name[:2], date="2024-09-03", doc=path.stem)
                for path in paths
            ],
            MONDAY,
        )
        yield opened


@pytest.fixture(scope="module")
def made(ledger: Ledger) -> Brief:
    return brief(ledger, "CHN", "NGA")


def letters(text: str) -> str:
    return "".join(sorted(c for c in text if c.isalnum()))


def first_in(made: Brief, lang: str) -> Footnote:
    return next(note for note in made.footnotes if note.lang == lang)


def test_in_short_tells_tier_and_meeting(made: Brief) -> None:
    short = {point.label: point.lines[0] for point in made.short}
    assert "comprehensive strategic partnership" in " ".join(
        (short["Relation"].text, *short["Relation"].tags)
    )
    assert "Xi Jinping" in short["Last meeting"].text
    assert "22.6 billion USD" in short["Figures"].text


def test_a_meeting_told_by_many_stands_once(made: Brief) -> None:
    met = [
        line
        for line in made.section("met").lines
        if "Xi Jinping (China)" in line.text and "Bola Tinubu (Nigeria)" in line.text
    ]
    notes = {note.number: note for note in made.footnotes}
    assert len(met) == 1
    assert len({notes[n].document for n in met[0].notes}) > 2


def test_html_is_whole_and_the_same_again(made: Brief) -> None:
    page = brief_html(made)
    assert page == brief_html(made)
    HTMLParser().feed(page)
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(re.findall(r'<li id="n(\d+)"', page))
    assert "http" not in page
    assert 'dir="auto" lang="ar"' in page


@pytest.mark.parametrize("lang", ["zh", "vi", "ru", "ar"])
def test_word_holds_the_quotes(made: Brief, lang: str) -> None:
    note = first_in(made, lang)
    word = docx.Document(io.BytesIO(brief_docx(made)))
    assert any(" ".join(note.quote.split()) in paragraph.text for paragraph in word.paragraphs)


def in_pdf(made: Brief) -> str:
    """The text of the brief's PDF; skips where this machine has no fonts for it, which it has to say."""
    try:
        content = brief_pdf(made)
    except InputError as why:
        if "apt-get install fonts-noto" not in str(why):
            raise
        pytest.skip(str(why))
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


@pytest.mark.parametrize("lang", ["zh", "vi", "ru", "ar"])
def test_pdf_holds_the_quotes(made: Brief, lang: str) -> None:
    text = in_pdf(made)
    longest = max(re.findall(r"\w+", first_in(made, lang).quote), key=len)[:8]
    assert longest in text or longest[::-1] in text


def test_pdf_of_latin_letters_needs_no_font_of_this_machine() -> None:
    with Ledger.open(":memory:") as ledger:
        text = (TEXTS / "en-china-nigeria-2024.txt").read_text(encoding="utf-8")
        ledger.add(read(text, lang="en", date="2024-09-03", doc="talks"), MONDAY)
        made = brief(ledger, "CHN", "NGA")
    pages = pypdf.PdfReader(io.BytesIO(brief_pdf(made))).pages
    shown = "".join(page.extract_text() for page in pages)
    assert max(re.findall(r"\w+", made.footnotes[0].quote), key=len)[:8] in shown


def test_pictures_have_a_size(examples: Scene) -> None:
    drawn = pictures(examples.told)
    assert [picture.title for picture in drawn] == ["Figures as claimed", "Events"]
    for picture in drawn:
        assert picture.svg.startswith(b"<svg")
        assert len(picture.png) > 4000
