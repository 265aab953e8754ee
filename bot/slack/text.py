"""Slack's text as people meant it: names for ids, characters for entities, no marks for bold."""

from __future__ import annotations

import re
from collections.abc import Callable

Names = Callable[[str], str | None]
"""Gives the name that an account shows, None when nobody knows it."""

ADDRESS = "@mötesbot"
"""What a mention of the bot becomes, whatever it is called in Slack."""

EMOJI = {
    "+1": "👍",
    "thumbsup": "👍",
    "-1": "👎",
    "thumbsdown": "👎",
    "white_check_mark": "✅",
    "ballot_box_with_check": "☑️",
    "heavy_check_mark": "✔️",
    "ok_hand": "👌",
    "100": "💯",
    "heavy_plus_sign": "➕",
    "raised_hands": "🙌",
    "heart": "❤️",
    "clap": "👏",
    "x": "❌",
    "tada": "🎉",
    "pray": "🙏",
    "raised_hand": "✋",
    "wave": "👋",
    "smile": "😄",
    "slightly_smiling_face": "🙂",
    "grin": "😁",
    "joy": "😂",
    "eyes": "👀",
    "pushpin": "📌",
    "memo": "📝",
    "question": "❓",
    "warning": "⚠️",
}
"""The signs that mean something to the bot, and those that many write; any other keeps its name."""

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_MARKUP = re.compile(r"<(?P<inner>[^<>\n]{1,4000})>|&(?P<entity>amp|lt|gt);")
_EMPHASES = (
    re.compile(r"(?<![\w*])\*(?=\S)(?P<inner>[^*\n]*?\S)\*(?![\w*])"),
    re.compile(r"(?<!\w)_(?=\S)(?P<inner>[^_\n]*?[^\s_])_(?!\w)"),
)
_EMOJI = re.compile(r"(?<![\w:]):(?P<name>[a-z0-9_+-]{1,40}):(?::skin-tone-[2-6]:)?(?![\w:])")
_MENTIONED = re.compile(r"<@(?P<account>[UW][A-Z0-9]{1,30})(?:\|[^<>\n]*)?>")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}


def mentioned(text: str) -> tuple[str, ...]:
    """Give the accounts that a text mentions, each once."""
    return tuple(dict.fromkeys(match["account"] for match in _MENTIONED.finditer(text)))


def plain(text: str, names: Names, bot: str | None = None) -> str:
    """Give a message's text as it is read: `bot` is the bot's own account, whose mention is its address."""
    pieces: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        pieces += [_unmarked(_words(text[end : code.start()], names, bot)), _words(code[0], names, bot)]
        end = code.end()
    pieces.append(_unmarked(_words(text[end:], names, bot)))
    return "".join(pieces).replace("\r\n", "\n").replace("\xa0", " ")


def sign(name: str) -> str:
    """Give the sign of a reaction, of any colour of skin; its name where it is none of `EMOJI`."""
    bare = name.split("::", 1)[0].strip(":")
    return EMOJI.get(bare, bare)


def _words(text: str, names: Names, bot: str | None) -> str:
    def said(match: re.Match[str]) -> str:
        entity = match["entity"]
        return _ENTITIES[entity] if entity else _pointed_at(match["inner"], names, bot)

    return _MARKUP.sub(said, text)


def _pointed_at(inner: str, names: Names, bot: str | None) -> str:
    """Give what stands between < and >: somebody, a channel, all who are here, or a link."""
    target, _, label = inner.partition("|")
    label = _entities(label).strip()
    match target[:1]:
        case "@":
            account = target[1:]
            if bot is not None and account == bot:
                return ADDRESS
            return f"@{names(account) or label.removeprefix('@') or account}"
        case "#":
            return f"#{label or target[1:]}"
        case "!":
            name = target[1:].partition("^")[0]
            # A user group or a date without a label has only its id to be called by.
            return label or (f"@{name}" if name else "")
    address = _entities(target)
    if not label or label == address:
        return address.removeprefix("mailto:").removeprefix("tel:")
    # What Slack made a link of by itself was written as its label.
    if address.partition(":")[2].lstrip("/").rstrip("/") == label.rstrip("/"):
        return label
    return f"{label} ({address})"


def _entities(text: str) -> str:
    return _MARKUP.sub(lambda match: _ENTITIES[match["entity"]] if match["entity"] else match[0], text)


def _unmarked(text: str) -> str:
    """Take the marks of bold and italic away, and put signs for the names of emoji."""
    for emphasis in _EMPHASES:
        text = emphasis.sub(lambda match: match["inner"], text)
    return _EMOJI.sub(lambda match: EMOJI.get(match["name"], match[0]), text)
