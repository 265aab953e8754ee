"""Dates, times, recurrence and deadlines in Swedish and English words: a typed result, never a bare datetime."""

from meetings.when.notation import notation
from meetings.when.other_languages import read_other
from meetings.when.reading import find, first_date, read
from meetings.when.result import Kind, Precision, Problem, Trouble, When
from meetings.when.rhythm import occurrences

__all__ = [
    "Kind",
    "Precision",
    "Problem",
    "Trouble",
    "When",
    "find",
    "first_date",
    "notation",
    "occurrences",
    "read",
    "read_other",
]
