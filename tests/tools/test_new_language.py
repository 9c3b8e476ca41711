"""An empty pack is laid out, compiles as it is, says what it lacks, and keeps what is there."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from communique.lexicon.lexicon import Lexicon
from communique.lexicon.loader import compile_pack

TOOLS = Path(__file__).parents[2] / "tools"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    import new_language

    return new_language


def test_an_empty_pack_compiles(tool: ModuleType, tmp_path: Path) -> None:
    folder = tool.lay_out("pt", tmp_path)
    lexicon = Lexicon(compile_pack(folder))
    assert lexicon.properties.code == "pt"
    assert any(term.value == "KEN" for terms in lexicon.terms for term in terms)


def test_it_says_what_is_missing(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main(["pt", "--packs", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "still empty" in said
    assert "cues/meeting.toml: no entry" in said
    assert "states.toml" in said


def test_what_is_there_stays(tool: ModuleType, tmp_path: Path) -> None:
    topics = tmp_path / "pt" / "topics.toml"
    topics.parent.mkdir()
    topics.write_text('[sectors]\ntrade = ["comércio"]\n', encoding="utf-8")
    folder = tool.lay_out("pt", tmp_path)
    assert "comércio" in topics.read_text(encoding="utf-8")
    assert not any(line.startswith("topics.toml") for line in tool.missing(folder))
