"""What is left of a ledger when a person is erased from it: her words go, the group's stand without her name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from meetings.people.forgetting import Forgetting

Payload = Mapping[str, Any]

_GONE: dict[str, Any] = {"role": None, "aliases": [], "account": None}


class Erasure:
    """Goes through facts as they are kept, each a payload and the words beside it; `person` is her id, if she has one.

    What she said herself (her notes, her reservations, what the bot offered her to answer) loses its words, and files
    that she shared are kept no longer. What is
    the group's (decisions, agreements, tasks, questions, items, others' notes) stands, with another name for hers.
    Who was there and who answers for what stands by her id.
    """

    def __init__(self, person: str | None, forgetting: Forgetting, kept: Iterable[tuple[Payload, Payload]]) -> None:
        """`kept` are all the group's facts."""
        self._person = person
        self._forgetting = forgetting
        self._notes = {payload["note"] for payload, words in kept if self._is_her_note(payload, words)}

    def payload(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Give a fact's payload without her."""
        if payload["kind"] == "person_registered" and payload["person"]["id"] == self._person:
            # By her id: somebody else may be called the same, and keeps her name.
            payload = {**payload, "person": {**payload["person"], **_GONE, "name": self._forgetting.called}}
        if payload["kind"] == "attachment_kept" and self._is_she(payload["said"].get("by")):
            # What she shared is in no draft as something kept any more.
            payload = {**payload, "sha256": "", "size": 0}
        convener = payload.get("settings", {}).get("convener", {})
        if convener.get("kind") == "person" and self._forgetting.names(convener.get("name") or ""):
            payload = {**payload, "settings": {**payload["settings"], "convener": {**convener, "contact": None}}}
        changed: dict[str, Any] = self._forgetting.value(payload)
        return changed

    def words(self, payload: Payload, words: dict[str, Any]) -> dict[str, Any]:
        """Give a fact's words without her; {} when they were her own."""
        if self.is_hers(payload):
            return {}
        changed: dict[str, Any] = self._forgetting.value(words)
        return changed

    def is_hers(self, payload: Payload) -> bool:
        """Tell whether a fact's words are what she said."""
        match payload["kind"]:
            case "noted":
                return payload["note"] in self._notes
            case "rewritten":
                return payload["target"] in self._notes
            case "reserved":
                return self._is_she(payload["person"])
            case "asked":
                return self._is_she(payload["to"])
        return False

    def _is_her_note(self, payload: Payload, words: Payload) -> bool:
        if payload["kind"] != "noted":
            return False
        if payload.get("by") or payload.get("organisation") or words.get("name"):
            return self._is_she(payload.get("by"))
        return self._is_she(payload["said"].get("by"))

    def _is_she(self, id: str | None) -> bool:
        return id is not None and id == self._person
