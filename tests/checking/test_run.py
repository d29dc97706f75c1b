"""Catalogues in, a report out: the same in one process or several, file by file and language by language."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.checking.run import check, unreadable
from l10n.checking.settings import CheckSelection, Settings
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from l10n.model.findings import Finding, Report, Severity, Unreadable

DATE = "2026-01-31 12:00+0000"
PLURALS = {
    "en": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 ? 1 : 2);",
}


def _write(path: Path, *entries: Entry, lang: str = "ru", source: str = "de", without: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = tuple(field for field in header("doc", lang, source, DATE) if field[0] != without)
    po.write(path, Catalogue(fields, entries))
    return path


def _check(*paths: Path, jobs: int = 1, **settings: str) -> Report:
    report, errors = check(paths, Settings(**settings), jobs)  # type: ignore[arg-type]
    assert errors == []
    return report


def _names(findings: tuple[Finding, ...]) -> list[str]:
    return sorted({finding.check for finding in findings if finding.severity is not Severity.INFO})


def _found(path: Path, *entries: Entry, lang: str = "ru", source: str = "de") -> list[str]:
    """The checks that find something, notes left out."""
    return _names(_check(_write(path, *entries, lang=lang, source=source)).findings)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Files of all sizes, in no order, some unreadable."""
    texts = ("Он заплатил 3 евро.", "Он  заплатил 3,50 евро", "Он заплатил 3,50 евро.", "")
    paths = []
    for number in (5, 3, 9, 1, 7, 2):
        entries = [Entry(f"Fall {place}: Er zahlte 3,50 Euro.", texts[place % 4]) for place in range(number * 3)]
        for lang in ("uk", "az", "ru"):
            paths.append(tmp_path / "locales" / lang / "LC_MESSAGES" / f"{number}.po")
            _write(paths[-1], *entries, lang=lang)
    paths[4].write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    paths[8].write_bytes(b'msgid "a"\nmsgstr "\xff"\n')
    return paths


def test_several_processes_find_what_one_does_in_the_same_order(paths: list[Path]) -> None:
    one, errors = check(paths, Settings(), 1)
    several, others = check(paths, Settings(), 2)
    assert one == several
    assert [(error.message, error.hint) for error in errors] == [(error.message, error.hint) for error in others]
    assert {"numbers", "spaces", "end-punctuation", "untranslated"} <= set(_names(one.findings))
    assert len(one.findings) > 100


def test_files_keep_their_order_and_unreadable_ones_are_named_in_it(paths: list[Path]) -> None:
    report, errors = check(paths, Settings(), 1)
    assert [one.path for one in report.catalogues] == [path for path in paths if path not in (paths[4], paths[8])]
    assert [error.message.partition(": ")[0] for error in errors] == [f"{paths[4]}:2", f"{paths[8]}:2"]
    assert all(error.hint for error in errors)
    assert [(one.path, one.line) for one in report.unreadable] == [(paths[4], 2), (paths[8], 2)]


@pytest.mark.parametrize("name", ["a.po", "a:3.po", "3:", "a: b.po"])
@pytest.mark.parametrize(("place", "line"), [("", 1), (":7", 7), (":120", 120)])
@pytest.mark.parametrize("what", ["no language", "not a PO file: a.po:9: x", ": 5: x"])
def test_the_place_of_an_error_is_taken_off_whatever_the_file_is_called(
    name: str, place: str, line: int, what: str
) -> None:
    error = L10nError(f"{name}{place}: {what}", "do this")
    assert unreadable(Path(name), error) == Unreadable(Path(name), line, what, "do this")


@pytest.mark.parametrize("message", ["b.po:3: x", "a.po2: x", "a.po", "out of memory", "a.po:x: y"])
def test_an_error_of_another_place_stays_whole(message: str) -> None:
    assert unreadable(Path("a.po"), L10nError(message)) == Unreadable(Path("a.po"), 1, message, "")


def test_findings_are_in_the_order_of_the_file(paths: list[Path]) -> None:
    for one in check(paths, Settings(), 1)[0].catalogues:
        places = [(finding.line, finding.column) for finding in one.findings]
        assert places == sorted(places)
        assert {finding.path for finding in one.findings} <= {one.path}
        assert one.counts.segments == len([entry for entry in po.read(one.path).entries if not entry.obsolete])


