"""po4a's cases of "the source changed" (its t/cfg: nopo, newstr, fuzzied, …), each with the whole file expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.languages import LANGUAGES
from tests.conftest import Run

OLD, NEW = "1000000000", "1000000060"
HEADER = """\
# Russian translation of a.txt.
msgid ""
msgstr ""
"Project-Id-Version: a 1\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2001-09-09 {created}+0000\\n"
"PO-Revision-Date: 2001-09-09 {revised}+0000\\n"
"Last-Translator: l10n <noreply@localhost>\\n"
"Language-Team: Russian\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: PLURAL\\n"
"X-Source-Language: de\\n"
"X-Generator: l10n 0.2.0\\n"

""".replace("PLURAL", LANGUAGES["ru"].plural_forms)
FIRST = """\
#. paragraph 1, sentence 1
#. next: {next}
#: a.txt:1
msgid "Er kommt heute."
msgstr "{text}"
"""
LAST = """\
#. paragraph {number}, sentence 1
#. previous: {previous}
#: a.txt:{number}
{more}msgid "{msgid}"
msgstr "{text}"
"""
TEXT = "Er kommt heute.\nSie geht morgen weg.\n"
FRESH = HEADER.format(created="01:46", revised="01:46") + "\n".join(
    (
        FIRST.format(next="Sie geht morgen weg.", text=""),
        LAST.format(number=2, previous="Er kommt heute.", more="", msgid="Sie geht morgen weg.", text=""),
    )
)
DONE = HEADER.format(created="01:46", revised="01:46") + "\n".join(
    (
        FIRST.format(next="Sie geht morgen weg.", text="Он придёт."),
        LAST.format(number=2, previous="Er kommt heute.", more="", msgid="Sie geht morgen weg.", text="Она уйдёт."),
    )
)
FUZZY = DONE.replace('msgid "Sie', '#, fuzzy\nmsgid "Sie')
Scenario = Callable[..., str]


@pytest.fixture
def scenario(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> Scenario:
    """Start with a text and a catalogue, change the text, update; returns the catalogue."""
    path = project / "locales" / "ru" / "LC_MESSAGES" / "a.po"

    def play(before: str | None, text: str, *options: str, template: bool = True) -> str:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", OLD)
        (project / "a.txt").write_text(TEXT, "utf-8")
        if template:
            run("update", "a.txt", "--to", "ru")
            path.unlink()
        if before is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(before, "utf-8")
        if before is not None or text != TEXT:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW)
        (project / "a.txt").write_text(text, "utf-8")
        run("update", "a.txt", "--to", "ru", *options)
        return path.read_text("utf-8")

    return play


def test_nopo_a_catalogue_is_made_from_the_template(scenario: Scenario) -> None:
    assert scenario(None, TEXT) == FRESH


def test_nopotpo_template_and_catalogue_are_made(scenario: Scenario, project: Path) -> None:
    assert scenario(None, TEXT, template=False) == FRESH
    template = (project / "locales" / "a.pot").read_text("utf-8")
    assert template.startswith('# Template for translations of a.txt.\n#, fuzzy\nmsgid ""\n')
    assert template.partition("\n\n")[2] == FRESH.partition("\n\n")[2]


def test_uptodate_nothing_changes(scenario: Scenario) -> None:
    assert scenario(DONE, TEXT) == DONE


def test_fuzzy_what_is_fuzzy_stays_so(scenario: Scenario) -> None:
    assert scenario(FUZZY, TEXT) == FUZZY


def test_newstr_a_new_sentence_is_empty_and_moves_no_revision_date(scenario: Scenario) -> None:
    middle = """\
#. paragraph 2, sentence 1
#. previous: Er kommt heute.
#. next: Sie geht morgen weg.
#: a.txt:2
msgid "Niemand weiß es."
msgstr ""
"""
    assert scenario(DONE, "Er kommt heute.\nNiemand weiß es.\nSie geht morgen weg.\n") == HEADER.format(
        created="01:47", revised="01:46"
    ) + "\n".join(
        (
            FIRST.format(next="Niemand weiß es.", text="Он придёт."),
            middle,
            LAST.format(
                number=3, previous="Niemand weiß es.", more="", msgid="Sie geht morgen weg.", text="Она уйдёт."
            ),
        )
    )


WAS = "# l10n-was: accepted s=835bae7f h=02f626b6\n"
FUZZIED = HEADER.format(created="01:47", revised="01:47") + "\n".join(
    (
        FIRST.format(next="Sie geht heute weg.", text="Он придёт."),
        "# l10n-diff: Sie geht [-morgen-] {+heute+} weg. ¶\n"
        + WAS
        + LAST.format(
            number=2,
            previous="Er kommt heute.",
            more='#, fuzzy\n#| msgid "Sie geht morgen weg."\n',
            msgid="Sie geht heute weg.",
            text="Она уйдёт.",
        ),
    )
)


def test_fuzzied_a_changed_sentence_keeps_its_text_and_tells_the_change(scenario: Scenario) -> None:
    assert scenario(DONE, "Er kommt heute.\nSie geht heute weg.\n") == FUZZIED


def test_fuzzied_an_edited_fuzzy_text_is_kept_too(scenario: Scenario) -> None:
    edited = FUZZIED.replace("l10n-was: accepted", "l10n-was: edited")
    assert scenario(FUZZY, "Er kommt heute.\nSie geht heute weg.\n") == edited


def test_fuzzied_noup_a_dry_run_leaves_the_file(scenario: Scenario) -> None:
    assert scenario(DONE, "Er kommt heute.\nSie geht heute weg.\n", "--dry-run") == DONE


def test_potin_fields_of_an_edited_header_stay(scenario: Scenario) -> None:
    edited = DONE.replace('"X-Generator: l10n 0.2.0', '"X-Team: Nord\\n"\n"X-Generator: Poedit 3.4')
    edited = edited.replace("l10n <noreply@localhost>", "Anna <anna@example.org>")
    changed = scenario(edited, "Er kommt heute.\nSie geht heute weg.\n")
    assert changed == FUZZIED.replace(
        '"X-Generator: l10n 0.2.0', '"X-Team: Nord\\n"\n"X-Generator: Poedit 3.4'
    ).replace("l10n <noreply@localhost>", "Anna <anna@example.org>")


def test_removed_a_translated_sentence_becomes_obsolete(scenario: Scenario) -> None:
    assert scenario(DONE, "Er kommt heute.\n") == HEADER.format(created="01:47", revised="01:46") + (
        '#. paragraph 1, sentence 1\n#: a.txt:1\nmsgid "Er kommt heute."\nmsgstr "Он придёт."\n\n'
        '#~ msgid "Sie geht morgen weg."\n#~ msgstr "Она уйдёт."\n'
    )
