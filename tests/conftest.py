"""What every test needs: in CI nothing is skipped, and property tests try the same examples every time."""

import os

import pytest
from hypothesis import settings

IN_CI = os.environ.get("CI") == "true"

# No deadline: the machine's speed is not what a test is about.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if IN_CI else "here")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests last: its driver keeps an event loop of its own running until the session ends."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in CI that skipped anything: a test that cannot run there proves nothing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("")
        reporter.write_line("A skipped test is a failure in CI.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
