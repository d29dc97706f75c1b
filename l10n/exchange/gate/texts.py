"""Texts from outside -> an entry that can have them, or why it cannot."""

from __future__ import annotations

import re
import unicodedata

from l10n.catalogue.review import Refusal
from l10n.model import Entry

_CONTROLS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls but tab and the two of line breaks, halves of characters, and what XML cannot hold."""


def fitting(entry: Entry, texts: tuple[str, ...]) -> Entry | Refusal:
    """The entry with these texts, line breaks as it had them; itself if it has no others."""
    if not any(texts) and not entry.translated:
        return entry  # however many forms some program has made of none
    forms = len(entry.msgstr_plural) or len(texts) if entry.plural else 1
    if len(texts) != forms:
        return Refusal(f"the entry has {forms} texts, what came back {len(texts)}")
    old = entry.texts if len(entry.texts) == forms else ("",) * forms
    new = tuple(_as_before(text, before) for text, before in zip(texts, old, strict=True))
    return entry if new == entry.texts else entry.with_texts(new)


def unfit(entry: Entry, texts: tuple[str, ...]) -> Refusal | None:
    """Why nobody can want these texts for the entry; None if somebody can."""
    if not any(map(str.strip, texts)):
        return Refusal("the translation is empty, which a PO file cannot say", "to have it empty, empty the msgstr")
    if control := _control(entry, texts):
        return Refusal(f"has a control character, U+{ord(control):04X}", "take it out, or type the text anew")
    return None


def plain(text: str) -> str:
    """The form in which sources are compared: programs change line breaks, and how letters are composed."""
    return unicodedata.normalize("NFC", lines(text))


def lines(text: str) -> str:
    """The text with line feeds for line breaks."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_before(text: str, before: str) -> str:
    return before if lines(text) == lines(before) else lines(text)


def _control(entry: Entry, texts: tuple[str, ...]) -> str:
    """The first one that neither source nor text had before."""
    known = set("".join((entry.msgid, entry.msgid_plural or "", *entry.texts)))
    return next((match[0] for text in texts for match in _CONTROLS.finditer(text) if match[0] not in known), "")
