"""The header in our form: gettext's order, what is known filled in; no person, date or name is made up.

| in the file | becomes |
|---|---|
| a usual field in unusual case (`content-type`) | spelled as gettext does |
| left open: empty, or as gettext's template has it | what file, template or place tell; else it stays, if alone |
| one field twice with one value | once |
| one field with two values | both stay: which of them holds is not for us to say |
| lines that are no field | stay after the field above them, or at the top |

The result depends on nothing else: the same at any time of day, and whatever file and folder are called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from l10n.catalogue.header import CONTENT_TYPE, CREATED, REVISED, Header, header, in_utf8
from l10n.languages import PIVOT, SOURCE, record
from l10n.languages.codes import base
from l10n.languages.plurals import form_count
from l10n.model import Catalogue

_ORDER = tuple(name for name, _ in header("", PIVOT, SOURCE, ""))
_USUAL = {name.lower(): name for name in _ORDER}
_SHARED = ("Project-Id-Version", "Report-Msgid-Bugs-To", CREATED)
"""What a catalogue has from its template, as with msgmerge."""
_OPEN = {
    "Project-Id-Version": "PACKAGE VERSION",
    CREATED: "YEAR-MO-DA HO:MI+ZONE",
    REVISED: "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
    "Language-Team": "LANGUAGE <LL@li.org>",
    "Content-Transfer-Encoding": "ENCODING",
    "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;",
}


def spelled(old: Header) -> Header:
    """The header with gettext's spelling of the names that it knows."""
    return tuple((_USUAL.get(name.lower(), name), value) for name, value in old)


def facts(catalogue: Catalogue, language: str, source: str, template: Catalogue | None) -> Header:
    """What the file itself, its template and its languages tell; a language is empty if nobody knows it."""
    shared = dict(template.header) if template else {}
    told = {name: shared[name] for name in _SHARED if name in shared and shared[name] != _OPEN.get(name)}
    fields = {
        "Language": language,
        "MIME-Version": "1.0",
        CONTENT_TYPE: "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(catalogue, base(language), base(source)),
        "X-Source-Language": source,
    }
    return (*told.items(), *((name, value) for name, value in fields.items() if value))


def normal(old: Header, known: Header) -> Header:
    """The header with what it lacks of the known fields, in our order; what is so already comes back equal."""
    fields = list(dict.fromkeys(map(_with_charset, in_utf8(spelled(old)))))
    filled = {name for name, value in (*fields, *known) if not _open(name, value)}
    kept = [field for field in fields if not _open(*field) or field[0] not in filled]
    present = {name for name, _ in kept}
    return tuple(sorted((*kept, *(field for field in known if field[0] not in present)), key=_place))


def changes(old: Header, new: Header) -> Iterator[str]:
    """What has happened to the header, for people; nothing if nothing has."""
    before, after = Counter(old), Counter(new)
    if added := dict.fromkeys(name for name, _ in new if _missing(name, new, before)):
        yield f"header: {', '.join(added)} restored"
    spelt = {name.lower() for name in added}
    if removed := dict.fromkeys(name for name, _ in old if name.lower() not in spelt and _missing(name, old, after)):
        yield f"header: {', '.join(removed)} removed where said twice or left open"
    common = before & after
    if [field for field in dict.fromkeys(old) if field in common] != [field for field in new if field in common]:
        yield "header: fields put in order"


def _missing(name: str, fields: Header, there: Counter[tuple[str, str]]) -> bool:
    """Some field of this name is not there, or not so often."""
    return any(field[0] == name and count > there[field] for field, count in Counter(fields).items())


def _with_charset(field: tuple[str, str]) -> tuple[str, str]:
    """A kind of text without a charset with that of the file: gettext reads no letters beyond ASCII without one."""
    name, value = field
    if name != CONTENT_TYPE or not value or "charset=" in value.lower():
        return field
    first, newline, more = value.partition("\n")
    return name, f"{first.rstrip('; ') or 'text/plain'}; charset=UTF-8{newline}{more}"


def _plural_forms(catalogue: Catalogue, code: str, source: str) -> str:
    """Those of the language; empty if nobody knows any, or the texts of the file have been written for others."""
    forms = record(code).plural_forms if code != source else ""
    written = {len(entry.msgstr_plural) for entry in catalogue.entries if any(entry.msgstr_plural)}
    return forms if written <= {form_count(forms)} else ""


def _open(name: str, value: str) -> bool:
    """Nobody has filled it in."""
    return value in ("", _OPEN.get(name))


def _place(field: tuple[str, str]) -> int:
    """Lines without a name first, where no field can take them for its own; fields that we do not know last."""
    name, _ = field
    if not name:
        return -1
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
