"""`l10n check` as a function: a request in, events out, no terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n import config
from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.header import header
from l10n.checking.fix import Fixed
from l10n.checking.gate import GATE, fails
from l10n.checking.settings import FailOn
from l10n.errors import L10nError
from l10n.model import Catalogue, Counts, Draft, Entry, Leg, Require
from l10n.model.events import Event, Failed
from l10n.model.findings import Checked, Finding, Report, Severity
from l10n.workflow.check import CheckRequest, Reported, ReportFile, check
from l10n.workflow.outputs import Written
from l10n.workflow.source_languages import LeftOut, SourceLanguages


def _write(name: str, *entries: Entry, lang: str = "ru") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", lang, "de", "2026-01-31 12:00+0000"), entries))
    return path


def _request(**options: object) -> CheckRequest:
    return CheckRequest(settings=config.load(Path.cwd()), **options)  # type: ignore[arg-type]


def _events(**options: object) -> list[Event]:
    return list(check(_request(**options)))


@pytest.mark.usefixtures("project")
def test_a_run_tells_repairs_then_languages_then_errors_then_the_report_then_its_files(
    capfd: pytest.CaptureFixture[str],
) -> None:
    draft = drafted(Entry("Er ging heim."), Draft("argos", (Leg("de-ru-1", "Он  шёл домой.", -0.1),)))
    path = _write("a.ru.po", draft)
    broken = Path("b.ru.po")
    broken.write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    report = Path("report.json")
    events = _events(catalogues=(path, broken), fix=True, files=(ReportFile("json", report),))
    assert [type(event) for event in events] == [Fixed, SourceLanguages, Failed, Reported, Written]
    assert events[0] == Fixed(path, 1, 0)
    assert po.read(path).entries[0].msgstr == "Он шёл домой."
    assert events[-1] == Written(report)
    assert json.loads(report.read_text("utf-8"))["summary"]["unreadable"] == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("project")
def test_a_run_that_is_not_followed_to_its_end_writes_no_report() -> None:
    report = Path("report.json")
    run = check(_request(catalogues=(_write("a.ru.po", Entry("a", "б")),), files=(ReportFile("json", report),)))
    while not isinstance(next(run), Reported):
        pass
    del run
    assert not report.exists()


@pytest.mark.usefixtures("project")
def test_a_catalogue_of_the_source_that_nobody_has_named_is_told_as_left_out() -> None:
    entries = tuple(map(Entry, ("Open the file", "Save it as %s", "The house is new", "Cannot read the new file")))
    english, russian = (Path("po", name) for name in ("en.po", "ru.po"))
    for path in (english, russian):
        path.parent.mkdir(exist_ok=True)
        po.write(path, Catalogue((("Language", path.stem),), entries))
    events = _events(catalogues=(Path("po"),))
    assert events[:2] == [SourceLanguages(((russian, "en"),)), LeftOut(english)]
    assert not any(isinstance(event, Failed) for event in events)
    assert any(isinstance(event, Failed) for event in _events(catalogues=(english, russian)))


@pytest.mark.usefixtures("project")
def test_a_limit_alone_asks_for_drafts() -> None:
    path = _write("a.ru.po", Entry("a"), Entry("b"))
    reports = [event for event in _events(catalogues=(path,), max_untranslated="1") if isinstance(event, Reported)]
    assert [finding.check for finding in reports[0].report.findings].count(GATE) == 2
    assert reports[0].failed
    assert not any(
        event.failed for event in _events(catalogues=(path,), max_untranslated="2") if isinstance(event, Reported)
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({}, "locales: no such file or folder", id="no catalogues"),
        pytest.param({"select": ("nonsense",)}, "--select: unknown check 'nonsense'", id="an unknown check"),
        pytest.param({"max_untranslated": "x"}, "--max-untranslated: 'x' is no limit", id="no limit"),
        pytest.param({"source_language": "xx"}, "unknown language 'xx'", id="an unknown language"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused_before_anything_is_told(
    project: Path, options: dict[str, object], message: str
) -> None:
    with pytest.raises(L10nError) as error:
        next(check(_request(**options)))
    assert message in error.value.message


@pytest.mark.parametrize("name", ["a.ru.po", "other.po", "l10n.toml"])
def test_no_report_takes_the_place_of_a_catalogue_or_of_the_settings(project: Path, name: str) -> None:
    path = _write("a.ru.po", Entry("a", "б"))
    before = path.read_bytes()
    with pytest.raises(L10nError, match="this is"):
        _events(catalogues=(path,), fix=True, files=(ReportFile("json", Path(name)),))
    assert path.read_bytes() == before
    assert not Path("other.po").exists()


@pytest.mark.parametrize(
    ("severity", "check_name", "expected"),
    [
        (Severity.ERROR, "numbers", {FailOn.ERROR, FailOn.WARNING}),
        (Severity.WARNING, "numbers", {FailOn.WARNING}),
        (Severity.INFO, "numbers", set[FailOn]()),
        (Severity.ERROR, GATE, {FailOn.ERROR, FailOn.WARNING, FailOn.NEVER}),
    ],
)
def test_how_grave_a_finding_must_be_is_for_the_settings_to_say_but_for_the_gate(
    severity: Severity, check_name: str, expected: set[FailOn]
) -> None:
    finding = Finding(check_name, severity, "", Path("a.po"), 1, 1, "ru")
    report = Report((Checked(Path("a.po"), "a", "ru", Counts(), (finding,)),), {})
    assert {fail_on for fail_on in FailOn if fails(report, fail_on)} == expected


@pytest.mark.usefixtures("project")
def test_what_the_request_requires_comes_before_what_the_settings_require() -> None:
    Path("l10n.toml").write_text('[check]\nrequire = "drafted"\n', "utf-8")
    path = _write("a.ru.po", Entry("Haus", "дом"))
    (stored,) = [event for event in _events(catalogues=(path,)) if isinstance(event, Reported)]
    (asked,) = [event for event in _events(catalogues=(path,), require=Require.REVIEWED) if isinstance(event, Reported)]
    assert (stored.failed, asked.failed) == (False, True)
