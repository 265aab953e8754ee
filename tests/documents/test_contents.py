"""What the minutes show, and how they say it."""

from datetime import UTC, date, datetime, time

import pytest

from documents.chat import minutes_document
from documents.text import to_text
from meetings.facts import Basis, BlockStyle, DueKind, OwnerKind
from meetings.group import Capacity
from meetings.language import texts_for
from meetings.minutes import (
    Action,
    Attachment,
    Attendee,
    Correction,
    Decision,
    Due,
    Item,
    MeetingChange,
    Minutes,
    Owner,
    Paragraph,
    WorkingGroup,
    WorkingMember,
)
from tests.documents.groups import NOTES, PROTOCOL


def shown(minutes: Minutes, **changes: object) -> str:
    changed = minutes.model_copy(update=changes)
    return to_text(minutes_document(changed, texts_for(changed.language)))


def section(text: str, heading: str) -> str:
    """Return the blocks under a heading, up to the next empty line."""
    return text.split(f"{heading}\n\n", 1)[1].split("\n\n", 1)[0]


def test_notes_open_with_title_date_time_and_place() -> None:
    assert shown(NOTES).startswith(
        "Minnesanteckningar Samverkan Ulvdalen\n\nVersion 1\n\n"
        "Datum: måndag 20 april 2026\nTid: 09.00–10.30\nPlats: Teams\n"
    )


def test_a_substitute_is_listed_with_the_one_replaced_and_her_own_role() -> None:
    assert "Ossian Lövkvist, ersätter Petronella Strid | Handläggare | Region Norrsken" in shown(NOTES)


def test_the_absent_keep_role_and_organisation() -> None:
    assert "Frånvarande | Roll | Organisation\nPetronella Strid | Vårdchef | Region Norrsken" in shown(NOTES)


def test_a_unit_without_a_name_is_listed_as_represented() -> None:
    assert "Representant för norra enheten" in shown(NOTES)


def test_late_and_early_are_told_with_the_clock() -> None:
    text = shown(NOTES)
    assert "Hjördis Ask, fr. 09.20" in text
    assert "Bror Sjölund, gäst, t.o.m. 10.10" in text


@pytest.mark.parametrize(
    ("place", "label"),
    [("Ulvdalen", "Närvarande i Ulvdalen"), ("Teams", "Närvarande på plats"), ("Kvarngatan 3", "Närvarande på plats")],
)
def test_a_hybrid_meeting_lists_those_on_site_and_online_apart(place: str, label: str) -> None:
    people = (
        Attendee(name="Tyra Malmgård", mode="onsite"),
        Attendee(name="Bror Sjölund", mode="digital"),
        Attendee(name="Hjördis Ask", status="absent"),
    )
    text = shown(NOTES, attendance=people, place=place)
    assert f"{label}: Tyra Malmgård\n\nNärvarande digitalt: Bror Sjölund\n\nFrånvarande: Hjördis Ask" in text


@pytest.mark.parametrize("minutes", [NOTES, PROTOCOL], ids=["notes", "protocol"])
def test_attendance_that_is_not_to_be_shown_leaves_no_heading(minutes: Minutes) -> None:
    text = shown(minutes, show_attendance=False)
    for word in ("Närvaro", "Deltagare", "Närvarande", "Frånvarande", "Beslutande", "Övriga deltagande"):
        assert word not in text


def test_attendance_that_is_only_inferred_is_marked_in_the_draft_alone() -> None:
    people = (Attendee(name="Hjördis Ask", status="absent", basis=Basis.INFERRED),)
    assert "Hjördis Ask, inte bekräftat" in shown(NOTES, attendance=people, status="draft")
    assert "inte bekräftat" not in shown(NOTES, attendance=people)


def test_a_doubtful_passage_is_marked_in_the_draft_alone() -> None:
    items = (Item(number="1", title="Lokaler", paragraphs=(Paragraph(text="Hyran höjs", uncertain=True),)),)
    assert "- Hyran höjs (osäkert)" in shown(NOTES, items=items, status="draft")
    assert "- Hyran höjs\n" in shown(NOTES, items=items)


@pytest.mark.parametrize(("status", "word"), [("draft", "UTKAST"), ("review", "UTKAST"), ("approved", "godkänd")])
def test_the_status_stands_under_the_title(status: str, word: str) -> None:
    assert word in shown(NOTES, status=status).split("\n")[2]


def test_a_published_document_never_says_draft() -> None:
    assert "UTKAST" not in shown(NOTES)


def test_an_item_without_notes_keeps_its_number_and_heading() -> None:
    assert "\n\n1. Välkommen\n\n2. Dagordning\n\n- Godkänns\n\n" in shown(NOTES)


def test_bullets_sub_bullets_numbers_and_prose_keep_their_form() -> None:
    assert (
        "- Tyra Malmgård: Flytten sker i juni – ca 30-40 arbetsplatser, hyra 12 000 kr\n"
        "  - källaren är fuktig\n  - vinden är torr\n- Arbetscentrum önskar ett eget rum\n\n"
        "1. måla\n2. flytta\n\nHjördis berättar att hissen är trasig.\n"
    ) in shown(NOTES)


