"""`l10n export omegat` and `l10n import omegat`: what they say, what they write, what they never touch."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from l10n import files
from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.cli import app
from l10n.errors import WriteError
from l10n.exchange.omegat import DRAFTS, MANIFEST, REFUSED, SAVED, UNFINISHED, manifest, merging, outgoing
from tests.conftest import ROOT, Run, program
from tests.exchange.omegat.translator import OmegaT, units

RU, UK = (Path("locales", lang, "LC_MESSAGES", "text.po") for lang in ("ru", "uk"))
HEAD = {"version": 1, "source-language": "de", "language": "ru"}
TEXT = "Das Haus\nDas Haus ist groß. Das Haus ist alt. Der Hund schläft. Das Haus ist groß.\n"


@pytest.fixture
def drafted(run: Run, project: Path, packages: Path) -> Path:
    """A drafted catalogue, its first entry translated."""
    (project / "text.txt").write_text(TEXT, "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru,uk")
    _edit(RU, '#, fuzzy\n(msgid "Das Haus"\nmsgstr ").*"', r'\1Жилище"')
    return RU


def _edit(path: Path, pattern: str, replacement: str) -> None:
    text = path.read_text("utf-8")
    assert re.search(pattern, text)
    path.write_text(re.sub(pattern, replacement, text, count=1), "utf-8")


def _states(path: Path) -> list[str]:
    return [state(entry).value for entry in po.read(path).entries]


def _work(folder: Path, *changes: Callable[[OmegaT], None]) -> None:
    opened = OmegaT(folder)
    for change in changes:
        change(opened)
    opened.save()


def _translating(place: int, text: str | None) -> Callable[[OmegaT], None]:
    """The segment at this place; None takes its draft as it is."""

    def change(opened: OmegaT) -> None:
        segment = opened.segments[place]
        opened.write(segment, opened.drafts()[segment.source] if text is None else text, alternative=place in (1, 4))

    return change


def test_a_translator_sees_what_is_done_and_drafts_as_matches(run: Run, drafted: Path) -> None:
    assert run("export", "omegat", drafted, "-o", "om").stdout == "om: de → ru, 5 segments, 1 translated, 4 as drafts\n"
    opened = OmegaT(Path("om"))
    assert [segment.source for segment in opened.segments] == [entry.msgid for entry in po.read(drafted).entries]
    assert [opened.shows(segment) for segment in opened.segments] == ["Жилище", None, None, None, None]
    assert opened.drafts()["Das Haus ist alt."] == "Дом старый."
    assert opened.segments[1].comment.split("\n")[0] == "# paragraph 1, sentence 1"
    listed = [line.split("\t")[1] for line in run("review", "list", drafted).stdout.splitlines()]
    assert [segment.id for segment in opened.segments] == listed
    assert all(Path("om", name).is_dir() for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"))


def test_what_comes_back_is_in_the_catalogue(run: Run, drafted: Path) -> None:
    run("export", "omegat", "locales/ru", "-o", "om")
    _work(
        Path("om"),
        _translating(0, "Этот дом"),
        _translating(1, "Дом велик."),
        _translating(2, None),
        _translating(3, "Der Hund schläft."),
    )
    before = drafted.read_text("utf-8")
    preview = run("import", "omegat", "om", "--dry-run")
    assert drafted.read_text("utf-8") == before
    result = run("import", "omegat", "om")
    assert result.stdout == preview.stdout == f"{drafted}: 3 translated, 1 accepted unread\n"
    entries = po.read(drafted).entries
    assert f"{drafted}:{entries[3].line}: says what its source says" in result.stderr
    assert [entry.msgstr for entry in entries[:4]] == ["Этот дом", "Дом велик.", "Дом старый.", "Der Hund schläft."]
    assert _states(drafted) == ["translated", "translated", "accepted unread", "translated", "draft"]
    assert drafted.read_text("utf-8").split("\n\n")[5] == before.split("\n\n")[5]
    again = drafted.read_bytes()
    assert run("import", "omegat", "om").stdout == f"{drafted}: 0 translated\n"
    assert drafted.read_bytes() == again


def test_import_goes_on_while_the_translator_works(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    for text in ("Раз.", "Два.", "Три."):
        _work(Path("om"), _translating(2, text))
        run("import", "omegat", "om", drafted)
        assert po.read(drafted).entries[2].msgstr == text


def test_what_somebody_has_changed_meanwhile_is_refused_with_both_texts(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "Дом стар."), _translating(3, "Пёс спит."))
    run("review", "approve", drafted, "--entries", "3", "--by", "Anna")
    before = po.read(drafted).entries[2]
    result = run("import", "omegat", "om", drafted, code=2)
    assert result.stdout == f"{drafted}: 1 translated, 1 refused\n"
    assert (
        f"error: {drafted}:{before.line}: “Das Haus ist alt.”: the entry has changed since the export" in result.stderr
    )
    assert "hint: OmegaT has “Дом стар.” (Rita 2026-02-28), the catalogue “Дом старый.” (reviewed)" in result.stderr
    assert "what was refused is kept in om/tm/penalty-010/refused.tmx" in result.stderr
    assert po.read(drafted).entries[2] == before
    assert [unit[1:] for unit in units(Path("om/tm/penalty-010/refused.tmx"))] == [("Das Haus ist alt.", "Дом стар.")]
    files = drafted.read_bytes(), Path("om/tm/penalty-010/refused.tmx").read_bytes()
    run("import", "omegat", "om", drafted, code=2)
    assert files == (drafted.read_bytes(), Path("om/tm/penalty-010/refused.tmx").read_bytes())


def test_what_has_vanished_is_named(run: Run, drafted: Path, project: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "Дом стар."), lambda opened: opened.strangers.update({"Fremd.": "Чужое."}))
    (project / "text.txt").write_text(TEXT.replace(" Das Haus ist alt.", ""), "utf-8")
    run("update", "text.txt", "--to", "ru")
    result = run("import", "omegat", "om", drafted, code=2)
    assert f"error: {drafted}: “Das Haus ist alt.”: the entry is no longer in the catalogue" in result.stderr
    assert "om/omegat/project_save.tmx: for no entry of these catalogues: “Fremd.”" in result.stderr


def test_a_translation_removed_in_omegat_is_named_and_stays(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), lambda opened: opened.remove(opened.segments[0]))
    before = drafted.read_bytes()
    result = run("import", "omegat", "om", drafted)
    assert "not translated in OmegaT any more; stays: “Жилище”" in result.stderr
    assert drafted.read_bytes() == before


def test_a_project_is_not_made_over_texts_that_are_nowhere_else(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "Дом стар."), _translating(3, "[fuzzy] Пёс."))
    saved = Path("om/omegat/project_save.tmx").read_bytes()
    refusal = run("export", "omegat", drafted, "-o", "om", code=5).stderr
    assert f"error: om: has texts that are not in {drafted} yet\nhint: l10n import omegat om" in refusal
    assert Path("om/omegat/project_save.tmx").read_bytes() == saved
    run("import", "omegat", "om", drafted, code=2)
    run("export", "omegat", drafted, "-o", "om")
    assert [path.read_bytes() for path in Path("om/omegat").glob("project_save.tmx.*.bak")] == [saved]
    assert OmegaT(Path("om")).shows(OmegaT(Path("om")).segments[3]) is None
    assert units(Path("om/tm/penalty-010/refused.tmx"))[0][2] == "[fuzzy] Пёс."
    before = {path: path.read_bytes() for path in Path("om").rglob("*") if path.is_file()}
    run("export", "omegat", drafted, "-o", "om")
    assert before == {path: path.read_bytes() for path in Path("om").rglob("*") if path.is_file()}


def test_each_language_is_a_project(run: Run, drafted: Path) -> None:
    result = run("export", "omegat", "-o", "om")
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["om/ru: de → ru", "om/uk: de → uk"]
    _work(Path("om/ru"), _translating(2, "Дом стар."))
    _work(Path("om/uk"), _translating(2, "Дім старий."))
    run("import", "omegat", "om")
    assert [po.read(path).entries[2].msgstr for path in (RU, UK)] == ["Дом стар.", "Дім старий."]
    assert "is there already" in run("export", "omegat", RU, "-o", "om", code=2).stderr


def test_the_glossary_goes_along(run: Run, drafted: Path) -> None:
    Path("terms.csv").write_text("de,ru,note\nHaus,дом,das Gebäude\n", "utf-8")
    run("export", "omegat", drafted, "-o", "om", "--glossary", "terms.csv")
    assert Path("om/glossary/l10n.utf8").read_text("utf-8").splitlines()[1:] == ["Haus\tдом\tdas Gebäude"]


def test_what_omegat_cannot_have_is_left_out_and_named(run: Run, project: Path) -> None:
    Path("ru.po").write_text(
        'msgid ""\nmsgstr "Language: ru\\nX-Source-Language: de\\n"\n\n'
        'msgid "%d Haus"\nmsgid_plural "%d Häuser"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n\n'
        'msgid "C:\\\\"\nmsgstr ""\n\nmsgid "a\\033b"\nmsgstr ""\n\nmsgid "Haus"\nmsgstr ""\n',
        "utf-8",
    )
    result = run("export", "omegat", "ru.po", "-o", "om")
    assert result.stdout == "om: de → ru, 1 segments\n"
    assert "ru.po: left out, with plural forms, which OmegaT does not have: 1 (lines 4)" in result.stderr
    assert "backslash at the end that OmegaT cannot show: 2 (lines 10, 13)" in result.stderr


@pytest.mark.parametrize("name", ["../victim.po", "/etc/passwd", "victim.po", "locales/../victim.po"])
def test_a_manifest_cannot_name_other_files(run: Run, drafted: Path, project: Path, name: str) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "Дом стар."))
    victim = project / "victim.po"
    shutil.copy(drafted, victim)
    path = Path("om", MANIFEST)
    path.write_text(path.read_text("utf-8").replace(drafted.as_posix(), name), "utf-8")
    before = victim.read_bytes(), drafted.read_bytes()
    result = run("import", "omegat", "om", "locales", code=2)
    assert f"om/l10n-omegat.json: '{name}' is none of the catalogues of this run" in result.stderr
    assert before == (victim.read_bytes(), drafted.read_bytes())


def test_a_manifest_cannot_have_other_files_removed(run: Run, drafted: Path, project: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    victim = project / "victim.properties"
    victim.write_text("precious")
    path = Path("om", MANIFEST)
    path.write_text(path.read_text("utf-8").replace("text.properties", "../../victim.properties"), "utf-8")
    assert "missing or of the wrong kind" in run("export", "omegat", drafted, "-o", "om", code=2).stderr
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("file", ["omegat/project_save.tmx", "tm/penalty-010/refused.tmx", "l10n-omegat.json"])
def test_a_link_out_of_the_project_is_not_followed(run: Run, drafted: Path, project: Path, file: str) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "[fuzzy] Дом."))
    outside = project / "outside"
    outside.write_bytes(Path("om", file).read_bytes() if Path("om", file).exists() else b"precious")
    Path("om", file).unlink(missing_ok=True)
    Path("om", file).symlink_to(outside)
    before = outside.read_bytes(), drafted.read_bytes()
    assert "leads out of the project" in run("import", "omegat", "om", drafted, code=2).stderr
    assert before == (outside.read_bytes(), drafted.read_bytes())


@pytest.mark.parametrize(
    ("file", "content", "complaint"),
    [
        ("l10n-omegat.json", "[" * 100_000, "not JSON"),
        ("l10n-omegat.json", "\ud800", "not JSON"),
        ("l10n-omegat.json", '{"version": 2}', "not a manifest of version 1"),
        (
            "l10n-omegat.json",
            '{"version": 1, "source-language": "de", "language": "ru"}',
            "missing or of the wrong kind",
        ),
        (
            "l10n-omegat.json",
            json.dumps({"version": 1, "source-language": "de", "language": "ru", "catalogues": [3]}),
            "kind",
        ),
        ("omegat/project_save.tmx", "<tmx><body>", "project_save.tmx:1: not well-formed XML"),
        ("omegat/project_save.tmx", '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "the entity 'a' is not one of XML's own"),
        ("omegat/project_save.tmx", "<html/>", "not a TMX file"),
    ],
)
def test_a_broken_project_is_refused(run: Run, drafted: Path, file: str, content: str, complaint: str) -> None:
    run("export", "omegat", drafted, "-o", "om")
    Path("om", file).write_bytes(content.encode("utf-8", "surrogatepass"))
    before = drafted.read_bytes()
    result = run("import", "omegat", "om", drafted, code=2)
    assert complaint in result.stderr
    assert drafted.read_bytes() == before


def test_bad_usage_is_one_clear_line(run: Run, drafted: Path, project: Path) -> None:
    assert "name the folder of the project: -o FOLDER" in run("export", "omegat", drafted, code=2).stderr
    assert "no l10n-omegat.json in it" in run("import", "omegat", "locales", code=2).stderr
    Path("full").mkdir()
    Path("full/mine.txt").touch()
    assert "full: is there already" in run("export", "omegat", drafted, "-o", "full", code=2).stderr
    Path("x.po").write_text('msgid ""\nmsgstr "Language: ../../x\\n"\n\nmsgid "a"\nmsgstr ""\n', "utf-8")
    assert "x.po: '../../x' is no language" in run("export", "omegat", "x.po", drafted, "-o", "om", code=2).stderr
    assert OmegaT(Path("om")).segments
    run("export", "omegat", UK, "-o", "om", code=2)


def test_the_page_names_every_file_and_every_refusal() -> None:
    page = (ROOT / "docs" / "editors" / "omegat.md").read_text("utf-8")
    assert all(name in page for name in (MANIFEST, SAVED, REFUSED))
    assert all(str(Path(name).parent) in page for name in (DRAFTS, UNFINISHED))
    refusals = re.findall(r"^\| (.*) \| \*\*refused\*\*", page, re.M)
    reasons = set(re.findall(r'Refused\(translation, "(.+?)"', Path(merging.__file__).read_text("utf-8")))
    assert len(refusals) == len(reasons - {"has a control character"}) + 1  # the gate's own: changed meanwhile


def test_omegat_itself_reads_the_project_and_writes_what_we_read(run: Run, drafted: Path, project: Path) -> None:
    """With OmegaT 3.6 as Debian has it; its script translates four segments and saves."""
    run("export", "omegat", drafted, "-o", "om")
    _add_note("Das Haus", "Welches?")
    _add_note("Der Hund schläft.", "Wessen?")
    run("export", "omegat", drafted, "-o", "om")
    opened = OmegaT(Path("om"))
    expected = [(one.id, one.source, opened.shows(one) or "null") for one in opened.segments]
    script = ROOT / "tests" / "exchange" / "omegat" / "translate.groovy"
    command = [
        program("omegat"),
        "om",
        "--mode=console-translate",
        f"--config-dir={project / 'conf'}",
        f"--script={script}",
    ]
    environment = os.environ | {"JAVA_TOOL_OPTIONS": f"-Djava.awt.headless=true -Duser.home={project}"}
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment)
    segments = re.findall(r"^SEGMENT (\S+) \| (.*) \| (.*)$", done.stdout, re.M)
    assert segments == expected
    assert re.findall(r"^NOTE (.*)$", done.stdout, re.M) == ["Das Haus | Welches?", "Der Hund schläft. | Wessen?"]
    assert re.search(r"^MEMORY .*drafts\.tmx 4$", done.stdout, re.M)
    result = run("import", "omegat", "om", drafted)
    assert result.stdout == f"{drafted}: 2 translated, 1 accepted unread\n"
    assert "note on “Das Haus”: “Welches?”" in result.stderr
    assert _states(drafted) == ["translated", "translated", "accepted unread", "translated", "draft"]
    assert po.read(drafted).entries[1].msgstr == "Из OmegaT\u2028 <a0>«&»</a0>"


def _stale_copy(run: Run, drafted: Path) -> bytes:
    """What a translator's OmegaT had before the editor corrected the first text and exported again."""
    run("export", "omegat", drafted, "-o", "om")
    old = Path("om", SAVED).read_bytes()
    _edit(drafted, 'msgstr "Жилище"', 'msgstr "Дом"')
    run("review", "approve", drafted, "--entries", "1", "--by", "Anna")
    run("export", "omegat", drafted, "-o", "om")
    return old


