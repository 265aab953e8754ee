"""Tell who is meant: one person, several (ask), or nobody known."""

from meetings.people.mentions import Mention, find_names, looks_like_name, split_names
from meetings.people.organisations import organisations, resolve_organisation
from meetings.people.resolver import Match, resolve

__all__ = [
    "Match",
    "Mention",
    "find_names",
    "looks_like_name",
    "organisations",
    "resolve",
    "resolve_organisation",
    "split_names",
]
