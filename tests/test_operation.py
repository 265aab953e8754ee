"""What docs/drift.md promises to whoever runs the program: variables, figures, commands and files that are there."""

import re
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.config import SECRETS, VARIABLES
from bot.metrics import Figures
from bot.serve import STOP_SECONDS

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "drift.md").read_text("utf-8")


def section(heading: str) -> str:
    """Give the text under a heading."""
    return MANUAL.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def rows(heading: str) -> dict[str, str]:
    """Give the rows of a section's tables: what is named first, and the rest."""
    return dict(re.findall(r"^\| `([^`]+)` \| (.*) \|$", section(heading), re.MULTILINE))


def test_the_table_of_variables_is_whole() -> None:
    assert set(rows("Inställningar")) == set(VARIABLES)


def test_the_table_tells_which_variables_are_secret() -> None:
    told = {name for name, rest in rows("Inställningar").items() if rest.endswith("Hemlig.")}
    # The app's id is no secret, but may lie beside the secret it belongs to.
    assert told == set(SECRETS) - {"SLACK_CLIENT_ID"}


def test_every_figure_that_is_named_is_kept() -> None:
    figures = Figures("sqlite")
    figures.heard("slack:T1", "failed", 0.1)
    figures.posted("slack:T1", "refused")
    figures.held_back("slack:T1")
    figures.transacted("read", 0.1)
    kept = figures.written(groups=0, doors={"slack": True}, rows={"unknown": 1}, oldest=0, paused=False).decode()
    named = set(re.findall(r"mysam_[a-z_]+", section("Starta, stoppa, följa")))
    assert named
    assert {name for name in named if f"\n{name}" not in kept} == set()
    for label in re.findall(r'mysam_[a-z_]+\{(\w+="\w+")\}', MANUAL):
        assert label in kept


def test_every_command_that_is_named_is_there() -> None:
    named = set(re.findall(r"(?:`|bin/|^)mysam (\w+)", MANUAL, re.MULTILINE))
    assert named <= {command.name for command in COMMANDS}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"deploy/[\w.-]+", MANUAL))))
def test_every_file_that_is_named_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([\w./-]+\.md)\)", MANUAL))))
def test_every_page_that_is_linked_is_there(name: str) -> None:
    assert (ROOT / "docs" / name).resolve().is_file()


def test_the_time_that_stopping_takes_is_told() -> None:
    assert f"högst {STOP_SECONDS} sekunder" in section("Starta, stoppa, följa")
