"""The sources of a request: which files, in which format, into which languages, and what their documents are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n import documents
from l10n.catalogue.index import CatalogueIndex
from l10n.config import FRONT_MATTER, Config
from l10n.errors import L10nError
from l10n.model import Document
from l10n.segmentation.document import extract
from l10n.segmentation.verbatim import Verbatim, verbatim
from l10n.workflow.sources.files import files
from l10n.workflow.sources.names import names
from l10n.workflow.sources.rules import read


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a document is to be made of."""

    path: Path
    name: str
    """What its document will be called: the path of its catalogues."""
    format: str = ""
    """Empty for the one that the suffix tells."""
    targets: tuple[str, ...] | None = None
    """The languages that the settings have for it alone; None for those of the run."""
    kept: Verbatim = field(default_factory=Verbatim)
    """What of it nobody translates."""
    fields: tuple[str, ...] = FRONT_MATTER
    """Keys of front matter whose values are translated."""

    @property
    def file(self) -> str:
        """Where an article of it belongs, below the folder of a language: `guide/index.md`."""
        return Path(self.name).with_name(self.path.name).as_posix()

    def languages(self, source: str, shared: Sequence[str]) -> tuple[str, ...]:
        """Its target languages, `shared` ones if it has none of its own; without that of the text."""
        return tuple(shared if self.targets is None else (code for code in self.targets if code != source))

    def document(self, lang: str, root: Path, data: bytes | None = None) -> Document:
        """The document in this file, or in this data of it; raises L10nError for one that cannot be read."""
        return extract(self.path, lang, root, self.name, self.format, self.kept, self.fields, data)


def sources(
    given: Sequence[Path],
    settings: Config,
    index: CatalogueIndex,
    form: str | None = None,
    to: str | None = None,
    output: Path | None = None,
) -> list[Source]:
    """The sources that these paths stand for, else those of the settings.

    `form`, `to` and `output` are what the request says of format, target languages and the folder for articles.
    Raises L10nError for none, for two that would share their catalogues, and for an unknown format.
    """
    if form:
        documents.named(form)
    rules = read(settings)
    kept = verbatim(settings)
    paths = files(given, settings, rules, _apart(settings, output))
    if not paths:
        settle = (
            'set sources = ["…"] in [tool.l10n] of pyproject.toml' if settings.file else "set the project up: l10n init"
        )
        raise L10nError("no source file", f"name one, or {settle}")
    return [
        Source(
            path,
            name,
            form or rules.format(path),
            rules.targets(path) if to is None else None,
            kept,
            settings.front_matter,
        )
        for path, name in zip(paths, names(paths, settings, index), strict=True)
    ]


def of_settings(settings: Config, output: Path | None) -> list[Path]:
    """All files that the settings call sources."""
    return files((), settings, read(settings), _apart(settings, output))


def _apart(settings: Config, output: Path | None) -> list[Path]:
    """Folders of catalogues and articles, in which nothing is a source unless somebody says so."""
    return [settings.locales, settings.root / "build", *([output] if output else [])]
