"""Which entries of a software catalogue want a draft, and of which texts."""

from __future__ import annotations

from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.catalogue.plural import PluralForms
from l10n.catalogue.source_texts import SourceTexts
from l10n.catalogue.states import state
from l10n.model import Entry, State
from l10n.text import placeholders


def wants_draft(entry: Entry, redraft: bool, sources: SourceTexts) -> bool:
    """It has no text, or a draft that is to be renewed; a plural entry with some forms filled is somebody's work."""
    if entry.obsolete or not entry.msgid or sources.of(entry) is None:
        return False
    return not entry.translated or (is_draft(entry) and (redraft or state(entry) is State.OUTDATED))


def sources_of(wanted: Entry, forms: PluralForms, sources: SourceTexts) -> tuple[str, ...]:
    """What each msgstr is a translation of.

    A singular without the number ("One file") serves only a form that no other number takes: a Russian 21 is not one.
    """
    entry = sources.of(wanted) or wanted
    if entry.msgid_plural is None:
        return (entry.msgid,)
    counts = forms.exact or placeholders.survive(entry.msgid_plural, entry.msgid, entry.flags)
    singular = forms.singular if counts else None
    return tuple(entry.msgid if form == singular else entry.msgid_plural for form in range(forms.count))
