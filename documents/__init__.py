"""What a group gets on paper: one renderer for every format."""

from collections.abc import Callable, Mapping

from documents import json, markdown
from meetings.language import Texts
from meetings.minutes import Minutes

Renderer = Callable[[Minutes, Texts], bytes]

RENDERERS: Mapping[str, Renderer] = {
    "json": lambda minutes, texts: json.render(minutes),
    "md": markdown.render,
}
