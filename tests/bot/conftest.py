"""What tests of the doors share: a channel of the standard group."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.channel import Channel


@pytest.fixture
def channel(tmp_path: Path) -> Iterator[Channel]:
    """Open a channel of the standard group, before its meeting."""
    with Channel(tmp_path) as made:
        yield made
