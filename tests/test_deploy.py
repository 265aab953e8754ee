"""What lies in deploy/: it names what is there, holds nothing secret, and lets the program be nobody in particular."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from configparser import RawConfigParser
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.config import SECRETS, VARIABLES
from bot.environment import FOLDER
from bot.serve import STOP_SECONDS

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
ROOMS = ("bot", "handlers", "documents", "storage", "meetings")

SECRET = re.compile(r"xox[a-z]-\w+|xapp-\w+|://[^\s:/]+:(?!LÖSENORDET@)[^\s@/]+@|BEGIN [A-Z ]*PRIVATE KEY|[0-9a-f]{32}")
ANALYZE = shutil.which("systemd-analyze")


def unit(name: str = "mysam.service") -> dict[str, list[str]]:
    """Read a unit's keys, each with its values in order."""
    found: dict[str, list[str]] = {}
    for line in (DEPLOY / name).read_text("utf-8").splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(key, []).append(value)
    return found


def steps() -> list[tuple[str, str]]:
    """Read the steps of the Containerfile: what is done, and with what."""
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    whole = re.sub(r"\\\n\s*", "", "\n".join(line for line in text.splitlines() if not line.startswith("#")))
    return [(step.partition(" ")[0], step.partition(" ")[2]) for step in whole.splitlines() if step.strip()]


@pytest.mark.parametrize("file", sorted(DEPLOY.iterdir()), ids=lambda file: file.name)
def test_a_file_of_deploy_holds_no_secret(file: Path) -> None:
    assert file.is_file()
    assert not SECRET.search(file.read_text("utf-8"))


@pytest.mark.parametrize("file", sorted(DEPLOY.iterdir()), ids=lambda file: file.name)
def test_a_file_of_deploy_names_only_variables_that_are_read(file: Path) -> None:
    named = set(re.findall(r"\b(?:MYSAM|SLACK)_[A-Z_]+", file.read_text("utf-8")))
    assert named <= set(VARIABLES)


UNITS = ("mysam.service", "mysam-backup.service", "mysam-backup.timer")


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_can_be_read_by_systemd(name: str, tmp_path: Path) -> None:
    parser = RawConfigParser(strict=False)
    parser.read(DEPLOY / name, "utf-8")
    assert "Unit" in parser.sections()
    if ANALYZE is None:
        return
    for unit in UNITS:
        # It looks whether the program is there; here another one stands for it.
        text = (DEPLOY / unit).read_text("utf-8").replace("/opt/mysam/bin/mysam", sys.executable)
        (tmp_path / unit).write_text(text, "utf-8")
    told = subprocess.run([ANALYZE, "verify", tmp_path / name], capture_output=True, text=True, check=False)
    assert "mysam" not in told.stderr, told.stderr


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_a_unit_calls_a_command_that_is_there(name: str) -> None:
    program, *arguments = unit(name)["ExecStart"][0].split()
    assert program == "/opt/mysam/bin/mysam"
    assert arguments[0] in {command.name for command in COMMANDS}


def test_the_unit_runs_as_nobody_in_particular_and_may_write_only_its_own_state() -> None:
    told = unit()
    for name in ("DynamicUser", "NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"):
        assert told[name] == ["yes"]
    assert told["ProtectSystem"] == ["strict"]
    assert told["StateDirectory"] == ["mysam"]
    assert told["CapabilityBoundingSet"] == [""]
    assert "User" not in told
    assert not any(name.startswith("ReadWrite") for name in told)


def test_the_units_secrets_come_as_credentials() -> None:
    told = unit()
    assert f"{FOLDER}=%d" in told["Environment"]
    assert not any(value.partition("=")[0] in SECRETS for value in told["Environment"])
    offered = re.findall(r"^#?LoadCredential=(\w+):", (DEPLOY / "mysam.service").read_text("utf-8"), re.MULTILINE)
    assert set(offered) == set(SECRETS)


def test_stopping_has_time_to_finish_what_is_in_hand() -> None:
    assert int(unit()["TimeoutStopSec"][0]) > STOP_SECONDS
    grace = re.search(r"stop_grace_period: (\d+)s", (DEPLOY / "compose.yaml").read_text("utf-8"))
    assert grace is not None
    assert int(grace[1]) > STOP_SECONDS


def test_the_container_is_built_in_two_stages_from_files_that_are_there() -> None:
    done = steps()
    assert [step for step, _ in done].count("FROM") == 2
    assert {what.partition(" ")[0] for step, what in done if step == "FROM"} == {"${BASE}"}
    copied = [part for step, what in done if step == "COPY" and "--from" not in what for part in what.split()[:-1]]
    assert all((ROOT / part).exists() for part in copied)
    assert set(ROOMS) <= set(copied)
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text("utf-8").splitlines()
    assert {f"!{part}" for part in copied} == {line for line in ignored if line.startswith("!")}


def test_the_container_installs_by_hash_and_is_not_root() -> None:
    done = steps()
    assert any("--require-hashes" in what and "requirements.lock" in what for step, what in done if step == "RUN")
    (user,) = (what for step, what in done if step == "USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    assert any(step == "VOLUME" and what == "/var/lib/mysam" for step, what in done)


def test_the_containers_health_check_is_python_that_compiles() -> None:
    ((_, check),) = (one for one in steps() if one[0] == "HEALTHCHECK")
    command = check.partition(" CMD ")[2]
    arguments = re.findall(r'"([^"]*)"', command)
    assert arguments[:2] == ["python", "-c"]
    compile(arguments[2], "health check", "exec")
    assert "/healthz" in arguments[2]


def test_what_is_installed_is_all_of_the_program(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for part in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / part, source)
    for room in ROOMS:
        shutil.copytree(ROOT / room, source / room, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", tmp_path, source], check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        installed = set(opened.namelist())
    there = {str(file.relative_to(source)) for room in ROOMS for file in (source / room).rglob("*") if file.is_file()}
    # What building it leaves is not part of it.
    assert {name for name in there if "egg-info" not in name} <= installed


def test_the_container_and_the_lock_are_for_the_same_python() -> None:
    base = next(what for step, what in steps() if step == "ARG")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    assert base == f"BASE=python:{wanted.removeprefix('>=')}-slim"
