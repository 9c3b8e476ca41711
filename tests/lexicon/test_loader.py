"""A pack with an unknown key, a dangling reference or a name claimed twice is refused; its cache is safe."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from communique.errors import LanguageError, PackError
from communique.lexicon import languages, load
from communique.lexicon.cache import cached
from communique.lexicon.loader import PACKS, compile_pack
from communique.lexicon.names import resolve_state


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the English pack that a test may spoil."""
    return Path(shutil.copytree(PACKS / "en", tmp_path / "en", ignore=shutil.ignore_patterns("__pycache__")))


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_unknown_key_names_the_file(pack: Path) -> None:
    _append(pack / "grammar.toml", '\nnegatives = ["no"]\n')
    with pytest.raises(PackError, match=r"grammar\.toml.*negatives"):
        compile_pack(pack)


def test_unknown_verb_names_the_cue(pack: Path) -> None:
    _append(
        pack / "cues" / "act.toml", '\n[[cue]]\nid = "en.act.new"\npatterns = ["<frobnicate>"]\nyes = ["x"]\n'
    )
    with pytest.raises(PackError, match=r"en\.act\.new.*frobnicate"):
        compile_pack(pack)


def test_a_cue_id_is_claimed_once(pack: Path) -> None:
    _append(pack / "cues" / "act.toml", '\n[[cue]]\nid = "en.say"\npatterns = ["<agree>"]\nyes = ["x"]\n')
    with pytest.raises(PackError, match=r"en\.say.*claimed twice"):
        compile_pack(pack)


def test_missing_file(pack: Path) -> None:
    (pack / "topics.toml").unlink()
    with pytest.raises(PackError, match=r"topics\.toml.*missing"):
        compile_pack(pack)


def test_broken_toml(pack: Path) -> None:
    (pack / "numbers.toml").write_text("cardinals = [", encoding="utf-8")
    with pytest.raises(PackError, match=r"numbers\.toml.*not TOML"):
        compile_pack(pack)


def test_cache_gives_the_same_pack_and_notices_a_change() -> None:
    folder = PACKS / "en"
    fresh = compile_pack(folder)
    again = cached(folder, lambda: compile_pack(folder))
    assert again == fresh
    assert cached(folder, lambda: pytest.fail("the cache was not used")) == fresh


def test_unknown_language() -> None:
    with pytest.raises(LanguageError, match="tlh"):
        load("tlh")


def test_every_pack_compiles() -> None:
    assert {"de", "en"} <= set(languages())
    for lang in languages():
        assert load(lang).cues


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("VNM", "VNM"),
        ("Vietnam", "VNM"),
        ("Volksrepublik China", "CHN"),
        ("ivory coast", "CIV"),
        ("Peking", "CHN"),
        ("Atlantis", None),
    ],
)
def test_a_state_by_any_name(name: str, code: str | None) -> None:
    assert resolve_state(name) == code
