"""What names the language of the words, and their direction: another, where it named that of the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from l10n.documents.office.dialect import OfficeDialect
from l10n.documents.office.nesting import Edit
from l10n.documents.xml import XmlElement, attribute_span
from l10n.languages import record
from l10n.languages.codes import base

_NO_COUNTRY = "none"
_WRITING = {"ltr": "lr-tb", "rtl": "rl-tb"}
"""Lines from top to bottom (XSL 1.1, 7.29.7)."""


def renamings(
    data: bytes, roots: Mapping[str, XmlElement], dialect: OfficeDialect, source: str, target: str
) -> Iterator[Edit]:
    """The edits for this; a regional form of the language is the language."""
    before, after = (_WRITING[record(base(language)).direction] for language in (source, target))
    for element in (element for root in roots.values() for element in root.walk()):
        direction = dialect.directions.get(element.name, "")
        if before != after and element.attributes.get(direction) == before:
            yield _edit(data, element, direction, after)
        name = dialect.languages.get(element.name, "")
        said = element.attributes.get(name, "")
        if said and base(said) == base(source):
            country = dialect.countries.get(element.name, "")
            tag = target.replace("_", "-")
            language, _, region = tag.partition("-") if country else (tag, "", "")
            yield _edit(data, element, name, language)
            if country in element.attributes:
                yield _edit(data, element, country, region or _NO_COUNTRY)


def _edit(data: bytes, element: XmlElement, name: str, text: str) -> Edit:
    return Edit(*attribute_span(data, element, name), (text,))
