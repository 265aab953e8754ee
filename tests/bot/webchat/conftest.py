"""What the tests of the web chat share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.webchat.chat import Chat


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    with Chat(tmp_path) as chat:
        yield chat