@pytest.mark.parametrize(
    ("text", "by", "written"),
    [
        ("Vi flyttar.", "Hjördis Ask", "Hjördis Ask: Vi flyttar."),
        ("Hjördis lyfter hissen.", "Hjördis Ask", "Hjördis lyfter hissen."),
        ("Arbetscentrums hiss", "Arbetscentrum", "Arbetscentrum: Arbetscentrums hiss"),
        ("Arbetscentrum: hissen", "Arbetscentrum", "Arbetscentrum: hissen"),
    ],
)
def test_words_are_attributed_once(text: str, by: str, written: str) -> None:
    items = (Item(number="1", title="Hiss", paragraphs=(Paragraph(text=text, by=by, style=BlockStyle.PROSE),)),)
    assert f"1. Hiss\n\n{written}\n\n" in shown(NOTES, items=items)


def test_an_item_that_was_not_raised_says_so_and_where_to_read() -> None:
    assert "4. Rapport\n\nPunkten togs inte upp. Hänvisning: protokollet på webbplatsen" in shown(NOTES)


def test_a_protocol_decides_in_clauses_under_its_lead() -> None:
    assert "Förbundet beslutar\n\n- att ställa in 29 oktober\n- att mötas 26 november" in shown(PROTOCOL)


def test_a_blank_decision_is_shown_as_missing() -> None:
    items = (Item(number="§ 1", title="Val", decisions=(Decision(lead="Förbundet beslutar"),)),)
    assert "- (uppgift saknas)" in shown(PROTOCOL, items=items)


def test_a_protocol_gives_place_time_sections_and_adjuster_first() -> None:
    assert (
        "Plats och tid: Kvarngatan 3, torsdag 10 september 2026 kl. 09.00–13.30\n"
        "Paragrafer: 626–628\nUtsedda att justera: Folke Ståhl"
    ) in shown(PROTOCOL)


def test_a_substitute_serves_only_in_an_empty_seat() -> None:
    assert "Beslutande | Roll | Organisation\nSixten Bark | ordförande | \nFolke Ståhl, fr. 11.30" in shown(PROTOCOL)
    seated = tuple(one for one in PROTOCOL.attendance if one.status == "present")
    assert "Övriga deltagande | Roll | Organisation\nFolke Ståhl" in shown(PROTOCOL, attendance=seated)


def test_members_decide_in_a_group_that_names_no_deciding_members() -> None:
    people = (Attendee(name="Tyra Malmgård"), Attendee(name="Bror Sjölund", capacity=Capacity.GUEST))
    text = shown(PROTOCOL, attendance=people)
    assert "Beslutande: Tyra Malmgård\n\nÖvriga deltagande: Bror Sjölund, gäst" in text


def test_actions_are_gathered_with_owner_day_state_and_item() -> None:
    assert section(shown(NOTES), "Uppgifter") == (
        "Uppgift | Ansvarig | När | Läge | Punkt\n"
        "Ta fram en flyttplan | Hjördis Ask | fre 15 maj | öppen | 3\n"
        "Läsa ritningen | alla | nästa möte, mån 18 januari 2027 | klar | 3\n"
        "Beställa skylt | ingen utsedd | inget datum | öppen | –"
    )


@pytest.mark.parametrize(
    ("due", "written"),
    [
        (Due(kind=DueKind.MONTH, text="i maj", date=date(2026, 5, 31)), "i maj"),
        (Due(kind=DueKind.MONTH, date=date(2026, 5, 31)), "maj 2026"),
        (Due(kind=DueKind.PERIOD, text="under hösten"), "under hösten"),
        (Due(kind=DueKind.EVENT, text="före konferensen", date=date(2026, 5, 26)), "före konferensen, tis 26 maj"),
        (Due(kind=DueKind.MEETING, date=date(2026, 5, 26)), "tis 26 maj"),
    ],
    ids=["month in words", "month", "period", "event", "meeting without words"],
)
def test_a_due_date_is_told_as_it_was_said_with_the_day_it_comes_to(due: Due, written: str) -> None:
    action = Action(id="a", text="Ringa", owner=Owner(kind=OwnerKind.FUNCTION, name="chefen"), due=due)
    assert f"Ringa | chefen | {written} | öppen" in shown(NOTES, actions=(action,))


def test_an_action_already_told_in_the_item_is_not_told_there_again() -> None:
    action = Action(id="a", text="beställa skylt", item="1")
    told = Item(number="1", title="Skylt", paragraphs=(Paragraph(text="Tyra ska beställa skylt"),), actions=("a",))
    silent = Item(number="1", title="Skylt", actions=("a",))
    assert "Uppgift: beställa skylt (ingen utsedd)" not in shown(NOTES, items=(told,), actions=(action,))
    assert "Uppgift: beställa skylt (ingen utsedd)" in shown(NOTES, items=(silent,), actions=(action,))


def test_an_open_question_stands_once() -> None:
    text = shown(NOTES)
    assert text.count("Vem har nyckeln?") == 1
    assert section(text, "Kvarstående frågor") == "- Får hunden följa med? (punkt 5)"


