"""The line of every key is found, however the file is written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.groups.toml_lines import line_of, lines_of

FILE = '''# a comment with [brackets]
group.name = "A = [b]"
[[members]]
name = "B" # [[members]]
capacity = 'chef'

[[members]]
name = """C
[[members]]
"""
role = "x"

[[groups]]
name = "q"
[[groups.members]]
name = "r"
[[groups.members]]
name = "s"
[[groups]]
members = [
  {name = "X", role = "a, b] }"},
  {name = "Y"}, # one more
]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("group.name", 2),
        ("members[1]", 3),
        ("members[1].capacity", 5),
        ("members[2]", 7),
        ("members[2].role", 11),
        ("groups[1].members[2].name", 18),
        ("groups[2]", 19),
        ("groups[2].members[1].role", 21),
        ("groups[2].members[2].name", 22),
    ],
)
def test_a_key_is_on_its_line(path: str, line: int) -> None:
    tomllib.loads(FILE)
    assert lines_of(FILE)[path] == line


@pytest.mark.parametrize(
    ("path", "line"), [("members[2].capacity", 7), ("members[9]", 3), ("group.channel", 2), ("x", 1)]
)
def test_a_key_that_is_missing_is_told_by_what_is_around_it(path: str, line: int) -> None:
    assert line_of(path, lines_of(FILE)) == line


@given(st.text(alphabet="ab=[]{}\"'#.,\n 1\\", max_size=80))
def test_any_text_is_read_to_an_end(text: str) -> None:
    lines_of(text)
