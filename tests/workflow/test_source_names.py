"""Names of documents, for any files and patterns: distinct, and the same in every run that follows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from l10n.workflow.sources import Source, sources

FILES = ["a.txt", "a.text", "x/a.txt", "x/a.text", "y/a.txt", "x/b.txt", "y/x/a.txt", "x/y/a.text", ".h/a.txt", "x.txt"]
PATTERNS = ["x/*.txt", "y/*.txt", "**/*.txt", "x", "y/**", "*/a.*", "a.text", ".h/*"]


def _sources(root: Path, patterns: Sequence[str], files: Sequence[str]) -> list[Source]:
    config = Config(root, sources=tuple(patterns), locales=root / "locales")
    return sources([root / file for file in files], config, CatalogueIndex(layout_of(config)))


def _write(root: Path, source: Source) -> None:
    """The catalogue that a run would write."""
    reference = source.path.relative_to(root).as_posix()
    path = root / "locales" / "ru" / "LC_MESSAGES" / f"{source.name}.po"
    header = (("Language", "ru"), ("X-Source-Language", "de"))
    catalogue = Catalogue(header, (Entry("Ein Haus.", references=(f"{reference}:1",)),))
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, catalogue)


@given(
    runs=st.lists(
        st.tuples(
            st.lists(st.sampled_from(PATTERNS), unique=True, max_size=3),
            st.lists(st.sampled_from(FILES), unique=True, min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=40, deadline=None)
def test_whatever_runs_name_and_settings_say_each_file_has_a_catalogue_of_its_own_for_good(
    runs: list[tuple[list[str], list[str]]],
) -> None:
    known: dict[str, Path] = {}
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for file in FILES:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).touch()
        for patterns, files in runs:
            try:
                sources = _sources(root, patterns, files)
            except L10nError as error:  # all names of a file belong to others: it is refused by name
                assert "belong to" in error.message  # noqa: PT017
                continue
            for source in sources:
                assert known.setdefault(source.name, source.path) == source.path
                assert not any(part.startswith(".") for part in source.name.split("/"))
                assert source.name.rpartition("/")[2] in {source.path.stem, source.path.name}
                _write(root, source)
        assert len(set(known.values())) == len(known), "no file has two names"
