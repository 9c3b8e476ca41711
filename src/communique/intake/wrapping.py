"""Lines that were broken to fit a page's or a mail's width, put together into paragraphs again."""

from __future__ import annotations

import re

_FULL = 0.72
"""A line that fills so much of the usual width was broken for the width; calibrated on pypdf's output."""
_ENDS = re.compile(r"[.!?。！？…:;؟][\"'”“»)\]’]*$")
_OPENS = re.compile(r"^(?:[-–•*·▪]|\d{1,3}[.)]\s|\(?[a-z][.)]\s|>)")
_WIDE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
_MIN_LINES = 3


def unwrapped(text: str) -> str:
    """The text with each paragraph in one line, and an empty line between paragraphs."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in _blocks(text)]
    width = _width([line for block in blocks for line in block])
    return "\n\n".join(part for block in blocks for part in _paragraphs(block, width))


def _blocks(text: str) -> list[str]:
    return [
        block
        for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
        if block.strip()
    ]


def _width(lines: list[str]) -> float:
    """The width that full lines come near to; without end where too few lines tell."""
    if len(lines) < _MIN_LINES:
        return float("inf")
    ordered = sorted(len(line) for line in lines)
    return float(ordered[int(0.9 * (len(ordered) - 1))])


def _paragraphs(block: list[str], width: float) -> list[str]:
    out: list[str] = []
    last = ""
    for line in block:
        if out and _goes_on(last, line, width):
            out[-1] = _joined(out[-1], line)
        else:
            out.append(line)
        last = line
    return out


def _goes_on(last: str, line: str, width: float) -> bool:
    if _OPENS.match(line):
        return False
    if line[0].islower() and not _ENDS.search(last):
        return True
    full = len(last) >= _FULL * width
    return full and not (_ENDS.search(last) and len(last) < 0.9 * width)


def _joined(before: str, line: str) -> str:
    if before.endswith("\u00ad") or (before.endswith("-") and before[-2:-1].isalpha() and line[0].islower()):
        return before[:-1] + line
    if _WIDE.match(before[-1]) and _WIDE.match(line):
        return before + line
    return f"{before} {line}"