def test_an_old_file_of_omegats_undoes_no_newer_work(run: Run, drafted: Path) -> None:
    old = _stale_copy(run, drafted)
    Path("om", SAVED).write_bytes(old)
    before = drafted.read_bytes()
    result = run("import", "omegat", "om", drafted, code=2)
    assert "“Das Haus”: OmegaT has an older text again" in result.stderr
    assert "OmegaT has “Жилище”, the catalogue “Дом” (reviewed)" in result.stderr
    assert drafted.read_bytes() == before
    run("export", "omegat", drafted, "-o", "om")
    assert OmegaT(Path("om")).shows(OmegaT(Path("om")).segments[0]) == "Дом"
    _work(Path("om"), _translating(0, "Дом родной"))
    run("import", "omegat", "om", drafted)
    assert po.read(drafted).entries[0].msgstr == "Дом родной"


def test_an_old_file_of_omegats_undoes_no_rejection(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    old = Path("om", SAVED).read_bytes()
    run("review", "reject", drafted, "--entries", "1", "--by", "Anna", "--note", "Haus!")
    run("export", "omegat", drafted, "-o", "om")
    Path("om", SAVED).write_bytes(old)
    before = drafted.read_bytes()
    assert "older text" in run("import", "omegat", "om", drafted, code=2).stderr
    assert drafted.read_bytes() == before


def _add_note(source: str, note: str) -> None:
    """As OmegaT writes it, to a segment with or without translation."""
    path = Path("om", SAVED)
    content = path.read_text("utf-8")
    alone = f'<tu><note>{note}</note><tuv lang="de"><seg>{source}</seg></tuv></tu>'
    there = re.compile(rf"(<tu>\s*)(<tuv[^>]*>\s*<seg>{source}</seg>)")
    added = there.sub(rf"\1<note>{note}</note>\2", content)
    path.write_text(added if added != content else content.replace("</body>", f"{alone}</body>"), "utf-8")


def test_notes_of_the_translator_are_told_and_outlive_an_export(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _add_note("Das Haus", "Welches?")
    _add_note("Der Hund schläft.", "Wessen\nHund?")
    for _ in range(2):
        result = run("import", "omegat", "om", drafted)
        assert "om/omegat/project_save.tmx: note on “Das Haus”: “Welches?”\n" in result.stderr
        assert "note on “Der Hund schläft.”: “Wessen Hund?”\n" in result.stderr
        run("export", "omegat", drafted, "-o", "om")
    notes = [unit.findtext("note") for unit in ElementTree.parse(Path("om", SAVED)).iter("tu")]
    assert notes == ["Welches?", "Wessen\nHund?"]


def test_nothing_of_a_text_reaches_the_terminal_as_a_command(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "[fuzzy] \x9b31m\u202eДом"))
    result = run("import", "omegat", "om", drafted, code=2)
    assert "OmegaT has “[fuzzy] \\x9b31m\\u202eДом”" in result.stderr


@pytest.mark.parametrize(
    "file", ["a\0b.properties", "\ud800.properties", "", "..", "../x.properties", "a/b.properties"]
)
def test_a_manifest_names_plain_files_only(run: Run, drafted: Path, file: str) -> None:
    run("export", "omegat", drafted, "-o", "om")
    path = Path("om", MANIFEST)
    content = json.loads(path.read_bytes())
    content["catalogues"][0]["file"] = file
    path.write_text(json.dumps(content))
    for command in (("import", "omegat", "om", drafted), ("export", "omegat", drafted, "-o", "om")):
        stderr = run(*command, code=2).stderr
        assert "error: om/l10n-omegat.json: something in it is missing or of the wrong kind\n" in stderr


@pytest.mark.parametrize(("field", "value"), [("language", "\ud800"), ("source-language", "../x"), ("language", "")])
def test_a_manifest_names_languages(run: Run, drafted: Path, field: str, value: str) -> None:
    run("export", "omegat", drafted, "-o", "om")
    path = Path("om", MANIFEST)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {field: value}))
    assert "something in it is missing or of the wrong kind" in run("import", "omegat", "om", drafted, code=2).stderr


