"""What `l10n status` writes: the page with its links, and the badges."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.model import Catalogue, Counts, Entry, State, Status
from l10n.workflow.status_files import write_page
from tests.conftest import Run


def _write(path: str, lang: str = "ru") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    po.write(file, Catalogue((("Language", lang),), (Entry("a", "b"), Entry("c d"))))
    return file


def _touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def _links(page: str = "page.html") -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', Path(page).read_text("utf-8"))]


def test_a_page_takes_the_place_of_the_table(run: Run, project: Path) -> None:
    _write("ru.po")
    result = run("status", "ru.po", "--html", "site/page.html")
    assert (result.stdout, result.stderr) == ("", "site/page.html: written\n")
    assert "<h1>Translation status</h1>" in Path("site", "page.html").read_text("utf-8")
    result = run("status", "ru.po", "--html", "site/page.html", "--json", "--quiet")
    assert result.stdout.startswith("{")
    assert result.stderr == ""


def test_the_date_of_the_page_can_be_fixed(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write("ru.po")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    run("status", "ru.po", "--html", "page.html")
    first = Path("page.html").read_bytes()
    assert b"2027-01-15 08:00 UTC" in first
    run("status", "ru.po", "--html", "page.html")
    assert Path("page.html").read_bytes() == first


def test_the_most_special_review_page_is_linked(run: Run, project: Path) -> None:
    _write("locales/ru/LC_MESSAGES/text.po")
    expected: list[str] = []
    for name in ("review.html", "ru.html", "text.ru.html"):
        run("status", "--html", "page.html")
        assert _links() == expected
        _touch(name)
        expected = [name]
    run("status", "--html", "page.html")
    assert _links() == ["text.ru.html"]


def test_catalogues_of_one_name_and_language_are_told_apart(run: Run, project: Path) -> None:
    paths = [str(_write(f"{name}/ru/LC_MESSAGES/a.po")) for name in ("x1", "x2")]
    _write("x1/uk/LC_MESSAGES/a.po", "uk")
    rows = [line.split()[:2] for line in run("status", "x1", "x2").stdout.splitlines()[1:5]]
    assert rows == [[paths[0], "ru"], ["a", "uk"], [paths[1], "ru"], ["2", "catalogues"]]
    _touch("a.ru.html", "a.uk.html")
    run("status", "x1", "x2", "--html", "page.html")
    text = Path("page.html").read_text("utf-8")
    for path in paths:
        assert f"<small>{path}</small>" in text
        assert f'aria-label="Russian, a, {path}: ' in text
    assert text.count("/LC_MESSAGES/a.po</small>") == 2
    assert _links() == ["a.uk.html"]
    _touch("ru.html")
    run("status", "x1", "x2", "--html", "page.html")
    assert _links() == ["ru.html", "a.uk.html", "ru.html"]
    run("status", "x1", "--html", "page.html")
    assert _links() == ["a.ru.html", "a.uk.html"]
    _write("po/a.po")
    run("status", "x1", "po", "--html", "page.html")
    assert _links() == ["ru.html", "a.uk.html", "ru.html"]


def test_a_page_is_not_linked_to_itself(run: Run, project: Path) -> None:
    _write("locales/ru/LC_MESSAGES/text.po")
    for _ in range(2):
        run("status", "--html", "review.html")
    assert _links("review.html") == []


def test_review_pages_may_be_elsewhere(run: Run, project: Path) -> None:
    _write("locales/ru/LC_MESSAGES/my text #1 100%.po")
    _write("locales/ru/LC_MESSAGES/a:b.po")
    _touch("desk/my text #1 100%.ru.html", "desk/a:b.ru.html")
    run("status", "--html", "site/page.html", "--review-pages", "desk")
    assert _links("site/page.html") == ["../desk/a%3Ab.ru.html", "../desk/my%20text%20%231%20100%25.ru.html"]
    run("status", "--html", "desk/page.html", "--review-pages", "desk")
    assert _links("desk/page.html")[0] == "a%3Ab.ru.html"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20).filter(
        lambda name: name.strip(".")
    )
)
def test_every_link_leads_to_its_page_whatever_its_name(tmp_path: Path, name: str) -> None:
    target = tmp_path / "pages" / f"{name}.ru.html"
    target.parent.mkdir(exist_ok=True)
    target.touch()
    row = Status(name, "ru", Path(f"{name}.po"), Counts({State.DRAFT: 1}))
    page = tmp_path / "site" / "page.html"
    write_page(page, [row], "", tmp_path / "pages")
    (link,) = _links(str(page))
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert (page.parent / unquote(parts.path)).samefile(target)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--review-pages", "desk"), "--review-pages: there is no page to link from"),
        (("--html", "x.html", "--review-pages", "desk"), "--review-pages desk: no such folder"),
        (("--html", "ru.po"), "--html ru.po: this is one of the catalogues"),
        (("--html", "uk.po"), "--html uk.po: this is a catalogue"),
        (("--html", "x.html/../po/a.POT"), "--html x.html/../po/a.POT: this is a catalogue"),
        (("--html", "l10n.toml"), "--html l10n.toml: this is the settings file"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    run: Run, project: Path, options: tuple[str, ...], message: str
) -> None:
    before = _write("ru.po").read_bytes()
    _write("uk.po")
    assert f"error: {message}\nhint: " in run("status", "ru.po", *options, code=2).stderr
    assert Path("ru.po").read_bytes() == before
    assert Path("uk.po").read_bytes() == before
    assert Path("l10n.toml").read_bytes() == b""
    assert not Path("x.html").exists()


def test_hostile_names_stay_names(run: Run, project: Path) -> None:
    name = "<script>alert(1)<script> \"a\" 'b' & c"
    _write(f"locales/ru/LC_MESSAGES/{name}.po")
    _write("po/x.po", lang='"><script>alert(2)</script>')
    _touch(f"desk/{name}.ru.html")
    run("status", "locales", "po", "--html", "page.html", "--review-pages", "desk")
    text = Path("page.html").read_text("utf-8")
    assert "<script" not in text
    (link,) = _links()
    assert Path(unquote(link)).is_file()
    assert name in unescape(text)


def test_each_language_gets_a_badge(run: Run, project: Path) -> None:
    _write("a/ru.po")
    _write("b/ru.po")
    _write("pt_BR.po", lang="pt_BR")
    result = run("status", ".", "--badge", "badges")
    assert (result.stdout, result.stderr) == ("", "badges/pt_BR.svg: written\nbadges/ru.svg: written\n")
    title = ElementTree.parse("badges/ru.svg").getroot().get("aria-label")
    assert title == "Russian: 33 % translated"
    before = {path: path.read_bytes() for path in Path("badges").iterdir()}
    run("status", ".", "--badge", "badges", "--html", "page.html")
    assert {path: path.read_bytes() for path in Path("badges").iterdir()} == before


@pytest.mark.parametrize("lang", ["../ru", "a/b", "", ".ru", '"', "r u"])
def test_a_language_that_is_no_name_for_a_file_is_refused(run: Run, project: Path, lang: str) -> None:
    _write("a/uk.po", lang="uk")
    _write("b/x.po", lang=lang)
    error, hint = run("status", ".", "--badge", "badges", code=2).stderr.splitlines()
    assert error.startswith("error: b/x.po: ")
    assert hint == "hint: write it into the header, as in: Language: ru"
    assert not Path("badges").exists()
    assert not list(Path.cwd().parent.glob("ru.svg"))


def test_nothing_is_written_that_would_leave_out_a_catalogue(run: Run, project: Path) -> None:
    _write("ru.po")
    Path("uk.po").write_text("nonsense")
    said = run("status", ".", "--badge", "badges", "--html", "page.html", code=2).stderr
    assert "uk.po:1: not a PO file" in said
    assert "page.html: not written, as a catalogue cannot be read" in said
    assert not Path("badges").exists()
    assert not Path("page.html").exists()


def test_the_gate_holds_when_files_are_written(run: Run, project: Path) -> None:
    _write("ru.po")
    said = run("status", "ru.po", "--html", "page.html", "--refuse", "untranslated", code=1).stderr
    assert said == "page.html: written\nrefused: ru.po: 1 untranslated\n"


def test_where_nothing_can_be_written_it_says_so(run: Run, project: Path) -> None:
    _write("ru.po")
    Path("file").touch()
    assert "file is in the way" in run("status", "ru.po", "--badge", "file", code=4).stderr
    assert "error: " in run("status", "ru.po", "--html", "file/page.html", code=4).stderr
