from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import PackError
from communique.lexicon import languages
from communique.world import bodies
from communique.world.bodies import known, load
from communique.world.publishers import publisher_state


def test_there_are_many_and_from_everywhere() -> None:
    assert len(known().all) >= 120
    assert len({body.state for body in known().all}) >= 80
    assert {"agency", "ministry", "presidency"} <= {body.kind for body in known().all}
    assert len(languages()) == 8


@pytest.mark.parametrize(
    ("publisher", "state"),
    [
        ("english.news.cn", "CHN"),
        ("新华社", "CHN"),
        ("agence de presse  Xinhua", "CHN"),
        ("МИД России", "RUS"),
        ("Auswärtiges Amt", "DEU"),
        ("Élysée", "FRA"),
        ("وكالة الأنباء السعودية", "SAU"),
        ("Thông tấn xã Việt Nam", "VNM"),
        ("Secretaría de Relaciones Exteriores", "MEX"),
        ("dunyo.info", "UZB"),
        ("es.usembassy.gov", "USA"),
        ("eda.admin.ch", "CHE"),
        ("reuters.com", None),
        ("Reuters", None),
        ("notnews.cn.example.org", None),
    ],
)
def test_which_state_a_publisher_speaks_for(publisher: str, state: str | None) -> None:
    assert publisher_state(publisher) == state


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    own = load(
        table(
            tmp_path,
            '[[publisher]]\nname = "Ports Daily"\nstate = "KEN"\nhosts = ["ports.example.com"]\nnames = ["Bandari"]\n',
        )
    )
    assert [own.side(name) for name in ("www.ports.example.com", "bandari", "example.com")] == [
        "KEN",
        "KEN",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "not TOML"),
        ("[other]\n", "holds no [[publisher]] entries"),
        ('[[publisher]]\nname = "A"\n', "publisher 1 'A': Object missing required field `state`"),
        ('[[publisher]]\nname = "A"\nstate = "Kenya"\n', "no state has the code 'Kenya'"),
        ('[[publisher]]\nname = "A"\nstate = "KEN"\nhost = "a.ke"\n', "unknown field `host`"),
        ('[[publisher]]\nname = "A"\nstate = "KEN"\nhosts = ["https://a.ke/"]\n', "is no host"),
        ('[[publisher]]\nname = "A"\nstate = "KEN"\nkind = "blog"\n', "Invalid enum value 'blog'"),
        (
            '[[publisher]]\nname = "A"\nstate = "KEN"\n[[publisher]]\nname = "B"\nstate = "UGA"\nnames = ["a"]\n',
            "'a' belongs to 'A' already",
        ),
    ],
)
def test_a_wrong_table_is_refused_by_entry(tmp_path: Path, text: str, message: str) -> None:
    path = table(tmp_path, text)
    with pytest.raises(PackError) as caught:
        load(path)
    assert message in str(caught.value)
    assert caught.value.path == str(path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="check the path"):
        bodies.load(tmp_path / "none.toml")
