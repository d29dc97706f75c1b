"""What the settings say of single documents: `[tool.l10n.documents."legal/**"]`, with `targets` and `format`.

A pattern without a slash is for names of files in any folder, as in .gitattributes; of several that match a file, the
last that says something counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n import documents
from l10n.config import Config, heading, quoted
from l10n.errors import L10nError
from l10n.files.patterns import Pattern
from l10n.languages import TARGETS, language

_KEYS = ("format", "targets")


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """What holds for the files of one pattern; what is not said is empty, or None."""

    pattern: Pattern
    format: str = ""
    targets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """All of them, in the order of the settings."""

    rules: tuple[DocumentRule, ...]

    def format(self, path: Path) -> str:
        """The name of the file's format; empty if nothing is said."""
        return next((rule.format for rule in self._of(path) if rule.format), "")

    def targets(self, path: Path) -> tuple[str, ...] | None:
        """The codes of the file's target languages; None if nothing is said."""
        return next((rule.targets for rule in self._of(path) if rule.targets), None)

    def _of(self, path: Path) -> Iterator[DocumentRule]:
        return (rule for rule in reversed(self.rules) if rule.pattern.below(path) is not None)


def read(settings: Config) -> DocumentRules:
    """The table `documents`; raises L10nError that names file, pattern and key."""
    return DocumentRules(tuple(_rule(pattern, table, settings) for pattern, table in settings.documents.items()))


def _rule(text: str, table: object, settings: Config) -> DocumentRule:
    where = f"{settings.file}: 'documents', {quoted(text)}"
    hint = f'write: {heading(settings.file or Path(), "documents")} and below it "legal/**" = {{ targets = ["en"] }}'
    if not isinstance(table, dict):
        raise L10nError(f"{where}: must be a table, not {quoted(table)}", hint)
    if unknown := next((key for key in table if key not in _KEYS), None):
        raise L10nError(f"{where}: unknown key {quoted(unknown)}", f"known keys: {', '.join(_KEYS)}")
    form, codes = table.get("format", ""), table.get("targets", list(TARGETS))
    if not isinstance(form, str):
        raise L10nError(f"{where}: 'format' must be a string, not {quoted(form)}", hint)
    if not isinstance(codes, list) or not codes or not all(isinstance(code, str) for code in codes):
        raise L10nError(f"{where}: 'targets' must be a list of languages, not {quoted(codes)}", hint)
    try:
        if form:
            documents.named(form)
        targets = tuple(dict.fromkeys(language(code).code for code in codes)) if "targets" in table else None
    except L10nError as error:
        raise L10nError(f"{where}: {error.message}", error.hint) from None
    return DocumentRule(_pattern(text, settings.root), form, targets)


def _pattern(text: str, root: Path) -> Pattern:
    return Pattern.of(text if "/" in text else f"**/{text}", root)
