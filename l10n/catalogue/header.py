"""The header: its fields in the order of gettext and Poedit, and dates that change only when content does.

Source: GNU gettext manual, "Filling in the Header Entry"; Poedit reads X-Source-Language.
"""

from __future__ import annotations

import codecs
import os
import re
from datetime import UTC, datetime

from l10n import __version__
from l10n.errors import L10nError
from l10n.languages import language
from l10n.languages.codes import by_name

Header = tuple[tuple[str, str], ...]

CREATED = "POT-Creation-Date"
REVISED = "PO-Revision-Date"
CONTENT_TYPE = "Content-Type"
SOURCE_FILE = "X-Source-File"
"""The file of all texts, in a catalogue without `#:` lines."""
IN_UTF8 = "text/plain; charset=UTF-8"
_ORDER = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    CREATED,
    REVISED,
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    CONTENT_TYPE,
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
_CHARSET = re.compile(r"charset=[^\s;]*", re.IGNORECASE)
_OTHER_CHARSET = re.compile(r"charset=(?!utf-8\b)[^\s;]*", re.IGNORECASE)  # `utf-8` stays as it is spelled


def now() -> str:
    """This minute in UTC as PO files write it; SOURCE_DATE_EPOCH (seconds) stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        time = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise L10nError(f"SOURCE_DATE_EPOCH={epoch}: not a number of seconds", "unset it, or set it rightly") from None
    return time.strftime("%Y-%m-%d %H:%M+0000")


def header(name: str, code: str, source: str, created: str, file: str = "") -> Header:
    """A complete header for a new catalogue of document `name` in language `code`; a template's is in none.

    `file` is named if no `#:` line does it.
    """
    lang = language(code or source)
    plural_forms = () if code in ("", source) else (("Plural-Forms", lang.plural_forms),)
    return (
        ("Project-Id-Version", f"{name} 1"),
        ("Report-Msgid-Bugs-To", ""),
        (CREATED, created),
        (REVISED, created),
        ("Last-Translator", "l10n <noreply@localhost>"),
        ("Language-Team", lang.name),
        ("Language", code),
        ("MIME-Version", "1.0"),
        (CONTENT_TYPE, IN_UTF8),
        ("Content-Transfer-Encoding", "8bit"),
        *plural_forms,
        ("X-Source-Language", source),
        *(((SOURCE_FILE, file),) if file else ()),
        ("X-Generator", f"l10n {__version__}"),
    )


def completed(old: Header, full: Header) -> Header:
    """The old header, and what it lacks, each field at its place; what it has keeps value and order.

    Only the file of the texts is always that of the full one.
    """
    drop = {CONTENT_TYPE}
    if dict(old).get(SOURCE_FILE) != dict(full).get(SOURCE_FILE):
        drop.add(SOURCE_FILE)
    if dict(old).get("Language") in ("", dict(full).get("X-Source-Language")):
        drop.add("Language")  # a template that somebody copied
        if by_name(dict(old).get("Language-Team", "")):
            drop.add("Language-Team")
    fields = [field for field in old if field[0] not in drop]
    present = {name for name, _ in fields}
    for field in full:
        if field[0] not in present:
            fields.insert(_place(fields, field[0]), field)
    return tuple(fields)


def dated(old: Header, **dates: str) -> Header:
    """The header with new dates: `created=`, `revised=`."""
    names = {"created": CREATED, "revised": REVISED}
    new = {names[key]: value for key, value in dates.items()}
    return tuple((name, new.get(name, value)) for name, value in old)


def in_utf8(old: Header) -> Header:
    """The header of the file in UTF-8, in which all are written."""
    return tuple((name, _named_utf8(value) if _is_content_type(name) else value) for name, value in old)


def utf8_field(header: Header) -> tuple[str, str]:
    """The header's field that names the charset, on one line, as it is in UTF-8."""
    name, value = _content_type(header)
    named = _named_utf8(value.split("\n")[0])
    return name, named if _CHARSET.search(named) else IN_UTF8


def charset_of(header: Header) -> str:
    """The charset that the header names, as Python calls it; empty if it names none that is known."""
    match = _CHARSET.search(_content_type(header)[1])
    try:
        return codecs.lookup(match[0].partition("=")[2]).name if match else ""
    except LookupError:
        return ""


def _named_utf8(value: str) -> str:
    return _OTHER_CHARSET.sub("charset=UTF-8", value)


def _content_type(header: Header) -> tuple[str, str]:
    return next((field for field in header if _is_content_type(field[0])), (CONTENT_TYPE, ""))


def _is_content_type(name: str) -> bool:
    return name.lower() == CONTENT_TYPE.lower()


def _place(fields: list[tuple[str, str]], name: str) -> int:
    """Before the first field that comes later in the usual order; unknown and X- fields come last."""
    if name not in _ORDER:
        return len(fields)
    later = set(_ORDER[_ORDER.index(name) + 1 :])
    for index, (other, _) in enumerate(fields):
        if other in later or other.startswith("X-"):
            return index
    return len(fields)
