"""What can go wrong, in two kinds: what a person may be told, and everything else.

MysamError
├── MeetingError            may be told to the one who asked, in her language
│   ├── NoMeeting           there is no meeting that this can be about
│   ├── WrongPhase          the meeting is not open, already open, already ended …
│   ├── UnknownItem         no item on the agenda answers to these words
│   ├── AmbiguousItem       several items do
│   ├── UnknownPerson       nobody in the group answers to this name
│   ├── AmbiguousPerson     several people do
│   ├── UnknownThing        no action, question, message … answers to these words
│   ├── DoubtfulDate        a date that has passed, contradicts itself or can be read in two ways
│   ├── NotAllowed          somebody else in the group may do this
│   ├── NotUnderstood       the words after a command say nothing it can use
│   └── NothingToUndo       there is nothing of hers to take back
├── TranscriptError         (bot/replay) a transcript's header cannot be read
└── StorageError            (storage) what was to be kept could not be
"""

from __future__ import annotations

from typing import Any, ClassVar


class MysamError(Exception):
    """The root of all errors that the program raises on purpose."""


class MeetingError(MysamError):
    """Something the one who asked may be told.

    `key` names the sentence in the section `errors` of the text catalogues; `variant` picks one of several;
    `told` holds what its placeholders stand for.
    """

    key: ClassVar[str] = "not_understood"

    def __init__(self, variant: str | None = None, **told: Any) -> None:
        self.variant = variant
        self.told = told
        super().__init__(self.text_key)

    @property
    def text_key(self) -> str:
        """Give the key of its sentence, `errors.wrong_phase_not_open`."""
        return f"errors.{self.key}_{self.variant}" if self.variant else f"errors.{self.key}"


class NoMeeting(MeetingError):
    """There is no meeting that this can be about."""

    key = "no_meeting"


class WrongPhase(MeetingError):
    """The meeting is not open, already open or already over."""

    key = "wrong_phase"


class UnknownItem(MeetingError):
    """No item on the agenda answers to these words; `words`."""

    key = "unknown_item"


class AmbiguousItem(MeetingError):
    """Several items answer to these words; `words`, `candidates`."""

    key = "ambiguous_item"


class UnknownPerson(MeetingError):
    """Nobody in the group answers to this name; `name`."""

    key = "unknown_person"


class AmbiguousPerson(MeetingError):
    """Several people answer to this name; `name`, `candidates`."""

    key = "ambiguous_person"


class UnknownThing(MeetingError):
    """No action, question or message answers to these words."""

    key = "unknown_thing"


class DoubtfulDate(MeetingError):
    """A date that has passed, contradicts itself, or can be read in two ways."""

    key = "doubtful_date"


class NotAllowed(MeetingError):
    """Others in the group may do this; `who`."""

    key = "not_allowed"


class NotUnderstood(MeetingError):
    """The words after a command say nothing that it can use."""

    key = "not_understood"


class NothingToUndo(MeetingError):
    """There is nothing of hers to take back."""

    key = "nothing_to_undo"
