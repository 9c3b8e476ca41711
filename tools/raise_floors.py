"""Raise the quality floors to what the reader reaches now; never lower one.

    python tools/raise_floors.py [--rebase SET …]

`--rebase` sets the floors of a gold set anew, whose gold files changed; say why in the commit.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from communique.lexicon import languages
from communique.quality.floors import GoldSet, load_floors, measure, raised, save_floors

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests/quality/floors.json"


def main() -> int:
    parser = argparse.ArgumentParser(description="Raise the quality floors to what the reader reaches now.")
    parser.add_argument("--rebase", nargs="+", default=[], metavar="SET", help="gold sets whose gold changed")
    rebase = parser.parse_args().rebase
    floors = load_floors(FLOORS)
    unknown = sorted(set(rebase) - set(floors))
    if unknown:
        parser.error(f"no such gold set: {', '.join(unknown)}; one of {', '.join(floors)}")
    stale = [line for name, gold in floors.items() for line in raise_set(name, gold, name in rebase)]
    save_floors(FLOORS, floors)
    print("\n".join(stale), end="\n" if stale else "", file=sys.stderr)
    return 1 if stale else 0


def raise_set(name: str, gold: GoldSet, rebase: bool) -> list[str]:
    """Raise one set's floors in place; lines about those that its changed gold keeps from being raised."""
    folder = ROOT / gold.folder
    if not folder.is_dir():
        print(f"{name}: {gold.folder} is not here, its floors stay")
        return []
    stale = []
    for lang, now in measure(folder, languages()).items():
        before = gold.languages.get(lang)
        mark = raised(before, now, rebase)
        if mark is None:
            stale.append(f"{name} {lang}: the gold changed; run again with --rebase {name}")
            continue
        gold.languages[lang] = mark
        print(f"{name} {lang}: {before.micro if before else 0:.4f} -> {mark.micro:.4f} (now {now.micro:.4f})")
    return stale


if __name__ == "__main__":
    sys.exit(main())
