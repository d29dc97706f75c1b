"""A file that came back -> units for the gate, and those of which nobody can tell what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.review import Refusal
from l10n.errors import L10nError
from l10n.exchange.gate import AdmittedUnit, IncomingCatalogue, IncomingFile, Returned
from l10n.exchange.xliff import OURS, XliffProfile
from l10n.exchange.xliff.outgoing import note_trace
from l10n.exchange.xliff.segments import UnitContent, unit_content
from l10n.exchange.xliff.states import claimed
from l10n.exchange.xliff.tree import XmlNode, parsed

_FORM = re.compile(r"(?P<unit>[0-9a-f]{8}(?:-\d{1,6})?)(?:\.(?P<form>\d{1,2}))?")
_UNITS = frozenset({"trans-unit", "unit"})
_MERGED = "the program has merged it with others: split it there"


@dataclass(frozen=True, slots=True)
class _Form:
    """One `<trans-unit>` or `<unit>`: an entry, or one of its plural forms."""

    node: XmlNode
    content: UnitContent
    form: int


def read(path: Path) -> IncomingFile:
    """What the file has; L10nError with file and line for what is no XLIFF that can be read."""
    root = parsed(path)
    if root.name != "xliff":
        raise L10nError(f"{path}:{root.line}: not XLIFF: it begins with <{root.name[:40]}>", "name an XLIFF file")
    catalogues, refused = [], []
    for file in root.named("file"):
        language = file.attributes.get("target-language") or root.attributes.get("trgLang", "")
        admitted = list(_units(path, file))
        refused += [unit for unit in admitted if unit.refusal]
        units = tuple(unit.returned for unit in admitted if not unit.refusal)
        name, document = file.attributes.get("original", ""), file.own(OURS, "document")
        catalogues.append(IncomingCatalogue(name, document, language, units))
    return IncomingFile(tuple(catalogues), tuple(refused))


def unit_nodes(file: XmlNode) -> Iterator[tuple[XmlNode, bool]]:
    """The units in it, however deep in groups; whether their group was made by merging."""
    left = [(file, False)]
    while left:
        node, merged = left.pop()
        merged = merged or node.attributes.get("merged-trans") == "yes"
        for child in reversed(list(node.children)):
            if child.name in _UNITS:
                continue
            if child.name in {"body", "group"}:
                left.append((child, merged))
        yield from ((child, merged) for child in node.children if child.name in _UNITS)


def unit_name(node: XmlNode) -> tuple[str, int]:
    """The name of its entry, and which plural form it is; some programs have their own ids, and ours as a name."""
    names = (node.attributes.get(name, "") for name in ("id", "resname", "name"))
    match = next(filter(None, map(_FORM.fullmatch, names)), None)
    return (match["unit"], int(match["form"] or 0)) if match else (node.attributes.get("id", ""), 0)


def _units(path: Path, file: XmlNode) -> Iterator[AdmittedUnit]:
    """Each entry once, its plural forms together."""
    said = file.own(OURS, "profile")
    profile = XliffProfile(said) if said in list(XliffProfile) else None
    entries: dict[tuple[str, int], list[_Form]] = {}
    copies: dict[tuple[str, int], int] = {}
    for node, merged in unit_nodes(file):
        name, form = unit_name(node)
        content = unit_content(node)
        if merged:
            content = UnitContent(content.source, content.text, content.said, _MERGED)
        copy = copies[name, form] = copies.get((name, form), -1) + 1
        entries.setdefault((name, copy), []).append(_Form(node, content, form))
    for (name, _), forms in entries.items():
        yield _unit(path, name, sorted(forms, key=lambda form: form.form), profile)


def _unit(path: Path, name: str, forms: Sequence[_Form], profile: XliffProfile | None) -> AdmittedUnit:
    first = forms[0]
    returned = Returned(
        unit=name,
        exported=first.node.own(OURS, "exported"),
        source=first.content.source,
        texts=tuple(form.content.text for form in forms),
        claim=min(claimed(form.node, form.content, profile) for form in forms),
        comment="\n".join(dict.fromkeys(note for form in forms for note in _comments(form.node))),
        where=f"{path}:{first.node.line}",
    )
    fault = next((form.content.fault for form in forms if form.content.fault), "")
    return AdmittedUnit(returned, refusal=Refusal(fault) if fault else None)


def _comments(unit: XmlNode) -> Iterator[str]:
    """Notes that are none of ours; without the list of those, nobody can tell them apart."""
    if not unit.own(OURS, "exported"):
        return
    ours = set(unit.own(OURS, "notes").split())
    for note in (*unit.named("note"), *(note for notes in unit.named("notes") for note in notes.named("note"))):
        text = " ".join(note.text.split())
        if text and note_trace(text) not in ours:
            author = note.attributes.get("from", "")
            yield text if not author or author.startswith("l10n ") else f"{author}: {text}"
