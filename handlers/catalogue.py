"""Everything people can ask for, in the order in which the commands are asked what a sentence is.

One explicit tuple: help, the manual's table, the manifests and the example tests derive from it. What is said in so
many words comes before what is read out of ordinary talk.
"""

from __future__ import annotations

from typing import Any

from handlers.actions import ADD_ACTION, NAME_OWNER
from handlers.actions_followed import CHANGE_ACTION, FINISH_ACTION
from handlers.actions_shown import SHOW_ACTIONS
from handlers.adjusters import CHOOSE_ADJUSTER
from handlers.adjusting import ADJUST
from handlers.agenda import ADD_TO_PROPOSAL, PROPOSE_ITEM
from handlers.agenda_changes import CHANGE_ITEM, MOVE_ITEM, POSTPONE_ITEM, REMOVE_ITEM
from handlers.agenda_course import LEAVE_ITEM, SHOW_AGENDA, TAKE_ITEM
from handlers.agenda_rest import POSTPONE_REST
from handlers.agreements import AGREE, SETTLE_PROPOSAL
from handlers.approvals import APPROVE
from handlers.attendance import REPORT_ATTENDANCE, ROLL_CALL
from handlers.attendance_listed import SHOW_ATTENDANCE
from handlers.calendar import CANCEL_MEETING, MOVE_MEETING, PLAN_MEETING, RENAME_MEETING
from handlers.command import Command
from handlers.corrections import CORRECT
from handlers.decisions import DECIDE
from handlers.group_founding import FOUND_GROUP
from handlers.help import helping
from handlers.meeting import END, START
from handlers.meeting_afterwards import GO_ON, NEVER_OPENED, TELL_HOURS
from handlers.minutes import INCLUDE_PASSAGE, PUBLISH, RESTORE, SHOW_CAPTURED, SHOW_DRAFT
from handlers.my_groups import MY_GROUPS
from handlers.notes import NOTE
from handlers.off_record import OFF_RECORD
from handlers.offices import TAKE_OFFICE
from handlers.pasted import PASTE_NOTES
from handlers.permissions import ASK_LEADS
from handlers.proposed_decisions import PROPOSE_DECISION
from handlers.published_corrections import CORRECT_PUBLISHED
from handlers.question_answers import ANSWER_QUESTION
from handlers.questions import CLOSE_QUESTION, RAISE_QUESTION
from handlers.recusals import RECUSE
from handlers.rewriting import REWRITE
from handlers.roster import CHANGE_ROSTER, SHOW_ROSTER
from handlers.search import SEARCH
from handlers.settings import CHANGE_SETTINGS, SHOW_SETTINGS
from handlers.tabling import TABLE
from handlers.undo import STRIKE_NOTES, UNDO
from handlers.working_groups import NAME_MEMBERS

_WITHOUT_HELP: tuple[Command[Any], ...] = (
    REWRITE,
    CORRECT_PUBLISHED,
    UNDO,
    OFF_RECORD,
    NAME_MEMBERS,
    FOUND_GROUP,
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
