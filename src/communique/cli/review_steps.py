"""One question after the other on the terminal, each answered with a key and kept at once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from communique.errors import RequestError
from communique.ledger import Ledger
from communique.ledger.corrections import Saying
from communique.views.describe import visible
from communique.views.review import Context, Question

_RECORD_KEYS = "[a]ccept  [c]orrect a field  [n]ot verifiable  [s]kip  [q]uit"
_LINK_KEYS = "[a]ccept: the same  [n]ot the same  [u]nsure  [s]kip  [q]uit"
_VERDICTS = {"a": "same", "n": "not_same", "u": "unsure"}


class _Quit(Exception):
    """The end of the answers, or the wish to stop."""


class Steps:
    """Asks on one stream and reads answers, a line each, from another."""

    def __init__(self, ledger: Ledger, author: str, answers: TextIO, asked: TextIO) -> None:
        self._ledger = ledger
        self._author = author
        self._answers = answers
        self._out = Console(file=asked, highlight=False, soft_wrap=True)
        self._done: Counter[str] = Counter()

    def take(self, questions: Sequence[Question]) -> None:
        """Go through the questions until they or the answers end."""
        try:
            for number, question in enumerate(questions, start=1):
                self._show(question, f"{number} of {len(questions)}")
                self._done[self._record(question) if question.sort == "record" else self._link(question)] += 1
        except _Quit:
            pass

    def summary(self) -> str:
        """What was answered, on one line."""
        said = ", ".join(f"{count} {what}" for what, count in sorted(self._done.items()))
        return said or "nothing answered"

    def _show(self, question: Question, place: str) -> None:
        self._out.rule(f"{place} · {question.sort} · certainty {question.certainty:g}", align="left")
        self._out.print(Text(visible(question.says), style="bold"))
        self._out.print(Text(visible(f"{' / '.join(question.keys)} · {question.why}"), style="dim"))
        for context in question.context:
            self._out.print(_quoted(context))
        for name, value in question.fields.items():
            self._out.print(Text(visible(f"  {name}: {value}")))

    def _record(self, question: Question) -> str:
        (id,) = question.keys
        while True:
            key = self._ask(f"{_RECORD_KEYS}: ")
            try:
                if key == "a":
                    self._ledger.remark(id, "confirmed", self._saying("read and confirmed"))
                    return "accepted"
                if key == "n":
                    self._ledger.remark(id, "not_verifiable", self._saying(self._ask("reason: ")))
                    return "not verifiable"
                if key == "c":
                    self._correct(id)
                    return "corrected"
                if key == "s":
                    return "skipped"
            except RequestError as error:
                self._out.print(Text(str(error), style="red"))

    def _correct(self, id: str) -> None:
        name, sign, value = self._ask("FIELD=VALUE: ").partition("=")
        if not sign:
            raise RequestError("write the field, the sign = and the value")
        source = self._ask("source: ")
        self._ledger.correct(id, {name.strip(): value}, self._saying(self._ask("reason: "), source))

    def _link(self, question: Question) -> str:
        one, other = question.keys
        while True:
            key = self._ask(f"{_LINK_KEYS}: ")
            if key == "s":
                return "skipped"
            if verdict := _VERDICTS.get(key):
                self._ledger.judge(
                    question.sort,  # type: ignore[arg-type]
                    one,
                    other,
                    verdict,  # type: ignore[arg-type]
                    author=self._author,
                    made_at=dt.datetime.now(dt.UTC),
                    reason="reviewed",
                )
                return verdict.replace("_", " ")

    def _ask(self, prompt: str) -> str:
        self._out.print(Text(prompt, style="green"), end="")
        line = self._answers.readline()
        if not line or line.strip() == "q":
            raise _Quit
        return line.strip()

    def _saying(self, reason: str, source: str | None = None) -> Saying:
        return Saying(author=self._author, reason=reason, made_at=dt.datetime.now(dt.UTC), source=source)


def _quoted(context: Context) -> Text:
    before, quote, after = (
        " ".join(visible(part).split()) for part in (context.before, context.quote, context.after)
    )
    return Text.assemble(("… " + before + " ", "dim"), (quote, "bold yellow"), (" " + after + " …", "dim"))
