"""Agreement of a text's records with its translation's, and that it is what the reference script counts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.errors import InputError
from communique.lexicon import languages
from communique.quality.parallel import Segment, agreement, as_table, load_segments, read_segments

SHARED = Path(__file__).resolve().parents[2] / "../shared/gold/parallel"
OWN = Path(__file__).parent / "parallel" / "agency.jsonl"
FLOORS = {"en-es": 0.89, "en-ru": 0.90, "en-zh": 0.92}
"""The least agreement on sentences in agency style, by pair of languages."""
SEGMENT = Segment(
    id="s1",
    src_lang="en",
    tgt_lang="de",
    src="Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo.",
    tgt="Kenias Präsident William Ruto traf in Tokio Japans Ministerpräsidenten Fumio Kishida.",
)


def test_a_text_and_its_translation_share_what_translation_keeps() -> None:
    result = agreement([SEGMENT], read_segments([SEGMENT]))
    assert result["de-en"].f1 == result["all"].f1 == 1.0
    assert result["all"].shared >= 3
    assert as_table(result).splitlines()[1].startswith("de-en")


def test_what_one_side_lacks_lowers_the_agreement() -> None:
    records = list(read_segments([SEGMENT]))
    less = agreement([SEGMENT], [r for r in records if (r["doc"], r["kind"]) != ("s1#tgt", "meeting")])["all"]
    assert (less.shared, less.src - less.tgt) == (less.tgt, 1)
    assert agreement([SEGMENT], [])["all"].f1 == 0


@pytest.mark.parametrize("pair", FLOORS)
def test_sentences_and_their_translations_agree(pair: str) -> None:
    segments = load_segments(OWN, languages())
    result = agreement(segments, read_segments(segments))[pair]
    assert len(segments) >= 60 * 2
    assert result.f1 >= FLOORS[pair]


def test_a_line_that_is_no_segment_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "a", "src_lang": "en"}\n')
    with pytest.raises(InputError, match="line 1"):
        load_segments(path, ["en"])
    row = {"id": "a", "src_lang": "en", "tgt_lang": "xx", "src": "A", "tgt": "B"}
    path.write_text(json.dumps(row) + "\n")
    assert load_segments(path, ["en"]) == []


def test_the_count_is_the_reference_scripts(tmp_path: Path) -> None:
    if not (SHARED / "agree.py").exists():
        pytest.skip("the shared segments are not beside this clone")
    segments = load_segments(SHARED / "dev.jsonl", languages())
    records = list(read_segments(segments))
    predicted = tmp_path / "p.jsonl"
    predicted.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    command = [sys.executable, str(SHARED / "agree.py"), str(SHARED / "dev.jsonl"), str(predicted)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    total = agreement(segments, records)["all"]
    line = next(line for line in said.splitlines() if line.startswith("all"))
    assert line.split()[2:7:2] == [str(total.shared), str(total.src), str(total.tgt)]
