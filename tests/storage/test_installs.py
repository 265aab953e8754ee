"""Where the bot is installed is kept with its tokens sealed, on both engines."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import WrongKey
from storage.installs import Installation, Installs
from storage.keys import Keys, new_key
from tests.storage.conftest import Run
from tests.storage.facts import NOON

TOKEN = "xoxb-invented-token"
LINDBY = Installation(
    platform="slack:T0LINDBY",
    bot_token=TOKEN,
    bot_user="U0BOT",
    app_id="A0APP",
    team="T0LINDBY",
    name="Lindby samverkan",
    installed_at=NOON,
    scopes=("chat:write", "channels:history"),
    raw={"ok": True, "access_token": TOKEN, "team": {"id": "T0LINDBY"}},
)
NORDVIK = replace(LINDBY, platform="slack:T0NORDVIK", team="T0NORDVIK", name="Nordvik", enterprise="E0REGION")


def test_an_installation_comes_back_as_it_was_put(database: Database, run: Run) -> None:
    installs = Installs(database, Keys([new_key()]))
    run(installs.put(LINDBY))
    run(installs.put(NORDVIK))
    assert run(installs.get("slack:T0LINDBY")) == LINDBY
    assert run(installs.all()) == (LINDBY, NORDVIK)
    assert run(installs.get("slack:T0OTHER")) is None


def test_installing_anew_replaces_the_token(database: Database, run: Run) -> None:
    installs = Installs(database, Keys([new_key()]))
    run(installs.put(LINDBY))
    run(installs.put(replace(LINDBY, bot_token="xoxb-another")))
    found = run(installs.get("slack:T0LINDBY"))
    assert found is not None
    assert found.bot_token == "xoxb-another"


def test_a_revoked_installation_is_none_until_it_is_made_anew(database: Database, run: Run) -> None:
    installs = Installs(database, Keys([new_key()]))
    run(installs.put(LINDBY))
    run(installs.revoke("slack:T0LINDBY", NOON))
    assert run(installs.get("slack:T0LINDBY")) is None
    assert run(installs.all()) == ()
    run(installs.put(LINDBY))
    assert run(installs.get("slack:T0LINDBY")) == LINDBY


def test_tokens_show_neither_in_the_file_nor_when_an_installation_is_printed(tmp_path: Path, run: Run) -> None:
    from storage.migrate import migrate

    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)
    database = Database.open(url)
    run(Installs(database, Keys([new_key()])).put(LINDBY))
    run(database.close())
    assert TOKEN.encode() not in (tmp_path / "mysam.db").read_bytes()
    assert TOKEN not in repr(LINDBY)


def test_the_wrong_key_is_said_to_be_wrong_and_replaces_nothing(database: Database, run: Run) -> None:
    right = Keys([new_key()])
    run(Installs(database, right).put(LINDBY))
    wrong = Installs(database, Keys([new_key()]))
    for attempt in (lambda: wrong.get("slack:T0LINDBY"), wrong.all, lambda: wrong.put(NORDVIK), wrong.reseal):
        with pytest.raises(WrongKey):
            run(attempt())
    assert run(Installs(database, right).all()) == (LINDBY,)


@pytest.mark.parametrize("revoked", [(), ("slack:T0NORDVIK",)], ids=["all in use", "one revoked"])
def test_tokens_are_sealed_anew_with_the_newest_key(database: Database, run: Run, revoked: Sequence[str]) -> None:
    old, new = new_key(), new_key()
    installs = Installs(database, Keys([old]))
    run(installs.put(LINDBY))
    run(installs.put(NORDVIK))
    for platform in revoked:
        run(installs.revoke(platform, NOON))
    assert run(Installs(database, Keys([new, old])).reseal()) == 2 - len(revoked)
    assert run(Installs(database, Keys([new])).get("slack:T0LINDBY")) == LINDBY