def test_a_folder_that_cannot_be_looked_into_is_named(run: Run, drafted: Path) -> None:
    """A name too long for the file system: root, too, cannot look there."""
    folder = "q" * 300
    for command in (("import", "omegat", folder, drafted), ("export", "omegat", drafted, "-o", folder)):
        result = CliRunner().invoke(app, [*map(str, command)])
        assert result.exit_code in (2, 4)
        assert f"error: {folder}: cannot " in result.stderr
        assert ": File name too long\n" in result.stderr
        assert "check the" in result.stderr


def test_a_catalogue_that_is_gone_or_broken_keeps_no_other_from_coming_back(run: Run, drafted: Path) -> None:
    gone, broken = (drafted.with_name(name) for name in ("gone.po", "broken.po"))
    for other in (gone, broken):
        shutil.copy(drafted, other)
    run("export", "omegat", "locales/ru", "-o", "om")
    opened = OmegaT(Path("om"))
    for segment in opened.segments:
        if segment.source == "Das Haus ist alt.":
            opened.write(segment, f"Из {segment.file}", alternative=True)
    opened.save()
    gone.unlink()
    whole = broken.read_bytes()
    broken.write_text("msgid", "utf-8")
    result = run("import", "omegat", "om", "locales/ru", code=2)
    assert f"{drafted}: 1 translated\n" in result.stdout
    assert f"error: om/l10n-omegat.json: '{gone.as_posix()}' is none of the catalogues of this run" in result.stderr
    assert f"error: {broken}:1: " in result.stderr
    kept = [unit[2] for unit in units(Path("om/tm/penalty-010/refused.tmx"))]
    assert kept == ["Из broken.properties", "Из gone.properties"]
    refusal = run("export", "omegat", drafted, "-o", "om", code=2).stderr
    assert f"error: om: was made from '{broken.as_posix()}', too" in refusal
    assert "hint: name that one as well, or export into another folder" in refusal
    broken.write_bytes(whole)
    shutil.copy(broken, gone)
    result = run("import", "omegat", "om", "locales/ru")
    assert result.stdout.count(": 1 translated\n") == 2
    assert [po.read(path).entries[2].msgstr for path in (broken, gone)] == kept
    run("export", "omegat", "locales/ru", "-o", "om")


