r"""The header of the catalogue is incomplete or wrong.

Editors take language, charset and plural forms from it; without `X-Source-Language` Poedit takes the source for
English. `l10n normalize` adds what is missing.

Bad ru: Content-Type: text/plain; charset=UTF-8\nX-Source-Language: de\n
Bad ru: Language: ru\nContent-Type: text/plain; charset=CP1251\nX-Source-Language: de\n
Bad ru: Language: ru\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n
Bad ru: Language: ru\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=(n==1 ? 0 : 3);\n
Good ru: Language: ru\nContent-Type: text/plain; charset=UTF-8\nX-Source-Language: de\n
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import c2py

from l10n.checks import CatalogueView, Hit
from l10n.languages import record
from l10n.languages.codes import related
from l10n.languages.plurals import form_count
from l10n.model import FUZZY
from l10n.model.findings import Severity

SEVERITY = Severity.WARNING

_CHARSET = re.compile(r"charset=\s*([\w-]+)", re.IGNORECASE)
_COUNT = re.compile(r"nplurals=\s*(\d{1,9})?")
_RULE = re.compile(r"(?:^|[\s;])plural=([^;\n]*)")
_NUMBERS = range(1000)
_SOME = 100
"""Entries that tell what program reads the file."""
_BOILERPLATE = re.compile(r"YEAR-MO-DA|FULL NAME|EMAIL@ADDRESS|LANGUAGE <LL@li\.org>|PACKAGE VERSION|nplurals=INTEGER")


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[int | None, Hit]]:
    """Findings without an entry: they stand at the head of the file."""
    for message, severity in _faults(catalogue):
        yield None, Hit(message, severity=severity)


def _faults(catalogue: CatalogueView) -> Iterator[tuple[str, Severity]]:
    fields = dict(catalogue.header)
    if not fields:
        yield "no header", Severity.ERROR
        return
    if FUZZY in catalogue.flags:
        yield "the header is fuzzy: some programs skip such a file", Severity.WARNING
    yield from _language(fields, catalogue.path_language)
    charset = _CHARSET.search(fields.get("Content-Type", ""))
    if charset is None:
        yield "Content-Type names no charset", Severity.WARNING
    elif charset[1].lower() not in {"utf-8", "utf8"}:
        yield f"charset {charset[1]}: use UTF-8", Severity.WARNING
    yield from _plural_forms(fields, catalogue)
    if "X-Source-Language" not in fields:
        yield "no X-Source-Language: editors take the source for English", Severity.INFO
    if left := [name for name, value in catalogue.header if _BOILERPLATE.search(value)]:
        yield f"not filled in: {', '.join(left)}", Severity.INFO


def _language(fields: dict[str, str], path: str) -> Iterator[tuple[str, Severity]]:
    named = fields.get("Language", "")
    if not named:
        yield "no Language", Severity.WARNING
    elif not re.fullmatch(r"[a-z]{2,3}(?:[_-][A-Za-z]{2,4})*(?:@\w+)?", named):
        yield f"Language: “{named}” is no language code", Severity.WARNING
    elif path and not related(named, path):
        yield f"Language is “{named}”, the path says “{path}”", Severity.ERROR


def _plural_forms(fields: dict[str, str], catalogue: CatalogueView) -> Iterator[tuple[str, Severity]]:
    """Missing ones matter only if there is a plural."""
    known = record(catalogue.language)
    value = fields.get("Plural-Forms", "")
    needed = catalogue.overview.plural
    stated = form_count(value)
    if fault := _fault(value):
        yield f"Plural-Forms: {fault}", Severity.ERROR
    elif needed and stated is not None and "plural=" not in value:
        yield "Plural-Forms has no “plural=” rule, and there are plural entries", Severity.ERROR
    if stated is None:
        if needed:
            severity = Severity.WARNING if _knows_forms(catalogue) else Severity.ERROR
            yield "no Plural-Forms, and there are plural entries", severity
    elif (wanted := form_count(known.plural_forms)) and stated not in (wanted, *known.plural_counts):
        severity = Severity.ERROR if needed else Severity.WARNING
        yield f"Plural-Forms has {stated} form{'s' * (stated != 1)}, {known.name} has {wanted}", severity


def _knows_forms(catalogue: CatalogueView) -> bool:
    """Gettext for Elixir needs no header: it has the rules of all languages itself."""
    return any(flag.startswith("elixir-") for entry in catalogue.entries[:_SOME] for flag in entry.flags)


def _fault(value: str) -> str | None:
    """Why `msgfmt --check-header` refuses a Plural-Forms field; None if it does not, as of an empty one."""
    count, rule = _COUNT.search(value), _RULE.search(value)
    if count and not count[1]:
        return "nplurals is no number"
    try:
        compiled = c2py(rule[1].strip()) if rule else None
        forms = [compiled(number) for number in _NUMBERS] if compiled else []
    except ZeroDivisionError:
        return "plural= divides by zero"
    except ValueError:
        return f"plural= is no expression: {rule[1].strip()[:60] if rule else ''}"
    if forms and min(forms) < 0:
        return f"plural= is {min(forms)} for {forms.index(min(forms))}"
    if count and forms and max(forms) >= int(count[1]):
        return f"plural= gives form {max(forms)} to {forms.index(max(forms))}: nplurals has to be {max(forms) + 1}"
    return None
