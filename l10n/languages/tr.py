"""Turkish: enough to tell it from Azerbaijani."""

from __future__ import annotations

from l10n.languages.record import Evidence, Language

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    own_name="Türkçe",
    plural_forms="nplurals=2; plural=(n > 1);",
    evidence=Evidence(looks={"az": r"\w*(?:iy?or|ğı)\w*|\w+(?:yor|mek)"}),
)
