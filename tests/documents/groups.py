"""Invented groups and their minutes, for the tests of documents."""

from datetime import date, datetime, time

from meetings.facts import BlockStyle, DueKind, Outcome, OwnerKind
from meetings.group import Capacity, Document
from meetings.minutes import (
    Action,
    Agreement,
    Attachment,
    Attendee,
    Correction,
    Decision,
    Due,
    Event,
    Item,
    MeetingChange,
    Minutes,
    Notice,
    Owner,
    Paragraph,
    Question,
    Signature,
    Subitem,
    WorkingGroup,
    WorkingMember,
)

NOTES = Minutes(
    group="Samverkan Ulvdalen",
    title="Minnesanteckningar Samverkan Ulvdalen",
    status="published",
    revision=1,
    date=date(2026, 4, 20),
    start=time(9),
    end=time(10, 30),
    place="Teams",
    attendance=(
        Attendee(name="Tyra Malmgård", role="Enhetschef", organisation="Ulvdalens kommun"),
        Attendee(
            name="Ossian Lövkvist",
            role="Handläggare",
            organisation="Region Norrsken",
            capacity=Capacity.SUBSTITUTE,
            substitutes_for="Petronella Strid",
        ),
        Attendee(name="Hjördis Ask", role="Projektledare", organisation="Arbetscentrum", from_=time(9, 20)),
        Attendee(
            name="Bror Sjölund", role="Chef", organisation="Förbundet", capacity=Capacity.GUEST, until=time(10, 10)
        ),
        Attendee(name="Petronella Strid", role="Vårdchef", organisation="Region Norrsken", status="absent"),
        Attendee(unit="norra enheten", status="absent"),
    ),
    items=(
        Item(number="1", title="Välkommen", state="empty"),
        Item(number="2", title="Dagordning", paragraphs=(Paragraph(text="Godkänns"),)),
        Item(
            number="3",
            title="Nya lokaler",
            owner="Tyra Malmgård",
            paragraphs=(
                Paragraph(text="Flytten sker i juni – ca 30-40 arbetsplatser, hyra 12 000 kr", by="Tyra Malmgård"),
                Paragraph(text="källaren är fuktig", level=1),
                Paragraph(text="vinden är torr", level=1),
                Paragraph(text="Arbetscentrum önskar ett eget rum", by="Arbetscentrum"),
                Paragraph(text="måla", style=BlockStyle.NUMBERED),
                Paragraph(text="flytta", style=BlockStyle.NUMBERED),
                Paragraph(text="Hjördis berättar att hissen är trasig.", by="Hjördis Ask", style=BlockStyle.PROSE),
            ),
            agreements=(Agreement(text="Vi delar på kaffemaskinen."),),
            actions=("a1", "a2"),
            questions=(Question(text="Vem har nyckeln?"),),
            attachments=(
                Attachment(name="Ritning", url="https://ulvdalen.example/ritning_plan_2.pdf"),
                Attachment(name="Budget", announced=True),
            ),
        ),
        Item(number="4", title="Rapport", state="not_raised", reference="protokollet på webbplatsen"),
        Item(number="5", title="Övrigt", decisions=(Decision(clauses=("mötet i maj ställs in",)),)),
    ),
    actions=(
        Action(
            id="a1",
            text="Ta fram en flyttplan",
            owner=Owner(kind=OwnerKind.PERSON, name="Hjördis Ask"),
            due=Due(kind=DueKind.DAY, text="15 maj", date=date(2026, 5, 15)),
            item="3",
        ),
        Action(
            id="a2",
            text="Läsa ritningen",
            owner=Owner(kind=OwnerKind.ALL),
            due=Due(kind=DueKind.MEETING, text="nästa möte", date=date(2027, 1, 18)),
            item="3",
            status="done",
        ),
        Action(id="a3", text="Beställa skylt"),
    ),
    questions=(Question(text="Vem har nyckeln?", item="3"), Question(text="Får hunden följa med?", item="5")),
    meetings=(
        MeetingChange(date=date(2026, 6, 8), start=time(9), end=time(10, 30), place="Teams"),
        MeetingChange(change="cancelled", date=date(2026, 5, 11)),
        MeetingChange(change="moved", date=date(2026, 9, 14), moved_from=date(2026, 9, 7)),
        MeetingChange(change="renamed", date=date(2026, 8, 24), title="Avstämning"),
    ),
    events=(
        Event(title="Vårkonferens", date=date(2026, 5, 26), start=time(13), end=time(16, 30), place="Folkets hus"),
    ),
    working_groups=(
        WorkingGroup(
            purpose="Flytten",
            members=(
                WorkingMember(name="Tyra Malmgård"),
                WorkingMember(name="Ossian Lövkvist", degree="either_or"),
                WorkingMember(name="Bror Sjölund", degree="either_or"),
            ),
            vacant=("Region Norrsken",),
        ),
    ),
    signatures=(Signature(name="Vega Tornberg", title="Samordnare"),),
)

PROTOCOL = Minutes(
    group="Förbundet Ulvdalen",
    kind=Document.PROTOKOLL,
    title="Protokoll Förbundet Ulvdalen",
    status="corrected",
    revision=2,
    date=date(2026, 9, 10),
    start=time(9),
    end=time(13, 30),
    place="Kvarngatan 3",
    attendance=(
        Attendee(name="Sixten Bark", role="ordförande", capacity=Capacity.DECIDING),
        Attendee(name="Alma Rydh", role="ledamot", capacity=Capacity.DECIDING, status="absent"),
        Attendee(name="Folke Ståhl", role="ersättare", capacity=Capacity.SUBSTITUTE, from_=time(11, 30)),
        Attendee(name="Vega Tornberg", role="sekreterare", organisation="Förbundet", capacity=Capacity.OTHER),
    ),
    items=(
        Item(
            number="§ 626",
            title="Dagordning",
            decisions=(
                Decision(lead="Förbundet beslutar", clauses=("att godkänna dagordningen.",), outcome=Outcome.APPROVE),
            ),
        ),
        Item(
            number="§ 627",
            title="Övriga frågor",
            subitems=(
                Subitem(
                    title="Flyttat sammanträde",
                    paragraphs=(Paragraph(text="Två dagar krockar.", style=BlockStyle.PROSE),),
                    decisions=(
                        Decision(
                            lead="Förbundet beslutar:", clauses=("att ställa in 29 oktober", "att mötas 26 november")
                        ),
                    ),
                ),
            ),
        ),
        Item(number="§ 628", title="Lokal", state="postponed"),
    ),
    signatures=(
        Signature(name="Sixten Bark", title="ordförande", purpose="chair"),
        Signature(name="Vega Tornberg", purpose="secretary"),
        Signature(name="Folke Ståhl", purpose="adjuster"),
    ),
    notice=Notice(adjusted=date(2026, 9, 17), posted=date(2026, 9, 19), stored_at="Kansliet"),
    history=(
        Correction(revision=2, at=datetime(2026, 9, 21, 8, 15), by="Vega Tornberg", text="Beloppet i § 627 rättat."),
    ),
)
