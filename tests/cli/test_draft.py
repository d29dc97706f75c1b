"""`l10n draft`: the main job, and everything that can be in its way."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.engines.argos.demo.builder import build_package
from l10n.identity import digest
from l10n.model import Entry, State
from tests.conftest import ARTICLE, Gettext, Run

TEXT = "Titel\nDas Haus ist groß. Das Haus ist alt.\n"
LANGUAGES = ("en", "ru", "az", "uk")


@pytest.fixture
def source(project: Path) -> Path:
    path = project / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _catalogue(project: Path, lang: str = "ru") -> Path:
    return project / "locales" / lang / "LC_MESSAGES" / "text.po"


def _entries(project: Path, lang: str = "ru") -> list[Entry]:
    return [entry for entry in po.read(_catalogue(project, lang)).entries if not entry.obsolete]


def _files(project: Path) -> dict[Path, tuple[bytes, int]]:
    paths = [path for path in (project / "locales").rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def _edit(project: Path, old: str, new: str, lang: str = "ru") -> None:
    path = _catalogue(project, lang)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_text_becomes_four_drafted_catalogues(run: Run, project: Path, source: Path, packages: Path) -> None:
    result = run("draft", source, "--packages", packages)
    assert result.stdout.splitlines() == [f"locales/{lang}/LC_MESSAGES/text.po: 3 drafted" for lang in LANGUAGES]
    assert [entry.msgstr for entry in _entries(project)] == ["Titel", "Дом большой.", "Дом старый."]
    assert [entry.msgstr for entry in _entries(project, "en")] == [
        "Titel",
        "The house is big.",
        "The house is old.",
    ]
    assert {state(entry) for lang in LANGUAGES for entry in _entries(project, lang)} == {State.DRAFT}
    assert po.read(project / "locales" / "text.pot").flags == ("fuzzy",)


def test_a_draft_tells_pivot_packages_and_hashes(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages)
    pivot, mark = _entries(project)[1].comments
    bound = f"s={digest(_entries(project)[1].msgid)} h={digest('Дом большой.')}"
    assert mark == f"l10n-mt: argos de-en-1.0+en-ru-1.0 risk=0.22 {bound}"
    assert pivot == "l10n-pivot: The house is big. ¶"
    assert len(_entries(project, "en")[1].comments) == 1


def test_the_end_of_the_run_says_what_was_done_with_what_and_what_to_do_next(
    run: Run, source: Path, packages: Path
) -> None:
    console = run("draft", source, "--packages", packages).stderr
    assert "12 drafts in " in console
    assert "with argos de-en-1.0, en-ru-1.0, en-az-1.0, en-uk-1.0" in console
    assert "next: open locales/en/LC_MESSAGES/text.po in Poedit" in console
    assert "demo" not in console


def test_quiet_leaves_only_results(run: Run, source: Path, packages: Path) -> None:
    result = run("draft", source, "--packages", packages, "--quiet")
    assert result.stderr == ""
    assert len(result.stdout.splitlines()) == 4


def test_a_second_run_changes_no_byte(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages)
    before = _files(project)
    result = run("draft", source, "--packages", packages)
    assert _files(project) == before
    assert "nothing to draft" in result.stderr


def test_msgfmt_and_msgcat_have_nothing_to_say(
    run: Run, project: Path, demo_packages: Path, gettext: Gettext, tmp_path: Path
) -> None:
    run("draft", ARTICLE, "--packages", demo_packages)
    catalogues = [*(project / "locales").rglob("*.po"), *(project / "locales").rglob("*.pot")]
    assert len(catalogues) == 5
    for path in catalogues:
        said = gettext("msgfmt", "--check", "--output-file", "/dev/null", path)
        told = [line for line in said.splitlines() if ": warning: " in line]
        assert all("header field 'Language'" in line for line in told) if path.suffix == ".pot" else said == ""
        gettext("msgcat", "--no-wrap", "--output-file", tmp_path / "copy", path)
        assert (tmp_path / "copy").read_bytes() == path.read_bytes()


def test_only_the_wanted_languages_are_written(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--to", "uk, en", "--locales", "po")
    assert sorted(path.name for path in (project / "po").iterdir()) == ["en", "text.pot", "uk"]


def test_several_sources_share_one_run(run: Run, project: Path, source: Path, packages: Path) -> None:
    other = project / "other.txt"
    other.write_text("Das Haus ist groß.\n", "utf-8")
    console = run("draft", source, other, "--packages", packages, "--to", "en").stderr
    assert "de-en-1.0: 3 segments" in console, "the sentence of both texts is translated once"
    assert po.read(project / "locales" / "en" / "LC_MESSAGES" / "other.po").entries[0].msgstr == "The house is big."


def test_the_settings_name_sources_targets_and_folders(run: Run, project: Path, source: Path, packages: Path) -> None:
    (project / "l10n.toml").write_text(
        f'sources = ["*.txt"]\ntargets = ["az"]\nlocales = "po"\npackages = "{packages.as_posix()}"\n'
    )
    assert run("draft").stdout == "po/az/LC_MESSAGES/text.po: 3 drafted\n"


# --- people's work ---------------------------------------------------------------------------------------------------


def test_accepted_and_edited_texts_are_never_touched(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages)
    _edit(project, 'msgstr "Дом старый."', 'msgstr "Дом стар."')
    path = _catalogue(project)
    first, _, rest = path.read_text("utf-8").partition('#, fuzzy\nmsgid "Titel"')
    path.write_text(first + 'msgid "Titel"' + rest, "utf-8")
    before = path.read_bytes()
    for option in ((), ("--redraft",)):
        run("draft", source, "--packages", packages, *option)
        assert path.read_bytes() == before
    assert [state(entry) for entry in _entries(project)] == [State.UNREAD, State.DRAFT, State.EDITED]


def test_redraft_renews_only_drafts_that_nobody_edited(
    run: Run, project: Path, source: Path, packages: Path, tmp_path: Path
) -> None:
    run("draft", source, "--packages", packages)
    _edit(project, 'msgstr "Дом старый."', 'msgstr "Дом стар."')
    newer = tmp_path / "newer"
    shutil.copytree(packages, newer)
    build_package(newer, "en", "ru", {"house": "домик", "the": ""}, version="2.0")
    run("draft", source, "--packages", newer)
    assert _entries(project)[1].msgstr == "Дом большой."
    run("draft", source, "--packages", newer, "--redraft")
    assert [entry.msgstr for entry in _entries(project)][1:] == ["Домик is big.", "Дом стар."]
    assert "en-ru-2.0" in _entries(project)[1].comments[-1]


def test_an_emptied_text_is_drafted_again_and_comments_stay(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    run("draft", source, "--packages", packages)
    _edit(project, 'msgstr "Дом старый."', 'msgstr ""')
    _edit(project, "#. paragraph 1, sentence 2", "# ask Anna\n#. paragraph 1, sentence 2")
    run("draft", source, "--packages", packages)
    assert _entries(project)[2].msgstr == "Дом старый."
    assert _entries(project)[2].comments.count("ask Anna") == 1
    assert len(_entries(project)[2].comments) == 3


def test_work_saved_while_the_packages_translate_is_not_overwritten(
    run: Run, project: Path, source: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.engines.argos.opening import Argos

    translate = Argos.translate
    run("update", source)

    def meanwhile(self: Argos, texts: list[str], *how: object) -> object:
        if "en_ru" in self._model.label:
            _edit(project, 'msgid "Titel"\nmsgstr ""', 'msgid "Titel"\nmsgstr "Заголовок"')
        return translate(self, texts, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(Argos, "translate", meanwhile)
    run("draft", source, "--packages", packages)
    assert [entry.msgstr for entry in _entries(project)] == ["Заголовок", "Дом большой.", "Дом старый."]


def test_a_changed_article_keeps_what_was_done(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages)
    _edit(project, 'msgstr "Дом старый."', 'msgstr "Дом стар."')
    source.write_text("Neu.\nDas Haus ist alt.\n", "utf-8")
    run("draft", source, "--packages", packages)
    assert [(entry.msgid, entry.msgstr) for entry in _entries(project)] == [
        ("Neu.", "Neu."),
        ("Das Haus ist alt.", "Дом стар."),
    ]
    obsolete = [entry.msgid for entry in po.read(_catalogue(project)).entries if entry.obsolete]
    assert obsolete == ["Titel", "Das Haus ist groß."]


# --- what can go wrong -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["draft", "no.txt"], "error: no.txt: no such file", id="missing file"),
        pytest.param(["draft", "none"], "error: none: is a folder", id="a folder without texts"),
        pytest.param(["draft", "latin.txt"], "error: latin.txt:1: not UTF-8 text (byte 0xdf)", id="Latin-1"),
        pytest.param(["draft", "binary.txt"], "error: binary.txt: looks binary", id="binary"),
        pytest.param(["draft", "empty.txt"], "error: empty.txt: is empty", id="empty"),
        pytest.param(["draft", "text.txt", "--to", "xx"], "error: unknown language 'xx'", id="unknown target"),
        pytest.param(["draft", "text.txt", "--from", "xx"], "error: unknown language 'xx'", id="unknown source"),
        pytest.param(["draft", "text.txt", "--to", "de"], "error: 'de' is the source language", id="source as target"),
        pytest.param(["draft"], "error: no source file", id="no source"),
        pytest.param(["draft", "a.rst"], "error: a.rst: files .rst are of no format that l10n reads", id="a format"),
        pytest.param(["draft", "README"], "error: README: has no suffix that tells its format", id="no suffix"),
        pytest.param(["draft", "text.txt", "--format", "x"], "error: unknown format 'x'", id="unknown format"),
        pytest.param(["draft", "text.txt", "--beam", "0"], "--beam", id="beam"),
        pytest.param(["draft", "text.txt", "--nonsense"], "--nonsense", id="unknown option"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(
    run: Run, project: Path, source: Path, arguments: list[str], message: str
) -> None:
    (project / "latin.txt").write_bytes("Straße".encode("latin-1"))
    (project / "binary.txt").write_bytes(b"\x7fELF\0\0\0\xff\xfe")
    (project / "empty.txt").touch()
    (project / "a.rst").touch()
    (project / "README").touch()
    (project / "none").mkdir()
    result = run(*arguments, code=2)
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    if not arguments[-1].startswith("--"):
        assert not (project / "locales").exists()


def test_a_bad_source_does_not_stop_the_others(run: Run, project: Path, source: Path, packages: Path) -> None:
    result = run("draft", "no.txt", source, "--packages", packages, code=2)
    assert "error: no.txt: no such file" in result.stderr
    assert len(_entries(project)) == 3
    assert _entries(project)[0].translated


def test_without_packages_the_catalogues_are_still_written(run: Run, project: Path, source: Path) -> None:
    result = run("draft", source, code=3)
    assert "no package translates de → ru (installed: none)" in result.stderr
    assert "l10n packages install de-en en-ru" in result.stderr
    assert "locales/ru/LC_MESSAGES/text.po: 0 drafted, 3 undrafted" in result.stdout
    assert [state(entry) for entry in _entries(project)] == [State.UNTRANSLATED] * 3


def test_a_missing_package_stops_only_its_language(
    run: Run, project: Path, source: Path, packages: Path, tmp_path: Path
) -> None:
    some = tmp_path / "some"
    for pair in ("de_en", "en_uk"):
        shutil.copytree(packages / f"translate-{pair}-1_0", some / pair)
    result = run("draft", source, "--packages", some, "--to", "ru,uk", code=3)
    assert "no package translates de → ru (installed: de-en, en-uk)" in result.stderr
    assert not _entries(project, "ru")[1].translated
    assert _entries(project, "uk")[1].msgstr == "Будинок великий."


def test_a_broken_package_is_named_and_stops_only_its_languages(
    run: Run, project: Path, source: Path, packages: Path, tmp_path: Path
) -> None:
    some = tmp_path / "some"
    shutil.copytree(packages, some)
    (some / "translate-en_ru-1_0" / "model" / "model.bin").write_bytes(b"nonsense")
    result = run("draft", source, "--packages", some, "--to", "en,ru,uk", code=3)
    assert f"error: {some / 'translate-en_ru-1_0'}: broken package" in result.stderr
    assert not _entries(project, "ru")[1].translated
    assert _entries(project, "uk")[1].translated
    assert _entries(project, "en")[1].translated


def test_a_segment_that_cannot_be_translated_is_named(run: Run, project: Path, source: Path, packages: Path) -> None:
    source.write_text("ist " * 700 + "\n\nDas Haus.\n", "utf-8")
    result = run("draft", source, "--packages", packages, "--to", "en", code=3)
    assert "text.po: text.txt:1: no whole translation of: ist ist" in result.stderr
    assert result.stdout == "locales/en/LC_MESSAGES/text.po: 1 drafted, 1 undrafted\n"
    assert [entry.msgstr for entry in _entries(project, "en")] == ["", "The house."]


def test_a_broken_catalogue_is_never_overwritten(run: Run, project: Path, source: Path, packages: Path) -> None:
    path = _catalogue(project)
    path.parent.mkdir(parents=True)
    path.write_text('msgid "a\nmsgstr\n')
    result = run("draft", source, "--packages", packages, code=2)
    assert f"error: {path}:1: not a PO file" in result.stderr
    assert path.read_text() == 'msgid "a\nmsgstr\n'
    assert _entries(project, "uk")[1].translated


def test_a_target_that_cannot_be_written_is_exit_code_4(run: Run, project: Path, source: Path, packages: Path) -> None:
    (project / "locales").mkdir()
    (project / "locales" / "ru").write_text("a file where a folder should be")
    result = run("draft", source, "--packages", packages, code=4)
    assert "cannot write" in result.stderr
    assert "nothing was changed" in result.stderr
    assert _entries(project, "uk")[1].translated


def test_ctrl_c_leaves_whole_files_and_exit_code_130(
    run: Run, project: Path, source: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.engines.argos.opening import Argos

    def interrupted(self: Argos, texts: list[str], *how: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(Argos, "translate", interrupted)
    assert "interrupted" in run("draft", source, "--packages", packages, code=130).stderr
    assert [state(entry) for entry in _entries(project)] == [State.UNTRANSLATED] * 3


def test_a_bug_is_exit_code_70_with_the_traceback(
    run: Run, source: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.engines.argos.opening import Argos

    def wrong(self: Argos, texts: list[str], *how: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(Argos, "translate", wrong)
    console = run("draft", source, "--packages", packages, code=70).stderr
    assert "ZeroDivisionError" in console
    assert "a bug in l10n" in console


def test_drafting_touches_no_network(run: Run, source: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    run("draft", source, "--packages", packages)
    run("draft", source, "--to", "en", "--locales", "other", code=3)


LOADED = """
import sys
from l10n.cli import app
app(sys.argv[1:], standalone_mode=False)
print(*sorted({name.partition(".")[0] for name in sys.modules} | {name for name in sys.modules if "argos" in name}))
"""


def _modules(*arguments: object) -> set[str]:
    command = [sys.executable, "-c", LOADED, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return set(done.stdout.splitlines()[-1].split())


def test_nothing_heavy_is_loaded_that_is_not_needed(source: Path, packages: Path) -> None:
    first = _modules("draft", source, "--packages", packages)
    assert {"ctranslate2", "sentencepiece"} <= first
    assert not first & {"argostranslate.translate", "argostranslate.sbd", "stanza", "spacy", "minisbd", "torch"}
    second = _modules("draft", source, "--packages", packages)
    assert not second & {"ctranslate2", "sentencepiece", "numpy", "argostranslate", "rich"}
