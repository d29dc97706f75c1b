"""`l10n build`: the articles of all languages, from catalogues that are not always finished."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import countersign, sign
from l10n.model import Draft, Entry, Leg, State
from tests.conftest import ARTICLE, ROOT, Run, WithoutRights

TEXT = "Brücke gesperrt\r\n\r\nDer Hund schläft.  Das Haus ist alt. Wer kommt?\r\n\tNiemand.\r\n"
RU = {
    "Brücke gesperrt": "Мост закрыт",
    "Der Hund schläft.": "Собака спит.",
    "Das Haus ist alt.": "Дом старый.",
    "Wer kommt?": "Кто идет?",
    "Niemand.": "Никто.",
}
DONE = "Мост закрыт\r\n\r\nСобака спит.  Дом старый. Кто идет?\r\n\tНикто.\r\n"
PAGE = (ROOT / "docs" / "building.md").read_text("utf-8")
Fill = Callable[..., Path]


def _draft(entry: Entry, text: str) -> Entry:
    return drafted(entry, Draft("argos", (Leg("de-ru-1.0", text, -0.5),)))


MAKE: Mapping[State, Callable[[Entry, str], Entry]] = {
    State.UNTRANSLATED: lambda entry, _: entry,
    State.DRAFT: _draft,
    State.EDITED: lambda entry, text: replace(entry, msgstr=text, flags=("fuzzy",)),
    State.OUTDATED: lambda entry, text: replace(entry, msgstr=text, flags=("fuzzy",), previous=(("msgid", "Alt."),)),
    State.OUTDATED_UNREAD: lambda entry, text: replace(
        _draft(Entry("alt"), text), msgid=entry.msgid, msgctxt=entry.msgctxt, flags=()
    ),
    State.UNREAD: lambda entry, text: replace(_draft(entry, text), flags=()),
    State.TRANSLATED: lambda entry, text: replace(entry, msgstr=text),
    State.REVIEWED: lambda entry, text: sign(replace(entry, msgstr=text), "Anna", "2026-01-31"),
    State.SECOND: lambda entry, text: countersign(
        sign(replace(entry, msgstr=text), "Anna", "2026-01-31"), "Olga", "2026-02-01"
    ),
}


@pytest.fixture
def fill(run: Run, project: Path) -> Fill:
    """Write the article and a catalogue: `fill({"Wer kommt?": State.DRAFT})`, all else is translated."""

    def write(states: Mapping[str, State] | None = None, lang: str = "ru") -> Path:
        (project / "a.txt").write_bytes(TEXT.encode())
        run("update", "a.txt", "--to", lang)
        path = Path("locales", lang, "LC_MESSAGES", "a.po")
        catalogue = po.read(path)
        wanted = states or {}
        entries = (
            MAKE[wanted.get(entry.msgid, State.TRANSLATED)](entry, RU[entry.msgid]) for entry in catalogue.entries
        )
        po.write(path, replace(catalogue, entries=tuple(entries)))
        return path

    return write


def _built(project: Path, name: str = "build/ru/a.txt") -> str:
    return (project / name).read_bytes().decode()


def test_the_article_is_set_as_its_source_is(run: Run, project: Path, fill: Fill) -> None:
    fill()
    assert run("build", "a.txt", "--to", "ru").stdout == "build/ru/a.txt: 5 segments\n"
    assert _built(project) == DONE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_article_has_the_encoding_of_its_source(run: Run, project: Path, fill: Fill, encoding: str) -> None:
    fill()
    (project / "a.txt").write_bytes(TEXT.encode(encoding))
    run("build", "a.txt", "--to", "ru", "-o", "out")
    assert (project / "out" / "ru" / "a.txt").read_bytes() == DONE.encode(encoding)


def test_a_second_run_changes_no_byte(run: Run, project: Path, fill: Fill) -> None:
    fill()
    for options in ([], ["--bilingual", "html"], ["--bilingual", "markdown"]):
        run("build", "a.txt", "--to", "ru", *options)
    before = {path: path.read_bytes() for path in (project / "build" / "ru").iterdir()}
    assert len(before) == 3
    for options in ([], ["--bilingual", "html"], ["--bilingual", "markdown"]):
        run("build", "a.txt", "--to", "ru", *options)
    assert {path: path.read_bytes() for path in (project / "build" / "ru").iterdir()} == before


ENOUGH = {
    "drafted": frozenset(State) - {State.UNTRANSLATED},
    "translated": {State.UNREAD, State.TRANSLATED, State.REVIEWED, State.SECOND},
    "reviewed": {State.REVIEWED, State.SECOND},
}


@pytest.mark.parametrize("require", ENOUGH)
@pytest.mark.parametrize("found", State)
def test_require_means_what_it_means_in_check(run: Run, project: Path, fill: Fill, found: State, require: str) -> None:
    path = fill(dict.fromkeys(RU, State.REVIEWED) | {"Wer kommt?": found})
    code = 0 if found in ENOUGH[require] else 1
    run("check", path, "--require", require, "--select", "all-caps", code=code)
    built = run("build", "a.txt", "--to", "ru", "--require", require, code=code)
    assert (project / "build" / "ru" / "a.txt").exists() == (code == 0)
    assert (f"  {path}:{_line(path, 'Wer kommt?')}: {found}: Wer kommt?\n" in built.stderr) == (code == 1)


def _line(path: Path, msgid: str) -> int:
    return next(entry.line for entry in po.read(path).entries if entry.msgid == msgid)


def test_white_space_is_no_translation(run: Run, fill: Fill) -> None:
    path = fill()
    path.write_text(path.read_text("utf-8").replace(RU["Wer kommt?"], " "), "utf-8")
    assert ": untranslated: Wer kommt?\n" in run("build", "a.txt", "--to", "ru", code=1).stderr
    run("build", "a.txt", "--to", "ru", "--require", "drafted", code=1)


@pytest.mark.parametrize("flags", ["", "#, fuzzy\n"])
def test_blanks_are_untranslated_for_every_command_and_nothing_is_drafted_over_them(
    run: Run, fill: Fill, packages: Path, flags: str
) -> None:
    path = fill()
    text = path.read_text("utf-8").replace(f'msgstr "{RU["Wer kommt?"]}"', 'msgstr "  "')
    path.write_text(text.replace('msgid "Wer kommt?"', f'{flags}msgid "Wer kommt?"'), "utf-8")
    (row,) = json.loads(run("status", "--json").stdout)["catalogues"]
    assert (row["untranslated"], row["drafted"], row["translated"]) == (1, 0, 4)
    run("status", "--refuse", "untranslated", code=1)
    assert run("review", "list", path, "--state", "untranslated").stdout.count("\n") == 1
    run("review", "approve", path, "--entries", "all", "--by", "Anna", code=2)
    assert ": untranslated: Wer kommt?\n" in run("build", "a.txt", "--to", "ru", code=1).stderr
    run("check", path, "--require", "drafted", "--select", "untranslated", code=1)
    run("draft", "a.txt", "--to", "ru", "--packages", packages, "--redraft")
    assert po.read(path).entries[3].msgstr == "  "


def test_an_unfinished_article_is_not_written_and_the_others_are(run: Run, project: Path, fill: Fill) -> None:
    path = fill(dict.fromkeys(RU, State.OUTDATED))
    fill(lang="en")
    result = run("build", "a.txt", "--to", "ru,en", code=1)
    assert result.stdout == "build/en/a.txt: 5 segments\n"
    assert result.stderr.splitlines() == [
        "error: build/ru/a.txt: not written, 5 of 5 segments not translated:",
        *(f"  {path}:{_line(path, msgid)}: outdated: {msgid}" for msgid in RU),
        "hint: finish them, or say what stands for them: --fallback source, draft or omit",
    ]
    assert not (project / "build" / "ru").exists()


def test_only_the_first_gaps_are_named(run: Run, project: Path, fill: Fill) -> None:
    fill(dict.fromkeys(RU, State.DRAFT))
    (project / "a.txt").write_bytes(TEXT.encode() + b"Noch ein Satz. Und noch einer.\n")
    stderr = run("build", "a.txt", "--to", "ru", code=1).stderr
    assert "not written, 7 of 7 segments not translated:" in stderr
    assert stderr.count(": draft: ") == 5
    assert "\n  … and 2 more\n" in stderr


FALLBACKS = [
    pytest.param(
        ["--fallback", "source"],
        "Мост закрыт\r\n\r\nСобака спит.  Das Haus ist alt. Wer kommt?\r\n\tNiemand.\r\n",
        "5 segments, 3 in German",
        id="source",
    ),
    pytest.param(
        ["--fallback", "draft"],
        "Мост закрыт\r\n\r\nСобака спит.  Дом старый. Wer kommt?\r\n\tНикто.\r\n",
        "5 segments, 2 from drafts, 1 in German",
        id="draft",
    ),
    pytest.param(
        ["--fallback", "draft", "--mark-drafts"],
        "Мост закрыт\r\n\r\nСобака спит.  ⟦Дом старый.⟧ Wer kommt?\r\n\t⟦Никто.⟧\r\n",
        "5 segments, 2 from drafts, 1 in German",
        id="marked drafts",
    ),
    pytest.param(
        ["--fallback", "omit"],
        "Мост закрыт\r\n\r\nСобака спит.\r\n",
        "5 segments, 3 left out",
        id="omit",
    ),
    pytest.param(
        ["--require", "reviewed", "--fallback", "draft", "--mark-drafts"],
        "⟦Мост закрыт⟧\r\n\r\nСобака спит.  ⟦Дом старый.⟧ Wer kommt?\r\n\t⟦Никто.⟧\r\n",
        "5 segments, 1 not reviewed, 2 from drafts, 1 in German",
        id="reviewed, else marked",
    ),
    pytest.param(
        ["--require", "drafted", "--fallback", "omit", "--mark-drafts"],
        "Мост закрыт\r\n\r\nСобака спит.  ⟦Дом старый.⟧\r\n\t⟦Никто.⟧\r\n",
        "5 segments, 2 from drafts, 1 left out",
        id="drafts are enough, but marked",
    ),
]


@pytest.mark.parametrize(("options", "expected", "told"), FALLBACKS)
def test_what_stands_for_a_segment_below_the_required_state(
    run: Run, project: Path, fill: Fill, options: list[str], expected: str, told: str
) -> None:
    fill(
        {
            "Der Hund schläft.": State.REVIEWED,
            "Das Haus ist alt.": State.DRAFT,
            "Wer kommt?": State.UNTRANSLATED,
            "Niemand.": State.OUTDATED,
        }
    )
    assert run("build", "a.txt", "--to", "ru", *options).stdout == f"build/ru/a.txt: {told}\n"
    assert _built(project) == expected


@pytest.mark.parametrize("options", [[], ["--bilingual", "html"]], ids=["article", "bilingual"])
def test_an_article_of_which_nothing_is_left_is_not_written(
    run: Run, project: Path, fill: Fill, options: list[str]
) -> None:
    fill(dict.fromkeys(RU, State.DRAFT))
    stderr = run("build", "a.txt", "--to", "ru", "--fallback", "omit", *options, code=1).stderr
    assert "not written, no segment is translated: nothing would be left\nhint: " in stderr
    assert not (project / "build").exists()


def test_obsolete_entries_do_not_count(run: Run, project: Path, fill: Fill) -> None:
    path = fill()
    catalogue = po.read(path)
    gone = tuple(replace(one, obsolete=one.msgid == "Wer kommt?") for one in catalogue.entries)
    po.write(path, replace(catalogue, entries=gone))
    assert "a.txt:3: untranslated: Wer kommt?" in run("build", "a.txt", "--to", "ru", code=1).stderr


def test_a_catalogue_behind_its_article_is_named_with_what_to_do(run: Run, project: Path, fill: Fill) -> None:
    path = fill()
    (project / "a.txt").write_bytes(TEXT.replace("Niemand.", "Niemand. Nie.").encode())
    result = run("build", "a.txt", "--to", "ru", "--fallback", "source")
    assert result.stderr == (
        f"{path}: 1 segment of a.txt without an entry: bring it up to date with l10n update a.txt\n"
    )
    assert result.stdout == "build/ru/a.txt: 6 segments, 1 in German\n"
    assert _built(project) == DONE.replace("Никто.", "Никто. Nie.")


def test_a_line_break_in_a_translation_makes_no_new_paragraph(run: Run, project: Path, fill: Fill) -> None:
    path = fill()
    path.write_text(path.read_text("utf-8").replace('"Дом старый."', r'" Дом \n  старый.\n"'), "utf-8")
    run("build", "a.txt", "--to", "ru")
    assert _built(project) == DONE


def test_missing_and_broken_catalogues_and_sources_do_not_stop_the_others(run: Run, project: Path, fill: Fill) -> None:
    fill()
    broken = project / "locales" / "uk" / "LC_MESSAGES" / "a.po"
    broken.parent.mkdir(parents=True)
    broken.write_text('msgid "a\n')
    result = run("build", "a.txt", "b.txt", "--to", "en,uk,ru", code=2)
    assert result.stdout == "build/ru/a.txt: 5 segments\n"
    assert "error: locales/en/LC_MESSAGES/a.po: no such catalogue\nhint: make it: l10n draft a.txt --to en\n" in (
        result.stderr
    )
    assert "uk/LC_MESSAGES/a.po:" in result.stderr
    assert "error: b.txt: no such file\n" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize("name", ["locales/ru", "locales/ru/LC_MESSAGES", "locales/ru/LC_MESSAGES/a.po"])
def test_a_catalogue_that_may_not_be_read_does_not_stop_the_others(
    run_without_rights: WithoutRights, project: Path, fill: Fill, name: str
) -> None:
    fill()
    fill(lang="uk")
    (project / name).chmod(0o000)
    try:
        result = run_without_rights("build", "a.txt", "--to", "ru,uk")
    finally:
        (project / name).chmod(0o755)
    assert (result.returncode, result.stdout) == (2, "build/uk/a.txt: 5 segments\n")
    assert "ru/LC_MESSAGES/a.po: cannot read: Permission denied\nhint: " in result.stderr


def test_sources_and_languages_come_from_the_settings(run: Run, project: Path, fill: Fill) -> None:
    fill()
    (project / "l10n.toml").write_text('sources = ["*.txt"]\ntargets = ["ru"]\n')
    assert run("build").stdout == "build/ru/a.txt: 5 segments\n"


def test_no_source_is_written_over(run: Run, project: Path, fill: Fill) -> None:
    fill()
    (project / "build").mkdir()
    (project / "build" / "ru").symlink_to(project)
    result = run("build", "a.txt", "--to", "ru", code=2)
    assert "error: build/ru/a.txt: this is a source, not written\nhint: " in result.stderr
    assert _built(project, "a.txt") == TEXT


@pytest.mark.parametrize("name", ["a.po", "a.POT", "l10n.toml", "pyproject.toml", "terms.csv", "m.db"])
def test_no_article_takes_the_place_of_a_catalogue_or_a_file_of_the_project(
    run: Run, project: Path, fill: Fill, name: str
) -> None:
    fill()
    (project / "l10n.toml").write_text('sources = ["in/*"]\nglossary = "terms.csv"\nmemory = "m.db"\n')
    (project / "build").mkdir()
    (project / "build" / "ru").symlink_to(project)
    (project / "in").mkdir()
    source = (project / "a.txt").rename(project / "in" / name)
    (project / "locales" / "ru" / "LC_MESSAGES" / "a.po").rename(
        project / "locales" / "ru" / "LC_MESSAGES" / f"{source.stem}.po"
    )
    if name != "l10n.toml":
        (project / name).write_bytes(b"# kept\n")
    before = (project / name).read_bytes()
    error, hint = run("build", source, "--format", "plain", "--to", "ru", code=2).stderr.splitlines()
    assert error.startswith(f"error: build/ru/{name}: this is ")
    assert error.endswith(", not written")
    assert hint.startswith("hint: ")
    assert (project / name).read_bytes() == before


@pytest.mark.parametrize("edition", ["html", "markdown"])
def test_a_bilingual_edition_takes_the_place_of_no_source_and_of_no_article(
    run: Run, project: Path, fill: Fill, edition: str
) -> None:
    fill()
    suffix = {"html": ".html", "markdown": ".md"}[edition]
    source, other = f"a{suffix}", f"ru/a{suffix}"
    (project / "a.txt").rename(project / source)
    run("build", source, "--format", "plain", "--to", "ru")
    article = _built(project, f"build/ru/{source}")
    line = run("build", source, "--format", "plain", "--to", "ru", "--bilingual", edition).stdout
    assert line == f"build/ru/a.bilingual{suffix}: 5 segments\n"
    assert _built(project, f"build/ru/{source}") == article == DONE
    (project / "ru").mkdir()
    (project / other).write_text("Ein Text.\n", "utf-8")
    (project / source).rename(project / "a.txt")
    (project / "l10n.toml").write_text(f'sources = ["{other}"]\n')
    error = run("build", "a.txt", "--to", "ru", "--bilingual", edition, "-o", ".", code=2).stderr
    assert error.startswith(f"error: {other}: this is a source, not written\n")
    assert _built(project, other) == "Ein Text.\n"
    assert "a.txt/ru/a" in run("build", "a.txt", "--to", "ru", "--bilingual", edition, "-o", "a.txt", code=4).stderr
    assert _built(project, "a.txt") == TEXT


def test_what_a_source_has_no_terminal_obeys(run: Run, project: Path) -> None:
    (project / "a.txt").write_text("Rot\x9b31m und \u202eumgekehrt. Noch einer.\n", "utf-8")
    run("update", "a.txt", "--to", "ru")
    result = run("build", "a.txt", "--to", "ru", code=1)
    assert "untranslated: Rot\\x9b31m und \\u202eumgekehrt.\n" in result.stderr
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.stderr + result.stdout)


def test_what_a_name_has_no_terminal_obeys(run: Run, project: Path, fill: Fill) -> None:
    fill()
    output = run("build", "a.txt", "--to", "ru", "-o", "o\x1b[31m\u202e").stdout
    assert output == "o\\x1b[31m\\u202e/ru/a.txt: 5 segments\n"
    (project / "locales").rename(project / "l\x1b[31m")
    for arguments in (["l\x1b[31m", "--refuse", "translated"], ["n\x1b[31m"], ["l\x1b[31m", "--html", "h\x1b.html"]):
        result = run("status", *arguments, code=0 if "--html" in arguments else 2 - ("--refuse" in arguments))
        assert "\x1b" not in result.stderr + result.stdout
        assert "\\x1b" in result.stderr


def test_a_folder_in_the_way_is_named(run: Run, project: Path, fill: Fill) -> None:
    fill()
    (project / "build").write_text("")
    assert "build/ru/a.txt: cannot write" in run("build", "a.txt", "--to", "ru", code=4).stderr


def test_a_link_that_leads_to_itself_is_named_and_does_not_stop_the_others(run: Run, project: Path, fill: Fill) -> None:
    fill()
    fill(lang="uk")
    link = project / "build" / "ru" / "a.txt"
    link.parent.mkdir(parents=True)
    link.symlink_to(link)
    result = run("build", "a.txt", "--to", "ru,uk", code=4)
    assert "build/ru/a.txt: cannot write: a link leads to itself\nhint: " in result.stderr
    assert result.stdout == "build/uk/a.txt: 5 segments\n"
    assert "cannot write: a link leads to itself" in run("status", "--html", link, code=4).stderr


def test_an_unknown_edition_is_named(run: Run, fill: Fill) -> None:
    fill()
    assert "unknown edition 'pdf'\nhint: known: html, markdown\n" in (
        run("build", "a.txt", "--to", "ru", "--bilingual", "pdf", code=2).stderr
    )


def test_the_seed_article_is_built_in_four_languages(run: Run, project: Path) -> None:
    (project / "locales").symlink_to(ROOT / "locales")
    source = ARTICLE.read_text("utf-8")
    run("build", ARTICLE)
    for lang in ("en", "ru", "az", "uk"):
        built = _built(project, f"build/{lang}/{ARTICLE.name}")
        assert [len(line) > 0 for line in built.split("\n")] == [len(line) > 0 for line in source.split("\n")]
        catalogue = po.read(ROOT / "locales" / lang / "LC_MESSAGES" / f"{ARTICLE.stem}.po")
        assert built.split() == " ".join(entry.msgstr for entry in catalogue.entries).split()


def test_the_sessions_in_the_documentation_are_real(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "seeds").symlink_to(ROOT / "seeds")
    (project / "l10n.toml").write_text('sources = ["seeds/*.txt"]\n')
    shutil.copytree(ROOT / "locales", project / "locales")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    steps = re.findall(r"^\$ ([^\n]+)\n((?:(?!\$ |```).*\n)*)", PAGE, re.M)
    assert len(steps) == 8
    for command, output in steps:
        done = subprocess.run(["sh", "-c", f"({command}) 2>&1"], check=True, capture_output=True, encoding="utf-8")
        assert done.stdout == output, command


def test_every_option_is_in_the_documentation(run: Run) -> None:
    options = set(re.findall(r"--[a-z-]+", run("build", "--help").stdout))
    assert {"--require", "--fallback"} < options
    assert all(option in PAGE for option in options - {"--help", "--quiet", "--from", "--locales"})
