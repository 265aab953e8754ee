"""What is said in a channel the bot comes to: what is taken down, how to stay off it, and how to begin."""

from __future__ import annotations

from bot.slack.ui.panel import SETUP
from meetings.document import Button, Document, buttons
from meetings.language import Language, texts_for


def welcome(language: Language) -> Document:
    """Give the one message; its button opens the form for a group."""
    texts = texts_for(language)
    begin = Button(SETUP, texts.t("slack.ui.begin"), texts.t("slack.ui.say.help"))
    return Document.of(
        texts.paragraph("slack.channel.welcome"), texts.paragraph("slack.ui.welcome_next"), buttons(begin)
    )
