"""The translator comments that say where a draft comes from, and whether anybody has touched it since.

    # l10n-mt: argos de-en-1.0+en-ru-1.9 score=-0.31 risk=0.42 repaired=end-mark h=ab12cd34
    # l10n-pivot: the English text the draft was made from
    # l10n-lost: what should have been copied and was not
    # l10n-tm: 92% reviewed risk=0.15 h=ab12cd34

`reviewed+en-ru-1.9` says that people have accepted the English.

They are translator comments because every PO tool keeps those; unknown flags and `#.` lines get lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.identity import digest
from l10n.model import Draft, Entry

BOOKKEEPING = re.compile(r"l10n-(?:mt|tm|pivot|lost|reviewed|changed|diff|was):")
"""Comments of ours that belong to the text beside them; `l10n-rejected:` and `l10n-ignore:` are people's."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")  # line breaks above all: a comment is one line
_MARK = re.compile(r"l10n-(?:mt|tm|pivot|lost):")
_PIVOT = "l10n-pivot: "
TERM = "glossary: "
"""How an extracted comment begins that names a term which the draft has not: `#. glossary: Kreml → Кремль`."""
_ORIGIN = re.compile(r"l10n-(?:mt: (\S+ \S+)|tm: (.+?))(?: (?:score|risk|repaired|h)=.*)?$")
_RISK = re.compile(r"l10n-(?:mt|tm):.* risk=([01]\.\d+)\b")
_HASH = re.compile(r"l10n-(?:mt|tm):.* h=([0-9a-f]{8})\b")


def drafted(entry: Entry, *drafts: Draft, terms: Iterable[str] = ()) -> Entry:
    """The entry with this draft in place of its text: fuzzy, marked, people's comments kept.

    A plural entry takes a draft for each of its forms. `terms`, as `Kreml → Кремль`, are those that it has not.
    """
    texts = tuple(draft.text for draft in drafts)
    plural = entry.msgid_plural is not None
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    kept = tuple(line for line in entry.comments if not _MARK.match(line))
    return Entry(
        msgid=entry.msgid,
        msgstr="" if plural else texts[0],
        msgctxt=entry.msgctxt,
        flags=flags,
        comments=kept + _comments(drafts),
        extracted=(*(line for line in entry.extracted if not _is_term(line)), *(TERM + one for one in terms)),
        references=entry.references,
        msgid_plural=entry.msgid_plural,
        msgstr_plural=texts if plural else (),
        line=entry.line,
    )


def without_marks(entry: Entry) -> Entry:
    """The entry as nobody's draft: its text belongs to people now."""
    return replace(entry, comments=tuple(line for line in entry.comments if not _MARK.match(line)))


def with_text(entry: Entry, *texts: str) -> Entry:
    """The entry with other texts that we made of its own, one a plural form: a machine's text stays a machine's."""
    plural = entry.msgid_plural is not None
    changed = replace(entry, msgstr="" if plural else texts[0], msgstr_plural=texts if plural else ())
    if not machine_made(entry):
        return without_marks(changed)
    old, new = f" h={digest(*entry.texts)}", f" h={digest(*texts)}"
    comments = (
        line.removesuffix(old) + new if _HASH.match(line) and line.endswith(old) else line for line in entry.comments
    )
    return replace(changed, comments=tuple(comments))


def machine_made(entry: Entry) -> bool:
    """The text is a machine's, letter by letter: nobody has edited it since it was drafted."""
    return any(digest(*entry.texts) == match[1] for match in map(_HASH.match, entry.comments) if match)


def is_draft(entry: Entry) -> bool:
    """Machine-made and still flagged: nobody has edited or accepted it."""
    return entry.fuzzy and machine_made(entry)


def _is_term(line: str) -> bool:
    """Ours, and no developer's note."""
    return line.startswith(TERM) and " → " in line


def trusted(entry: Entry, draft: Draft) -> Entry:
    """The entry translated with what people have reviewed elsewhere: the mark has no hash, the text is no machine's."""
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    comments = (*without_marks(entry).comments, f"l10n-tm: {draft.match}")
    return replace(entry, msgstr=draft.text, flags=flags, comments=comments, previous=())


def origin(entry: Entry) -> str:
    """Where the draft came from, whatever became of it: `argos de-en-1.0`, `memory 92% reviewed`; empty if unknown."""
    matches = (match for match in map(_ORIGIN.match, entry.comments) if match)
    return next((match[1] or f"memory {match[2]}" for match in matches), "")


def risk_of(entry: Entry) -> float | None:
    """The risk in the draft's mark; None if it has none."""
    return next((float(match[1]) for match in map(_RISK.match, entry.comments) if match), None)


def pivots(entry: Entry) -> tuple[str, ...]:
    """The texts in between from which the draft was made: English, most likely."""
    return tuple(line.removeprefix(_PIVOT) for line in entry.comments if line.startswith(_PIVOT))


def _comments(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """One mark for all forms: the lowest score, the highest risk, and a hash over the texts in their order."""
    last = f"h={digest(*(draft.text for draft in drafts))}"
    risks = [draft.risk for draft in drafts if draft.risk is not None]
    risk = f"risk={max(risks):.2f} " if risks else ""
    if drafts[0].match:
        return (f"l10n-tm: {drafts[0].match} {risk}{last}",)
    packages = "+".join(leg.package for leg in drafts[0].legs)
    score = round(min(draft.score for draft in drafts), 2) + 0.0  # no "-0.00"
    legs = [leg for draft in drafts for leg in draft.legs]
    repairs = ",".join(dict.fromkeys(name for leg in legs for name in leg.repairs))
    how = f"{risk}repaired={repairs} " if repairs else risk
    first = f"l10n-mt: {drafts[0].engine} {packages} score={score:.2f} {how}{last}"
    between = (leg.text for draft in drafts for leg in draft.legs[:-1])
    lost = (item for leg in legs for item in leg.lost)
    return (first, *_lines(_PIVOT, between), *_lines("l10n-lost: ", lost))


def _lines(mark: str, texts: Iterable[str]) -> list[str]:
    """A comment each, distinct ones."""
    return [mark + text for text in dict.fromkeys(" ".join(_CONTROLS.sub(" ", text).split()) for text in texts)]
