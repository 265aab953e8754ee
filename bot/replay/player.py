"""Play a transcript's lines to the desk in their order, and make files of what the meetings became."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.replay.recorder import Recorder
from bot.replay.transcript import BEGINNING, Transcript
from documents import RENDERERS
from documents.group_state import Filed
from documents.group_state import render as render_groups
from meetings.language import texts_for
from meetings.slug import slug

if TYPE_CHECKING:
    from bot.desk import Desk

_MOST_AT_ONCE = 10_000
"""More than falls due between two lines."""

Files = Mapping[str, bytes]
"""Contents by their path below the folder they are written to."""


async def play(
    transcript: Transcript, desk: Desk, formats: Sequence[str], played: Callable[[], None] = lambda: None
) -> Files:
    """Set up the transcript's groups, play every line, and give the files; `played` is called after each line.

    The clock follows the stamps and never goes back: a message that is late is heard now and was written then.
    """
    recorder = Recorder(transcript.zone)
    foundings = transcript.foundings()
    for founding in foundings:
        await desk.found(founding.group_id, founding.facts, recorder.name, (founding.channel,))
    recorder.now = min((step.at for step in transcript.steps), default=BEGINNING)
    for step in transcript.steps:
        await _pass_time(desk, recorder, step.at)
        if step.event is not None:
            await desk.hear(step.event, recorder)
        played()
    # The groups of the header in its order, and after them those that people set up on the way.
    groups = dict.fromkeys((*(founding.group_id for founding in foundings), *await desk.groups()))
    return await _files(desk, tuple(groups), recorder, formats)


async def _pass_time(desk: Desk, recorder: Recorder, until: datetime) -> None:
    """Let the clock go on to a stamp; what falls due before it happens at its own time."""
    for _ in range(_MOST_AT_ONCE):
        falls_due = await desk.next_due(recorder.name, recorder.now)
        if falls_due is None or falls_due > until:
            break
        recorder.now = max(recorder.now, falls_due)
        await desk.pass_time(recorder.now, recorder)
    recorder.now = max(recorder.now, until)
    await desk.pass_time(recorder.now, recorder)


async def _files(desk: Desk, ids: Sequence[str], recorder: Recorder, formats: Sequence[str]) -> Files:
    files: dict[str, bytes] = {}
    groups = []
    for group in ids:
        record = await desk.whole(group)
        filed: list[Filed] = []
        for meeting in record.held():
            minutes = await desk.minutes(group, meeting.id)
            name = f"{minutes.date.isoformat()}-{slug(record.group.name)}"
            same_day = sum(one.minutes.date == minutes.date for one in filed)
            folder = f"{name}-{same_day + 1}" if same_day else name
            filed.append(Filed(folder, minutes))
            for format_ in formats:
                files[f"{folder}/minutes.{format_}"] = RENDERERS[format_](minutes, texts_for(minutes.language))
        groups.append((record, filed))
    files["said.jsonl"] = recorder.lines()
    files["group.json"] = render_groups(groups, recorder.now)
    return files
