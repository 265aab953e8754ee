"""An item of the agenda as blocks: what was said, decided, agreed, given to somebody and left open."""

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile
from operator import itemgetter

from meetings.document import Block, Entry, Heading, ListBlock, Paragraph, Run, bold, bullets, entry, linked, runs
from meetings.facts import BlockStyle, DueKind, Outcome, OwnerKind
from meetings.group import Document
from meetings.language import Texts
from meetings.minutes import Action, Attachment, Decision, Item, Minutes, Question, Reservation
from meetings.minutes import Paragraph as Passage

_SHORT = 12


def item_blocks(item: Item, minutes: Minutes, texts: Texts) -> list[Block]:
    """Return the item's heading and all that stands under it; an item nothing was said under keeps its heading."""
    blocks: list[Block] = [Heading(numbered_title(item))]
    if item.owner:
        blocks.append(texts.paragraph("minutes.item.owner", name=item.owner))
    blocks += [texts.paragraph("minutes.item.recused", name=name) for name in item.recused]
    blocks += _state(item, minutes, texts)
    blocks += _passages(item.paragraphs, minutes, texts)
    blocks += _proposal(item, texts)
    blocks += _decisions(item.decisions, texts)
    blocks += [_reservation(one, texts) for one in item.reservations]
    for agreement in item.agreements:
        blocks.append(texts.paragraph("minutes.item.agreement", text=agreement.text))
    for subitem in item.subitems:
        blocks.append(Heading(subitem.title, 3))
        blocks += _passages(subitem.paragraphs, minutes, texts)
        blocks += _decisions(subitem.decisions, texts)
    blocks += _actions(item, minutes, texts)
    blocks += [_question(question, texts) for question in item.questions]
    blocks += [_attachment(attachment, texts) for attachment in item.attachments]
    return blocks


def numbered_title(item: Item) -> str:
    """Return the item's title with its number: "4. Lokaler", "§ 629 Lokaler"."""
    return f"{item.number} {item.title}" if item.number.startswith("§") else f"{item.number}. {item.title}"


def who(action: Action, texts: Texts) -> str:
    """Return who is to do it, in words."""
    if action.owner.kind == OwnerKind.ALL:
        return action.owner.name or texts.t("minutes.actions.all")
    return action.owner.name or texts.t("minutes.actions.nobody")


def when(action: Action, minutes: Minutes, texts: Texts) -> str | None:
    """Return when it is to be done, in words with the day they come to; None when nothing was said."""
    due = action.due
    if due.date is None:
        return due.text
    if due.kind == DueKind.DAY or (due.text is None and due.kind != DueKind.MONTH):
        return texts.short_date(due.date, minutes.date)
    if due.kind == DueKind.MONTH:
        return due.text or texts.month(due.date)
    return texts.t("minutes.actions.dated", text=due.text, date=texts.short_date(due.date, minutes.date))


def attachment_runs(attachment: Attachment, texts: Texts) -> tuple[Run, ...]:
    """Return the attachment's name, as a link when it has an address; of one that is kept the checksum's beginning."""
    name = attachment.name or attachment.url or texts.t("minutes.item.attachment_unnamed")
    kept = f" (SHA-256 {attachment.sha256[:_SHORT]})" if attachment.sha256 else ""
    return runs(linked(name, attachment.url) if attachment.url else name, kept)


def _state(item: Item, minutes: Minutes, texts: Texts) -> list[Block]:
    said: list[str] = []
    if item.state == "postponed" and minutes.kind == Document.PROTOKOLL:
        # The decision that tables it says so itself.
        if not any(decision.outcome is Outcome.POSTPONE for decision in item.decisions):
            said.append(texts.t("minutes.item.postponed_matter"))
    elif item.state not in ("taken", "empty"):
        said.append(texts.t(f"minutes.item.{item.state}"))
    if item.reference:
        said.append(texts.t("minutes.item.reference", reference=item.reference))
    return [Paragraph(runs(" ".join(said)))] if said else []


def _passages(passages: Sequence[Passage], minutes: Minutes, texts: Texts) -> list[Block]:
    blocks: list[Block] = []
    written = [passage for passage in passages if passage.text]
    introduced: str | None = None
    for prose, group in groupby(written, key=lambda passage: passage.style == BlockStyle.PROSE):
        said = list(group)
        if prose:
            blocks += [Paragraph(_said(passage, minutes, texts)) for passage in said]
            introduced = said[-1].by if said[-1].text.endswith(":") else None
        else:
            # The list that somebody's "We have three:" leads to is hers.
            blocks += _lists(_without(introduced, said), minutes, texts)
            introduced = None
    return blocks


