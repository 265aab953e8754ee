"""Keys seal what must not be read in the database: made when first needed, changed without loss, never shown."""

import stat
from pathlib import Path

import pytest

from storage.errors import BadKey, MissingKey, WrongKey
from storage.keys import Keys, new_key

TOKEN = "xoxb-invented-token"


def test_what_is_sealed_can_be_opened_and_not_read() -> None:
    keys = Keys([new_key()])
    sealed = keys.seal(TOKEN)
    assert TOKEN not in sealed
    assert keys.open(sealed) == TOKEN


def test_an_older_key_opens_what_it_sealed_and_the_newest_seals() -> None:
    old, new = new_key(), new_key()
    sealed = Keys([old]).seal(TOKEN)
    both = Keys([new, old])
    assert both.open(sealed) == TOKEN
    assert Keys([new]).open(both.seal(TOKEN)) == TOKEN


def test_another_key_is_said_to_be_the_wrong_one() -> None:
    with pytest.raises(WrongKey, match="MYSAM_KEYS"):
        Keys([new_key()]).open(Keys([new_key()]).seal(TOKEN))


@pytest.mark.parametrize("given", ["no key", "å" * 44, "A" * 20])
def test_what_is_no_key_is_said_to_be_none_and_not_shown(given: str) -> None:
    with pytest.raises(BadKey) as caught:
        Keys([given]).seal(TOKEN)
    assert given not in str(caught.value)


def test_without_any_key_it_says_what_to_set() -> None:
    with pytest.raises(MissingKey, match="MYSAM_KEY_FILE"):
        Keys().seal(TOKEN)


def test_a_key_is_made_when_it_is_first_needed_and_told_of_once(tmp_path: Path) -> None:
    made: list[Path] = []
    file = tmp_path / "secret.key"
    keys = Keys(file=file, makes=True, made=made.append)
    assert not file.exists()
    sealed = keys.seal(TOKEN)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Keys(file=file, makes=True, made=made.append).open(sealed) == TOKEN
    assert made == [file]
    assert [one.name for one in tmp_path.iterdir()] == ["secret.key"]


def test_opening_never_makes_a_key(tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    with pytest.raises(MissingKey, match=r"secret\.key"):
        Keys(file=file, makes=True).open("sealed with a key that is lost")
    assert not file.exists()


def test_a_key_file_of_the_operators_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(MissingKey):
        Keys(file=tmp_path / "keys").seal(TOKEN)


def test_a_new_key_is_put_first_and_the_old_ones_stay_until_they_are_taken_out(tmp_path: Path) -> None:
    keys = Keys(file=tmp_path / "secret.key", makes=True)
    sealed = keys.seal(TOKEN)
    keys.add()
    assert keys.open(sealed) == TOKEN
    again = keys.seal(TOKEN)
    keys.keep_newest()
    assert keys.open(again) == TOKEN
    with pytest.raises(WrongKey):
        keys.open(sealed)


def test_a_program_that_runs_takes_up_keys_that_were_changed_under_it(tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    running, other = Keys(file=file, makes=True), Keys(file=file)
    running.seal(TOKEN)
    other.add()
    assert running.open(other.seal(TOKEN)) == TOKEN


def test_keys_are_never_shown(tmp_path: Path) -> None:
    key = new_key()
    assert key not in repr(Keys([key]))
    assert key not in "".join(Keys([key]).fingerprints())
