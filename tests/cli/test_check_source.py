"""`l10n check --source`: source texts by themselves, reported at their lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Git, Run

FAULTS = {
    "repetition": "Er ging ging nach Hause.",
    "dates": "Die Frist endet am 31. November 2024.",
    "brackets": "Er kam (wie immer zu spät.",
    "spaces": "Er kam , sah und siegte.",
    "punctuation": "Er kam,, sah und siegte.",
    "mixed-script": "Das Hаus ist alt.",
    "control-characters": "Das Haus\u200b ist alt.",
    "quotes": "Er sagte: „Ich komme. Sie ging schon.",
    "normal-form": "Das Haus ist scho\u0308n.",
    "long-sentences": f"Er {' '.join(f'ka{first}{last}' for first in 'abcdefgh' for last in 'mnopqrst')}.",
}


def _findings(run: Run, *arguments: object, code: int = 0) -> list[dict[str, object]]:
    done = run("check", "--source", *arguments, "-f", "json", "--fail-on", "never", code=code)
    findings: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return findings


@pytest.mark.parametrize("check", FAULTS)
def test_a_fault_is_told_at_its_line_and_nothing_else(run: Run, project: Path, check: str) -> None:
    (project / "a.md").write_text(f"# Titel\n\nDas Haus ist groß.\nEs ist alt.\n\n{FAULTS[check]}\n", "utf-8")
    (finding,) = _findings(run, "a.md")
    assert (finding["check"], finding["line"], finding["path"], finding["language"]) == (check, 6, "a.md", "de")
    assert (finding["source"], finding["target"]) == (FAULTS[check], "")


def test_line_and_column_are_those_of_the_file_in_wrapped_and_marked_text(run: Run, project: Path) -> None:
    text = "Ein **Wort** und\n  noch eins , sagte er\nam 31. Februar.\n"
    (project / "a.md").write_bytes(("\ufeff" + text).replace("\n", "\r\n").encode())
    spaces, dates = _findings(run, "a.md")
    assert (spaces["line"], spaces["column"]) == (2, 12)
    assert (dates["line"], dates["column"]) == (3, 4)


def test_brackets_and_quotations_go_over_sentences_and_paragraphs(run: Run, project: Path) -> None:
    speech = "Sie sagte: „Ich komme. Ich gehe.\n\nIch bleibe.“ Das war alles.\n"
    (project / "a.txt").write_text(f"Er kam (das war 2024. Es regnete) und ging.\n\n{speech}", "utf-8")
    assert not _findings(run, "a.txt")


def test_without_a_name_the_sources_of_the_settings_are_checked(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text('sources = ["texts/*.txt"]\n[check]\nlongest-sentence = 3\n', "utf-8")
    (project / "texts").mkdir()
    (project / "texts" / "a.txt").write_text("Das Haus ist alt.\n", "utf-8")
    (finding,) = _findings(run)
    assert (finding["check"], finding["path"]) == ("long-sentences", "texts/a.txt")


def test_the_report_counts_documents_and_segments_and_the_exit_code_follows_fail_on(run: Run, project: Path) -> None:
    (project / "a.txt").write_text("Er kam , sah und siegte.\n", "utf-8")
    done = run("check", "--source", "a.txt")
    assert done.stdout.endswith("1 document, 1 segment: 1 warning\n")
    run("check", "--source", "a.txt", "--fail-on", "warning", code=1)
    (project / "b.txt").write_text("Das Haus.\n", "utf-8")
    assert run("check", "--source", "b.txt").stdout == "1 document, 1 segment: no findings\n"


def test_a_comment_silences_its_paragraph_or_the_next_one_and_is_told_if_it_is_of_no_use(
    run: Run, project: Path
) -> None:
    fault = "Er kam , sah."
    comment = "<!-- l10n-ignore: spaces (meant so) -->"
    (project / "a.md").write_text(f"{comment}\n\n{fault}\n\n{fault} {comment}\n\n{fault}\n", "utf-8")
    assert [finding["line"] for finding in _findings(run, "a.md")] == [7]
    (project / "b.md").write_text("<!-- l10n-ignore: spaces, nonsense -->\n\nDas Haus.\n", "utf-8")
    unused = _findings(run, "b.md")
    assert [(finding["check"], finding["line"]) for finding in unused] == [("unused-ignore", 1)] * 2


def test_what_was_there_at_the_base_revision_does_not_count(run: Run, git: Git) -> None:
    Path("a.md").write_text("Er kam , sah.\n", "utf-8")
    git("add", "-A")
    git("commit", "--quiet", "-m", "x")
    Path("a.md").write_text("# Neu\n\nEr ging ging.\n\nEr kam , sah.\n", "utf-8")
    (finding,) = _findings(run, "a.md", "--base", "HEAD")
    assert finding["check"] == "repetition"


def test_reports_for_programs_name_the_line(run: Run, project: Path) -> None:
    (project / "a.txt").write_text("Das Haus.\n\nEr ging ging.\n", "utf-8")
    assert "file=a.txt,line=3" in run("check", "--source", "a.txt", "-f", "github", code=1).stdout
    sarif = json.loads(run("check", "--source", "a.txt", "-f", "sarif", code=1).stdout)
    (result,) = sarif["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_a_text_that_cannot_be_read_is_told_and_the_others_are_checked(run: Run, project: Path) -> None:
    (project / "a.txt").write_bytes(b"\xff\xfe\xff")
    (project / "b.txt").write_text("Er ging ging.\n", "utf-8")
    done = run("check", "--source", "a.txt", "b.txt", code=2)
    assert "error: a.txt" in done.stderr
    assert "b.txt:1:4: error repetition" in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("README", "Das Haus.\n", 'if it is one of these: format = "NAME" in the setting documents; l10n reads'),
        ("a.vtt", "1\n", 'or name the format: format = "srt" in the setting documents\n'),
    ],
)
def test_the_format_of_a_text_is_named_in_the_settings(
    run: Run, project: Path, name: str, text: str, hint: str
) -> None:
    (project / name).write_text(text, "utf-8")
    done = run("check", "--source", name, "-f", "json", code=2)
    assert hint in done.stderr
    assert json.loads(done.stdout)["errors"][0]["hint"] in done.stderr


@pytest.mark.parametrize("option", ["--fix", "--fix-human", "--require translated", "--locales x", "--glossary g.csv"])
def test_options_for_catalogues_are_refused(run: Run, project: Path, option: str) -> None:
    (project / "a.txt").write_text("Das Haus.\n", "utf-8")
    done = run("check", "--source", "a.txt", *option.split(), code=2)
    assert re.search(rf"error: {option.split(maxsplit=1)[0]}: not with --source\nhint: ", done.stderr)


def test_a_catalogue_is_no_source_text(run: Run, project: Path) -> None:
    (project / "a.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    assert "a.po" in run("check", "--source", "a.po", code=2).stderr