def test_a_project_and_projects_by_language_do_not_share_a_folder(run: Run, drafted: Path) -> None:
    run("export", "omegat", drafted, "-o", "om")
    refusal = run("export", "omegat", "-o", "om", code=2).stderr
    assert "error: om: is a project for one language already\nhint: " in refusal
    assert not Path("om/ru").exists()
    run("export", "omegat", "-o", "many")
    assert "many: is there already, with a project for each" in run("export", "omegat", RU, "-o", "many", code=2).stderr
    shutil.copytree("many/uk", "om/uk")
    before = RU.read_bytes()
    result = run("import", "omegat", "om", code=2)
    assert "error: om: is a project, and has others in it: uk\nhint: move those out of it" in result.stderr
    assert RU.read_bytes() == before


def test_an_interrupted_export_can_be_run_again(run: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = files.write_bytes
    done: list[Path] = []

    def stopped(path: Path, data: bytes) -> None:
        if len(done) == steps:
            raise KeyboardInterrupt
        done.append(path)
        write(path, data)

    for steps in range(6):
        done.clear()
        with monkeypatch.context() as patch:
            patch.setattr(outgoing, "write_bytes", stopped)
            CliRunner().invoke(app, ["export", "omegat", str(drafted), "-o", f"om{steps}"])
        assert len(done) == steps
        run("import", "omegat", f"om{steps}", drafted)
        run("export", "omegat", drafted, "-o", f"om{steps}")
        assert OmegaT(Path(f"om{steps}")).shows(OmegaT(Path(f"om{steps}")).segments[0]) == "Жилище"


def test_what_could_not_be_noted_does_not_deny_what_was_done(
    run: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "omegat", drafted, "-o", "om")
    _work(Path("om"), _translating(2, "Дом стар."))

    def full(path: Path, _: bytes) -> None:
        raise WriteError(f"{path}: cannot write: No space left on device", "nothing was changed; free some space")

    with monkeypatch.context() as patch:
        patch.setattr(manifest, "write_bytes", full)
        result = run("import", "omegat", "om", drafted, code=4)
    assert "error: om/l10n-omegat.json: cannot write" in result.stderr
    assert "hint: the catalogues have their texts; see that om can be written, and import again" in result.stderr
    assert po.read(drafted).entries[2].msgstr == "Дом стар."
    before = drafted.read_bytes()
    run("import", "omegat", "om", drafted)
    assert drafted.read_bytes() == before


def test_a_catalogue_from_a_language_into_itself_makes_no_project(run: Run, project: Path) -> None:
    head = 'msgid ""\nmsgstr "Language: de\\nX-Source-Language: de\\n"\n\nmsgid "Tüte"\nmsgstr ""\n'
    Path("x.po").write_text(head, "utf-8")
    assert "x.po: from 'de' into 'de'" in run("export", "omegat", "x.po", "-o", "om", code=2).stderr


def test_a_language_and_its_variant_are_told_apart(run: Run, project: Path) -> None:
    head = 'msgid ""\nmsgstr "Language: de_AT\\nX-Source-Language: de\\n"\n\nmsgid "Tüte"\nmsgstr ""\n'
    Path("x.po").write_text(head, "utf-8")
    run("export", "omegat", "x.po", "-o", "om")
    for text in ("Sackerl", "[fuzzy] Sackerl", "Sackl"):
        _work(Path("om"), lambda opened, text=text: opened.write(opened.segments[0], text))  # type: ignore[misc]
        run("import", "omegat", "om", "x.po", code=2 if "fuzzy" in text else 0)
        run("export", "omegat", "x.po", "-o", "om")
    assert po.read(Path("x.po")).entries[0].msgstr == "Sackl"
