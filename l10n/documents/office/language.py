"""What names the language of the words: it names another, where it named that of the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from l10n.documents.office.dialect import OfficeDialect
from l10n.documents.office.nesting import Edit
from l10n.documents.xml import XmlElement, attribute_span
from l10n.languages.codes import base

_NO_COUNTRY = "none"


def renamings(
    data: bytes, roots: Mapping[str, XmlElement], dialect: OfficeDialect, source: str, target: str
) -> Iterator[Edit]:
    """The edits for this; a regional form of the language is the language."""
    for element in (element for root in roots.values() for element in root.walk()):
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
