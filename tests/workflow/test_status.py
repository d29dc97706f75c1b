"""`l10n status` as a function: what is counted, written and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import config
from l10n.catalogue import po
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry, State
from l10n.model.events import Event, Failed
from l10n.workflow.outputs import Written
from l10n.workflow.status import Counted, NotWritten, StateRefused, StatusRequest, counted, status

pytestmark = pytest.mark.usefixtures("project")


def _write(name: str, *entries: Entry, lang: str = "ru") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue((("Language", lang),), entries))
    return path


def _events(**options: object) -> list[Event]:
    return list(status(StatusRequest(settings=config.load(Path.cwd()), **options)))  # type: ignore[arg-type]


def test_a_run_counts_then_writes_then_refuses(capfd: pytest.CaptureFixture[str]) -> None:
    path = _write("a.ru.po", Entry("Haus", "дом"), Entry("Hof"))
    page, badges = Path("page.html"), Path("badges")
    events = _events(catalogues=(path,), page=page, badges=badges, refuse=(State.UNTRANSLATED, State.DRAFT))
    figures = events[0]
    assert isinstance(figures, Counted)
    (row,) = figures.rows
    assert (row.language, row.counts.untranslated, row.counts.translated) == ("ru", 1, 1)
    assert events[1:] == [Written(badges / "ru.svg"), Written(page), StateRefused(row, State.UNTRANSLATED)]
    assert capfd.readouterr() == ("", "")


def test_with_a_catalogue_missing_nothing_is_written_and_nothing_refused() -> None:
    paths = _write("a.ru.po", Entry("Hof")), Path("b.ru.po")
    paths[1].write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    page, badges = Path("page.html"), Path("badges")
    events = _events(catalogues=paths, page=page, badges=badges, refuse=(State.UNTRANSLATED,))
    assert [type(event) for event in events] == [Failed, Counted, NotWritten, NotWritten]
    assert events[2:] == [NotWritten(page), NotWritten(badges)]
    assert not page.exists()
    assert not badges.exists()


def test_rows_come_by_document_then_path_whatever_the_order_of_the_files() -> None:
    paths = [
        _write(f"locales/{lang}/LC_MESSAGES/{name}.po", Entry("a"), lang=lang) for name in "ba" for lang in ("uk", "ru")
    ]
    rows = list(counted(paths))
    assert not any(isinstance(row, L10nError) for row in rows)
    assert [row.path for row in rows if not isinstance(row, L10nError)] == [paths[3], paths[2], paths[1], paths[0]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"page": Path("a.ru.po")}, "--html a.ru.po: this is one of the catalogues", id="page"),
        pytest.param({"review_pages": Path()}, "--review-pages: there is no page to link from", id="pages"),
        pytest.param({"since": "HEAD"}, "--since", id="no git"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(options: dict[str, object], message: str) -> None:
    path = _write("a.ru.po", Entry("a"))
    before = path.read_bytes()
    with pytest.raises(L10nError) as error:
        _events(catalogues=(path,), **options)
    assert message in error.value.message
    assert path.read_bytes() == before