def _lists(passages: Sequence[Passage], minutes: Minutes, texts: Texts) -> Iterable[ListBlock]:
    """Yield the lists of what was said; who said several things in a row is named once, above them."""
    # The first entry has nothing to stand under, whatever its level.
    tops: list[tuple[Passage, list[Passage]]] = []
    for passage in passages:
        if passage.level and tops:
            tops[-1][1].append(passage)
        else:
            tops.append((passage, []))
    made: list[tuple[bool, Entry]] = []
    for by, group in groupby(tops, key=lambda top: top[0].by):
        said = list(group)
        entries = [
            (
                top.style == BlockStyle.NUMBERED,
                Entry(
                    _said(_unsigned(top) if by and len(said) > 1 else top, minutes, texts),
                    _sublist(_without(by, under), minutes, texts),
                ),
            )
            for top, under in said
        ]
        if by and len(said) > 1:
            list_of_hers = ListBlock(tuple(one for _, one in entries), ordered=entries[0][0])
            made.append((False, Entry((Run(f"{by.rstrip(':')}:"),), list_of_hers)))
        else:
            made += entries
    for ordered, entries_so in groupby(made, key=itemgetter(0)):
        yield ListBlock(tuple(one for _, one in entries_so), ordered=ordered)


def _sublist(passages: Sequence[Passage], minutes: Minutes, texts: Texts) -> ListBlock | None:
    if not passages:
        return None
    entries = tuple(Entry(_said(passage, minutes, texts)) for passage in passages)
    return ListBlock(entries, ordered=passages[0].style == BlockStyle.NUMBERED)


def _without(by: str | None, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages with the first of them unsigned, as far as they are by one who is named already."""
    hers = len(list(takewhile(lambda passage: passage.by == by, passages))) if by else 0
    return [*(_unsigned(passage) for passage in passages[:hers]), *passages[hers:]]


def _unsigned(passage: Passage) -> Passage:
    return passage.model_copy(update={"by": None})


def _said(passage: Passage, minutes: Minutes, texts: Texts) -> tuple[Run, ...]:
    doubt = passage.uncertain and minutes.status in ("draft", "review")
    mark = (Run(" "), Run(texts.t("minutes.uncertain"), italic=True)) if doubt else ()
    by = f"{passage.by}: " if passage.by and not _names(passage.text, passage.by) else ""
    return (Run(by + passage.text), *mark)


def _names(text: str, by: str) -> bool:
    """Tell whether the text already begins with the one it is attributed to, by whole or first name."""
    for name in (by, by.split(maxsplit=1)[0]):
        if text.casefold().startswith(name.casefold()) and not text[len(name) : len(name) + 1].isalnum():
            return True
    return False


def _decisions(decisions: Sequence[Decision], texts: Texts) -> list[Block]:
    blocks: list[Block] = []
    for decision in decisions:
        clauses = [clause for clause in decision.clauses if clause] or [texts.t("minutes.missing")]
        if decision.lead:
            blocks += [Paragraph(runs(bold(decision.lead.rstrip(": ")))), bullets(*map(entry, clauses))]
        elif len(clauses) == 1:
            blocks.append(texts.paragraph("minutes.item.decision", clause=clauses[0]))
        else:
            blocks += [texts.paragraph("minutes.item.decisions"), bullets(*map(entry, clauses))]
    return blocks


def _proposal(item: Item, texts: Texts) -> list[Block]:
    """Return what the decision was proposed to be, unless that is what was decided."""
    decided = {clause.casefold() for decision in item.decisions for clause in decision.clauses}
    clauses = [clause for clause in item.proposal if clause]
    if not clauses or all(clause.casefold() in decided for clause in clauses):
        return []
    return [texts.paragraph("minutes.item.proposal"), bullets(*map(entry, clauses))]


def _reservation(one: Reservation, texts: Texts) -> Paragraph:
    if one.text:
        goes_on = one.text.casefold().startswith(("till ", "med ", "då ", "eftersom ", "in favour ", "because "))
        why = f" {one.text}" if goes_on else f": {one.text}"
        return texts.paragraph("minutes.item.reservation_text", name=one.name, text=why)
    return texts.paragraph("minutes.item.reservation", name=one.name)


def _actions(item: Item, minutes: Minutes, texts: Texts) -> Iterable[Block]:
    """Yield the item's actions, but for those whose words already stand in the item."""
    words = [passage.text for passage in item.paragraphs]
    words += [clause for decision in item.decisions for clause in decision.clauses]
    written = "\n".join(words).casefold()
    for action in minutes.actions:
        if action.id in item.actions and action.text.casefold() not in written:
            day = when(action, minutes, texts)
            name = who(action, texts)
            if action.status != "open":
                name = f"{name}, {texts.t(f'minutes.actions.{action.status}')}"
            if day:
                yield texts.paragraph("minutes.item.action_due", text=action.text, who=name, when=day)
            else:
                yield texts.paragraph("minutes.item.action", text=action.text, who=name)


def _question(question: Question, texts: Texts) -> Paragraph:
    if question.owner:
        return texts.paragraph("minutes.item.question_owner", text=question.text, who=question.owner)
    return texts.paragraph("minutes.item.question", text=question.text)


def _attachment(attachment: Attachment, texts: Texts) -> Paragraph:
    if attachment.announced and not attachment.name and not attachment.url:
        return texts.paragraph("minutes.item.attachment_announced_unnamed")
    key = "minutes.item.attachment_announced" if attachment.announced else "minutes.item.attachment"
    label = texts.runs(key, name="")
    return Paragraph((*label, *attachment_runs(attachment, texts)))
