"""The articles that benchmarks read: the same for the same number, of the size asked for, and told as they say."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"


@pytest.fixture(autouse=True)
def beside_the_benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    monkeypatch.delitem(sys.modules, "corpus", raising=False)


@pytest.mark.parametrize("told", ["dense", "news"])
def test_an_article_is_the_same_whatever_comes_before_it(told: str) -> None:
    from corpus import articles

    many = list(articles(EXAMPLES, ["en", "zh"], 12, told=told))
    assert many[:5] == list(articles(EXAMPLES, ["en", "zh"], 5, told=told))
    assert len({document.text for document in many}) == len(many)
    assert [document.lang for document in many[:4]] == ["en", "zh", "en", "zh"]
    assert all(3000 <= len(document.text.encode()) < 6000 for document in many)


def test_news_has_one_sentence_of_a_dispatch_in_ten() -> None:
    from corpus import Dispatches, news

    dispatched = set(Dispatches(EXAMPLES, "en").sentences())

    def share(one_in: int) -> float:
        texts = [document.text for document in news(EXAMPLES, "en", 200_000, one_in)]
        held = sum(sentence in text for text in texts for sentence in dispatched)
        return held / sum(text.count(". ") + text.count(".\n") + 1 for text in texts)

    assert share(0) == 0
    assert 0.05 < share(10) < 0.15


def test_ordinary_news_without_dispatches_gives_hardly_a_record() -> None:
    import communique
    from corpus import news

    told = [
        record
        for document in news(EXAMPLES, "en", 30_000, 0)
        for record in communique.read(document.text, lang="en", date=document.date).records
        if record.kind not in ("indicator", "person")
    ]
    assert told == []
