"""The summary for a pull request: tables that are tables, and texts that stay texts."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from markdown_it import MarkdownIt

from l10n.model.findings import Report, Severity
from l10n.reports.characters import visible
from l10n.reports.excerpt import short
from tests.reports.sample import CLEAN, REPORT
from tests.reports.strategies import REPORTS
from tests.reports.test_formats import written

_TAGS = {
    "h2",
    "h3",
    "p",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "summary",
    "ul",
    "li",
    "b",
    "br",
    "code",
}


class _Page(HTMLParser):
    """The tags of a page, the texts in `<code>`, and the rows of its tables."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.codes: list[str] = []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(name == "style" and str(value).startswith("text-align") for name, value in attrs)
        self.tags.append(tag)
        if tag == "code":
            self.codes.append("")

    def handle_data(self, data: str) -> None:
        if self.codes:
            self.codes[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self.codes[-1] += "\n"


@given(report=REPORTS)
def test_texts_of_others_are_neither_markup_nor_lost(report: Report) -> None:
    page = _Page(written("markdown", report))
    assert set(page.tags) <= _TAGS
    texts = [code.partition("\n")[0] for code in page.codes]
    for finding in report.findings:
        assert visible(finding.message) in texts
        assert all(text in texts for _, text in short(finding, 120))
    for one in report.unreadable:
        assert {visible(one.path.as_posix()), visible(one.message), visible(one.hint)} <= {*texts, ""}
    assert page.tags.count("li") == len(report.unreadable) + len(report.findings)


@given(report=REPORTS)
def test_every_sign_in_the_source_is_ours(report: Report) -> None:
    markdown = written("markdown", report)
    for tag in _TAGS:
        markdown = markdown.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert not set("<>`*_[]\\@$~").intersection(markdown)
    assert "#" not in markdown.replace("### ", "").replace("## ", "").replace("&#", "")


@given(report=REPORTS)
def test_every_row_has_a_cell_for_every_column(report: Report) -> None:
    tags = _Page(written("markdown", report)).tags
    languages = {catalogue.language for catalogue in report.catalogues}
    several = [name for name in languages if sum(one.language == name for one in report.catalogues) > 1]
    assert tags.count("table") == bool(languages) + len(several)
    detailed = sum(catalogue.language in several for catalogue in report.catalogues)
    assert tags.count("td") == 10 * len(languages) + 9 * detailed


def test_at_most_fifty_findings_are_shown_and_they_are_the_gravest() -> None:
    warning, error = REPORT.findings[2], REPORT.findings[1]
    catalogues = [
        replace(REPORT.catalogues[0], findings=(warning,) * 40),
        replace(REPORT.catalogues[2], findings=(error,) * 30),
    ]
    markdown = written("markdown", Report(tuple(catalogues), REPORT.rules))
    assert markdown.count("<li><b>error</b>") == 30
    assert markdown.count("<li><b>warning</b>") == 20
    assert markdown.endswith("\n\n… and 20 more\n")
    assert "000.po</code>: 40 warnings</summary>" in markdown
    assert error.severity is Severity.ERROR


def test_files_that_could_not_be_read_come_first_and_count_among_the_fifty() -> None:
    missing, findings = REPORT.unreadable[:1], (REPORT.findings[1],) * 60
    report = Report((replace(REPORT.catalogues[0], findings=findings),), REPORT.rules, missing * 20)
    markdown = written("markdown", report)
    assert markdown.startswith("## l10n check: 20 files could not be read, 60 errors\n")
    assert markdown.count("unresolved merge conflict") == 20
    assert markdown.index("unresolved merge conflict") < markdown.index("| language |")
    assert markdown.count("<li>") == 50
    assert markdown.endswith("\n\n… and 30 more\n")
    markdown = written("markdown", replace(report, unreadable=missing * 70))
    assert markdown.count("<li>") == 50
    assert "\n\n… and 20 more\n" in markdown
    assert markdown.endswith("\n\n… and 60 more\n")


def test_a_clean_report_is_a_heading_and_a_table() -> None:
    figures = "entries | untranslated | drafted | translated | reviewed | errors | warnings | infos"
    assert written("markdown", CLEAN) == (
        "## l10n check: no findings\n\n1 catalogue, 3 entries\n\n"
        f"| language | catalogue | {figures} |\n"
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        "| <code>ru</code> | <code>a&#124;b &#60;x&#62;</code> | 3 | 0 | 0 | 3 | 3 | 0 | 0 | 0 |\n"
    )
