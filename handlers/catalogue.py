"""Everything people can ask for, in the order in which the commands are asked what a sentence is.

One explicit tuple: help, the manual's table, the manifests and the example tests derive from it. What is said in so
many words comes before what is read out of ordinary talk.
"""

from __future__ import annotations

from typing import Any

from handlers.agenda.changes import CHANGE_ITEM
from handlers.agenda.course import LEAVE_ITEM, TAKE_ITEM
from handlers.agenda.items import ADD_TO_PROPOSAL, PROPOSE_ITEM
from handlers.agenda.moving import MOVE_ITEM
from handlers.agenda.postponing import POSTPONE_ITEM
from handlers.agenda.proposed_decisions import PROPOSE_DECISION
from handlers.agenda.removing import REMOVE_ITEM
from handlers.agenda.rest import POSTPONE_REST
from handlers.agenda.showing import SHOW_AGENDA
from handlers.agenda.tabling import TABLE
from handlers.attendance.listed import SHOW_ATTENDANCE
from handlers.attendance.reports import REPORT_ATTENDANCE, ROLL_CALL
from handlers.board.adjusters import CHOOSE_ADJUSTER
from handlers.board.adjusting import ADJUST
from handlers.board.offices import TAKE_OFFICE
from handlers.board.recusals import RECUSE
from handlers.calendar.changes import CANCEL_MEETING, MOVE_MEETING, PLAN_MEETING, RENAME_MEETING
from handlers.calendar.series import PROPOSE_SERIES, SHORTEN_SERIES
from handlers.command import Command
from handlers.conclusions.agreements import AGREE, SETTLE_PROPOSAL
from handlers.conclusions.approvals import APPROVE
from handlers.conclusions.decisions import DECIDE
from handlers.conclusions.question_answers import ANSWER_QUESTION
from handlers.conclusions.questions import CLOSE_QUESTION, RAISE_QUESTION
from handlers.conclusions.working_groups import NAME_MEMBERS
from handlers.groups.by_talk import FOUND_GROUP
from handlers.groups.mine import MY_GROUPS
from handlers.groups.roster import CHANGE_ROSTER, SHOW_ROSTER
from handlers.groups.settings import CHANGE_SETTINGS, SHOW_SETTINGS
from handlers.meeting.afterwards import GO_ON, NEVER_OPENED, TELL_HOURS
from handlers.meeting.opening import END, START
from handlers.meeting.pasted import PASTE_NOTES
from handlers.minutes.corrections import CORRECT
from handlers.minutes.minutes import INCLUDE_PASSAGE, PUBLISH, RESTORE, SHOW_CAPTURED, SHOW_DRAFT
from handlers.minutes.published_corrections import CORRECT_PUBLISHED
from handlers.minutes.rewriting import REWRITE
from handlers.minutes.search import SEARCH
from handlers.minutes.undo import STRIKE_NOTES, UNDO
from handlers.reading.help import helping
from handlers.reading.notes import NOTE
from handlers.reading.off_record import OFF_RECORD
from handlers.reading.permissions import ASK_LEADS
from handlers.reminders.settings import CHANGE_REMINDERS, MUTE_REMINDERS, SHOW_REMINDERS
from handlers.tasks.actions import ADD_ACTION, NAME_OWNER
from handlers.tasks.followed import CHANGE_ACTION, FINISH_ACTION
from handlers.tasks.shown import SHOW_ACTIONS

_WITHOUT_HELP: tuple[Command[Any], ...] = (
    REWRITE,
    CORRECT_PUBLISHED,
    SHORTEN_SERIES,
    UNDO,
    OFF_RECORD,
    NAME_MEMBERS,
    FOUND_GROUP,
    MUTE_REMINDERS,
    CHANGE_REMINDERS,
    SHOW_REMINDERS,
    CHANGE_SETTINGS,
    SHOW_SETTINGS,
    CHANGE_ROSTER,
    SHOW_ROSTER,
    MY_GROUPS,
    ASK_LEADS,
    NEVER_OPENED,
    TELL_HOURS,
    GO_ON,
    PASTE_NOTES,
    START,
    END,
    SEARCH,
    SHOW_DRAFT,
    PUBLISH,
    SHOW_CAPTURED,
    INCLUDE_PASSAGE,
    RESTORE,
    STRIKE_NOTES,
    SETTLE_PROPOSAL,
    TAKE_ITEM,
    ADJUST,
    CHOOSE_ADJUSTER,
    RECUSE,
    TAKE_OFFICE,
    PROPOSE_DECISION,
    TABLE,
    ROLL_CALL,
    APPROVE,
    DECIDE,
    AGREE,
    RAISE_QUESTION,
    ANSWER_QUESTION,
    CLOSE_QUESTION,
    NAME_OWNER,
    ADD_ACTION,
    FINISH_ACTION,
    CHANGE_ACTION,
    SHOW_ACTIONS,
    CORRECT,
    CANCEL_MEETING,
    MOVE_MEETING,
    RENAME_MEETING,
    PROPOSE_SERIES,
    PLAN_MEETING,
    POSTPONE_REST,
    LEAVE_ITEM,
    REMOVE_ITEM,
    POSTPONE_ITEM,
    MOVE_ITEM,
    CHANGE_ITEM,
    PROPOSE_ITEM,
    ADD_TO_PROPOSAL,
    REPORT_ATTENDANCE,
    SHOW_AGENDA,
    SHOW_ATTENDANCE,
    NOTE,
)

HELP = helping(_WITHOUT_HELP)
COMMANDS: tuple[Command[Any], ...] = (*_WITHOUT_HELP, HELP)