def test_the_rules_are_those_of_the_checks_that_ran(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.po", Entry("Haus", "дом"))
    report, _ = check([path], Settings(CheckSelection(frozenset({"numbers", "quotes"}), frozenset({"quotes"}))), 1)
    assert set(report.rules) == {"numbers", "unused-ignore"}


LAYOUTS = ["{lang}/LC_MESSAGES/a.po", "po/{lang}.po", "po/a.{lang}.po", "{lang}/a.po"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_three_languages_of_a_document_are_compared(tmp_path: Path, layout: str) -> None:
    texts = {"ru": "Дюжины людей пришли", "uk": "24 людини прийшли", "en": "24 people came"}
    files = {lang: tmp_path / layout.format(lang=lang) for lang in texts}
    for lang, text in texts.items():
        _write(files[lang], Entry("Dutzende Menschen kamen", text), lang=lang)
    (finding,) = [one for one in _check(*files.values()).findings if one.check == "agreement"]
    assert (finding.path, finding.language, finding.message) == (
        files["ru"],
        "ru",
        "en, uk have “24” here, this one has not",
    )
    assert (finding.source, finding.target) == ("Dutzende Menschen kamen", texts["ru"])
    assert not [one for one in _check(files["ru"], files["uk"]).findings if one.check == "agreement"]


def test_languages_are_not_compared_where_an_ignore_or_another_document_forbids_it(tmp_path: Path) -> None:
    texts = {"ru": "Дюжины людей пришли", "uk": "24 людини прийшли", "en": "24 people came"}
    ignore = ("l10n-ignore: agreement (dozens)",)
    files = []
    for lang, text in texts.items():
        entry = Entry("Dutzende Menschen kamen", text, comments=ignore if lang == "ru" else ())
        files.append(_write(tmp_path / f"{lang}.po", entry, lang=lang))
    assert not {"agreement", "unused-ignore"} & set(_names(_check(*files).findings))
    other = _write(tmp_path / "b.ru.po", Entry("Dutzende Menschen kamen", texts["ru"]))
    assert "agreement" not in _names(_check(*files[1:], other).findings)
    _write(files[0], Entry("Dutzende Menschen kamen", "24 человека пришли", comments=ignore))
    assert "unused-ignore" in _names(_check(*files).findings)


ONE, MANY = "%d Datei", "%d Dateien"


@pytest.mark.parametrize(
    ("lang", "one", "many", "forms", "expected"),
    [
        ("en", ONE, MANY, ("%d file", "%d files"), []),
        ("en", ONE, MANY, ("one file", "%d files"), []),
        ("en", "Eine Datei", MANY, ("One file", "%d files"), []),
        ("en", "Eine Datei", MANY, ("%d file", "%d files"), []),
        ("en", "Eine Datei", MANY, ("One file", "Files"), ["placeholders"]),
        ("en", ONE, MANY, ("%d file", "%s files"), ["placeholders"]),
        ("ru", ONE, MANY, ("%d файл", "%d файла", "%d файлов"), []),
        ("ru", ONE, MANY, ("один файл", "%d файла", "%d файлов"), ["placeholders"]),
        ("ru", "Eine Datei", MANY, ("%d файл", "%d файла", "%d файлов"), []),
        ("ru", ONE, MANY, ("%d файл", "%d файла"), ["plural-forms"]),
        ("ru", ONE, MANY, ("%d файл", "", "%d файлов"), ["plural-forms"]),
        ("ru", ONE, MANY, ("", "", ""), ["untranslated"]),
    ],
)
def test_each_plural_form_is_checked_against_the_source_that_is_its_own(
    tmp_path: Path, lang: str, one: str, many: str, forms: tuple[str, ...], expected: list[str]
) -> None:
    entry = Entry(one, flags=("c-format",), msgid_plural=many, msgstr_plural=forms)
    assert _found(tmp_path / "a.po", entry, lang=lang) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("%d%% of %s", "%d%% von %s", flags=("c-format",)), []),
        (Entry("%d%% of %s", "%d% von %s", flags=("c-format",)), ["placeholders"]),
        (Entry("%(n)d of %(name)s", "%(name)s: %(n)d", flags=("python-format",)), []),
        (Entry("%s of %d", "%d von %s", flags=("python-format",)), ["placeholders"]),
        (Entry("{name} has {n}", "{name} hat {N}", flags=("python-brace-format",)), ["placeholders"]),
        (Entry("100% sure", "100 % sicher"), []),
        (Entry("&Open…", "Ö&ffnen …"), []),
        (Entry("File\n", "Datei"), ["line-breaks"]),
        (Entry("<b>Bold</b> text", "<b>Fett</b> geschrieben"), []),
        (Entry("Click <a href='x'>here</a>", "<a href='y'>Hier klicken"), ["tags"]),
    ],
)
def test_a_catalogue_of_software_is_checked_with_its_flags(tmp_path: Path, entry: Entry, expected: list[str]) -> None:
    assert _found(tmp_path / "de.po", entry, lang="de", source="en") == expected


