"""What to do about files that no format reads."""

from __future__ import annotations

_ADVICE = {
    (".mdx",): "as Markdown, what is in braces stays as it is: --format markdown",
    (".rst", ".rest"): "let Sphinx make catalogues of them (sphinx-build -b gettext), and draft those: l10n draft --po",
    (".adoc", ".asciidoc", ".asc"): "let po4a make catalogues of them, and draft those: l10n draft --po",
    (".po", ".pot", ".xliff", ".xlf"): "catalogues are drafted as they are: l10n draft --po",
    (".doc", ".dot", ".rtf"): "save it as .docx or .odt",
    (".ppt", ".pps"): "save it as .pptx",
    (".xls", ".xlsx", ".ods"): "l10n reads no tables of figures: put the texts into a document",
    (".mobi", ".azw", ".azw3", ".kfx"): "save it as EPUB",
    (".ass", ".ssa", ".sub", ".ttml", ".dfxp"): "save it as SubRip (.srt) or WebVTT",
    (".pdf",): "take the file that it was made of",
}
_BY_SUFFIX = {suffix: text for suffixes, text in _ADVICE.items() for suffix in suffixes}
_BY_NAME = "name the format if it is one of these: --format NAME"


def advice(suffix: str) -> str:
    """What to do, to be followed by the formats that there are."""
    return f"{_BY_SUFFIX.get(suffix, _BY_NAME)}; "
