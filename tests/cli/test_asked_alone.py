"""Only the command asked for is made, and it is the same as among all of them."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from communique.cli.main import app, asked_alone

NAMES = sorted(str(made.name) for made in (*app.registered_commands, *app.registered_groups))


@pytest.mark.parametrize("name", NAMES)
def test_a_command_alone_has_the_help_that_it_has_among_all(name: str) -> None:
    asked = [name, "--help"]
    alone = asked_alone(app, asked)
    assert len(alone.registered_commands) + len(alone.registered_groups) == 1
    run = CliRunner()
    assert run.invoke(alone, asked).output == run.invoke(app, asked).output


@pytest.mark.parametrize("asked", [[], ["--help"], ["--version"], ["rea"], ["-h", "read"]])
def test_without_a_known_command_all_are_there(asked: list[str]) -> None:
    assert asked_alone(app, asked) is app