def test_coming_meetings_are_told_with_weekday_and_what_has_changed() -> None:
    assert section(shown(NOTES), "Kommande möten").split("\n") == [
        "- måndag 8 juni 2026 kl. 09.00–10.30, Teams",
        "- Inställt: måndag 11 maj 2026",
        "- Flyttat från måndag 7 september 2026, ny tid: måndag 14 september 2026",
        "- Nytt namn: Avstämning, måndag 24 augusti 2026",
    ]


def test_a_meeting_without_a_day_says_so() -> None:
    coming = (MeetingChange(change="alternative", kind="extra"),)
    assert "- Alternativ, inte bestämt: extra möte, datum inte bestämt" in shown(NOTES, meetings=coming)


def test_a_working_group_names_members_alternatives_interested_and_empty_seats() -> None:
    group = WorkingGroup(members=(WorkingMember(name="Tyra Malmgård", degree="interested"),))
    assert "- Flytten: Tyra Malmgård; Ossian Lövkvist eller Bror Sjölund; återstår att utse: Region Norrsken" in shown(
        NOTES
    )
    assert "- Arbetsgrupp: intresserade: Tyra Malmgård" in shown(NOTES, working_groups=(group,))
    assert "- Arbetsgrupp: inga namn ännu" in shown(NOTES, working_groups=(WorkingGroup(),))


def test_attachments_stand_at_their_item_and_in_a_list() -> None:
    text = shown(NOTES)
    assert "Bilaga: Ritning (https://ulvdalen.example/ritning_plan_2.pdf)\n\nBilaga följer: Budget" in text
    assert section(text, "Bilagor").endswith("- Budget (följer, punkt 3)")


def test_an_attachment_announced_without_a_name_is_told() -> None:
    items = (Item(number="1", title="Statistik", attachments=(Attachment(announced=True),)),)
    assert "1. Statistik\n\nBilaga följer.\n\n" in shown(NOTES, items=items)


def test_notes_end_with_the_one_who_wrote_them() -> None:
    assert shown(NOTES).endswith("\n\nVega Tornberg\nSamordnare")


def test_a_protocol_has_signatures_and_a_proof_of_notice_with_its_gaps_shown() -> None:
    text = shown(PROTOCOL)
    assert "Underskrifter\n\n- Ordförande: Sixten Bark\n- Sekreterare: Vega Tornberg\n- Justerare: Folke Ståhl" in text
    assert "Anslaget sätts upp: lördag 19 september 2026\nAnslaget tas ner: (uppgift saknas)\n" in text
    assert "Förvaringsplats för protokollet: Kansliet" in text


def test_a_correction_leaves_a_trail_with_the_local_day() -> None:
    late = (Correction(revision=2, at=datetime(2026, 4, 21, 22, 30, tzinfo=UTC), by="Vega Tornberg", text="Beloppet."),)
    assert shown(NOTES, history=late).endswith(
        "Rättelser\n\n- Version 2, onsdag 22 april 2026, Vega Tornberg: Beloppet."
    )


def test_what_is_not_known_in_the_header_is_not_invented() -> None:
    text = shown(NOTES, start=None, end=None, place=None, meeting_kind="extra")
    assert "Tid: (uppgift saknas)\nPlats: (uppgift saknas)\nMötesform: extra möte" in text


def test_an_english_group_gets_english_words() -> None:
    text = shown(NOTES, language="en")
    for words in ("Date: Monday, 20 April 2026", "Participants | Role", "substitute for Petronella", "Open questions"):
        assert words in text
    for word in ("Deltagare", "Frånvarande", "Uppgift", "Kommande", "Bilaga", "punkt "):
        assert word not in text


def test_a_meeting_past_midnight_keeps_both_clocks() -> None:
    assert "Tid: 22.00–00.30" in shown(NOTES, start=time(22), end=time(0, 30))


def test_who_said_several_things_in_a_row_is_named_once_above_them() -> None:
    said = (
        Paragraph(text="kurator söks", by="Hjördis Ask"),
        Paragraph(text="annonsen är ute", by="Hjördis Ask", level=1),
        Paragraph(text="öppet på torsdagar", by="Hjördis Ask"),
        Paragraph(text="hyran höjs", by="Tyra Malmgård"),
    )
    shown_item = shown(NOTES.model_copy(update={"items": (Item(number="1", title="Hiss", paragraphs=said),)}))
    assert (
        "- Hjördis Ask:\n  - kurator söks\n    - annonsen är ute\n  - öppet på torsdagar\n- Tyra Malmgård: hyran höjs"
    ) in shown_item


def test_a_list_that_ones_own_words_lead_to_needs_no_name() -> None:
    said = (
        Paragraph(text="Vi gör tre saker:", by="Hjördis Ask", style=BlockStyle.PROSE),
        Paragraph(text="målar", by="Hjördis Ask"),
        Paragraph(text="flyttar", by="Hjördis Ask"),
    )
    shown_item = shown(NOTES.model_copy(update={"items": (Item(number="1", title="Hiss", paragraphs=said),)}))
    assert "Hjördis Ask: Vi gör tre saker:\n\n- målar\n- flyttar" in shown_item