@pytest.mark.parametrize(
    ("code", "known"), [("eu", "eu"), ("pt_BR", "pt_BR"), ("zh_Hans", "zh"), ("sr@latin", "sr_Latn")]
)
def test_a_language_without_a_record_is_checked_for_what_holds_in_all(tmp_path: Path, code: str, known: str) -> None:
    text = 'Il a dit « Viens -- vite ! » et "12,5  %"... le maison haus'
    path = tmp_path / "a.po"
    _write(path, Entry("Er sagte: „Komm – schnell!“ und „12,5 %“ …", text), Entry("%d Häuser.", "maisons"))
    path.write_text(path.read_text("utf-8").replace("Language: ru", f"Language: {code}"), "utf-8")
    (checked,) = _check(path).catalogues
    names = set(_names(checked.findings))
    assert checked.language == known
    assert "placeholders" in names
    assert names <= {"header", "placeholders", "numbers", "spaces", "length", "brackets", "punctuation"}


def test_obsolete_entries_are_not_looked_at(tmp_path: Path) -> None:
    entries = (Entry("Haus", "дом"), Entry("3 Häuser", "4 дома", comments=("l10n-ignore: x",), obsolete=True))
    report = _check(_write(tmp_path / "a.po", *entries))
    assert report.findings == ()
    assert report.catalogues[0].counts.segments == 1


@pytest.mark.parametrize(
    ("field", "option", "default", "source"),
    [
        ("en", "de", "de", "en"),
        ("de", "en", "en", "de"),
        ("de", None, "en", "de"),
        ("", "en", "de", "en"),
        ("", "de", "en", "de"),
        ("", None, "en", "en"),
    ],
)
def test_the_source_language_is_the_headers_else_the_options_else_the_settings(
    tmp_path: Path, field: str, option: str | None, default: str, source: str
) -> None:
    path = _write(
        tmp_path / "a.po", Entry("x", "y"), lang="en", source=field, without="" if field else "X-Source-Language"
    )
    _, errors = check([path], Settings(source=option, default_source=default), 1)
    assert [error.message for error in errors] == [f"{path}: 'en' is the source language"] * (source == "en")


@pytest.mark.parametrize("name", ["az/LC_MESSAGES/a.po", "az/a.po", "a.az.po", "az.po"])
def test_the_target_language_is_the_headers_else_that_of_the_path(tmp_path: Path, name: str) -> None:
    path = _write(tmp_path / name, Entry("Haus", "ev"), lang="ru")
    assert _check(path).catalogues[0].language == "ru"
    path = _write(path, Entry("Haus", "ev"), lang="ru", without="Language")
    assert _check(path).catalogues[0].language == "az"


def test_a_header_that_contradicts_the_path_is_an_error(tmp_path: Path) -> None:
    path = _write(tmp_path / "az" / "LC_MESSAGES" / "a.po", Entry("Haus", "дом"), lang="ru")
    (finding,) = _check(path).findings
    assert (finding.check, finding.severity) == ("header", Severity.ERROR)
    assert finding.message == "Language is “ru”, the path says “az”"


def test_the_report_counts_entries_by_state(tmp_path: Path) -> None:
    report = _check(
        _write(tmp_path / "a.po", Entry("Haus", "дом"), Entry("Hund"), Entry("Tür", "дверь", flags=("fuzzy",)))
    )
    states = Counter({str(state): number for state, number in report.catalogues[0].counts.states.items()})
    assert states == {"translated": 1, "untranslated": 1, "edited draft": 1}
