"""`l10n draft --po`: catalogues of software, filled as they are."""

from __future__ import annotations

from dataclasses import replace
from difflib import ndiff
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.engines.argos.demo.builder import build_package
from l10n.identity import digest
from l10n.model import Entry, State
from tests.conftest import Gettext, Run

HEADER = r"""# Russian translation of tool.
msgid ""
msgstr ""
"Project-Id-Version: tool 1\n"
"PO-Revision-Date: 2026-01-31 12:00+0000\n"
"Last-Translator: Olga <olga@localhost>\n"
"Language-Team: Russian\n"
"Language: LANG\n"
"X-Own-Field: kept: as it is\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""
RUSSIAN = (
    r'"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : '
    r'n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"' + "\n"
)
GLOSS = {
    "house": "дом",
    "houses": "домов",
    "open": "открыть",
    "one": "один",
    "new": "новый",
    "name": "имя",  # damages %(name)s and {name}
    "d": "д",  # damages %d
    "b": "б",  # damages <b>
    "n": "н",  # damages \n
    "% s": "",  # loses "% s"
}


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packages that translate some placeholders: en-ru, and de-en before it, which leaves them alone."""
    folder = tmp_path_factory.mktemp("harmful")
    build_package(folder, "en", "ru", GLOSS)
    build_package(folder, "en", "az", {"house": "ev", "houses": "evlər"})
    build_package(folder, "de", "en", {"Haus": "house", "neues": "new"})
    return folder


def _file(folder: Path, *entries: str, lang: str = "ru", plural_forms: str = RUSSIAN, name: str = "tool.po") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((HEADER.replace("LANG", lang) + plural_forms, *entries)), "utf-8")
    return path


def _entry(msgid: str, flags: str = "") -> str:
    escaped = msgid.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'{f"#, {flags}" if flags else "#: tool.c:1"}\nmsgid "{escaped}"\nmsgstr ""\n'


def _plural(one: str, many: str, flags: str = "c-format", forms: int = 0) -> str:
    filled = "".join(f'msgstr[{form}] ""\n' for form in range(forms or 3))
    return f'#, {flags}\nmsgid "{one}"\nmsgid_plural "{many}"\n{filled}'


def _entries(path: Path) -> list[Entry]:
    return list(po.read(path).entries)


@pytest.mark.parametrize(
    ("msgid", "flags", "expected"),
    [
        pytest.param("house", "", "дом", id="plain"),
        pytest.param("open house %d", "c-format", "открыть дом %d", id="damaged printf"),
        pytest.param("open %(name)s!", "python-format", "открыть %(name)s!", id="damaged name"),
        pytest.param("{name}: new {name!r:>10}", "python-brace-format", "{name}: новый {name!r:>10}", id="braces"),
        pytest.param("house %s, house %s", "c-format", "дом %s, дом %s", id="two equal ones"),
        pytest.param("%(name)s", "python-format", "%(name)s", id="only a placeholder"),
        pytest.param("%d %% – %d", "c-format", "%d %% – %d", id="no letter"),
        pytest.param("house: 100 %%", "c-format", "дом: 100 %%", id="per cent in a format"),
        pytest.param("house: 100 % sure", "", "дом: 100\u00a0% sure", id="per cent in plain text"),
        pytest.param("open % s", "python-format", "открыть % s", id="space flag"),
        pytest.param("{{name}} house", "", "{{name}} дом", id="Mustache"),
        pytest.param("{{name}} house", "python-brace-format", "{{имя}} дом", id="literal braces"),
        pytest.param("<b>new <b>house</b></b>", "", "<b>новый <b>дом</b></b>", id="nested tags"),
        pytest.param("house &amp; one", "", "дом &amp; один", id="entity"),
        pytest.param(r"new\nhouse", "", r"новый\nдом", id="escape"),
        pytest.param("\nnew house\n  one\t%d\n\n", "c-format", "\nновый дом\n  один\t%d\n\n", id="lines"),
        pytest.param("  house ", "", "  дом ", id="white space at the edges"),
    ],
)
def test_placeholders_and_white_space_are_kept(
    run: Run, project: Path, harmful: Path, gettext: Gettext, msgid: str, flags: str, expected: str
) -> None:
    path = _file(project, _entry(msgid, flags))
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    (entry,) = _entries(path)
    assert entry.msgstr == expected
    assert entry.flags == (("fuzzy", flags) if flags else ("fuzzy",))
    assert state(entry) is State.DRAFT
    assert gettext("msgfmt", "--check", "--use-fuzzy", "--output-file", "/dev/null", path) == ""


def test_a_route_over_english_keeps_placeholders_too(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("neues Haus\n%(name)s: Haus", "python-format"))
    result = run("draft", "--po", path, "--packages", harmful)
    (entry,) = _entries(path)
    assert entry.msgstr == "новый дом\n%(name)s: дом"
    bound = f"s={digest(entry.msgid)} h={digest(entry.msgstr)}"
    assert entry.comments == (
        "l10n-pivot: new house %(name)s: house ¶",
        f"l10n-mt: argos de-en-1.0+en-ru-1.0 risk=0.35 repaired=sentinel {bound}",
    )
    assert result.stdout == "tool.po: 1 drafted\n"
    assert "with argos de-en-1.0, en-ru-1.0" in result.stderr


# --- plural forms ----------------------------------------------------------------------------------------------------


def test_each_plural_form_gets_its_own_text(run: Run, project: Path, harmful: Path, gettext: Gettext) -> None:
    path = _file(project, _plural("%d house", "%d houses"))
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    (entry,) = _entries(path)
    assert entry.msgstr_plural == ("%d дом", "%d домов", "%d домов")
    assert entry.flags == ("fuzzy", "c-format")
    (mark,) = entry.comments
    assert mark.startswith("l10n-mt: argos en-ru-1.0 risk=")
    texts = ",".join(map(digest, entry.msgstr_plural))
    assert mark.endswith(f" repaired=sentinel s={digest('%d house', '%d houses')} h={texts}")
    assert state(entry) is State.DRAFT
    assert gettext("msgfmt", "--check", "--use-fuzzy", "--output-file", "/dev/null", path) == ""


def test_a_form_for_21_has_the_number_even_if_the_english_singular_has_not(
    run: Run, project: Path, harmful: Path, gettext: Gettext
) -> None:
    russian = _file(project, _plural("one house", "%d houses"))
    azerbaijani = _file(
        project, _plural("one house", "%d houses"), lang="az", plural_forms="", name="az.po"
    )  # 1 is the only number of its first form
    run("draft", "--po", russian, "--po", azerbaijani, "--from", "en", "--packages", harmful)
    assert _entries(russian)[0].msgstr_plural == ("%d домов",) * 3
    assert _entries(azerbaijani)[0].msgstr_plural == ("one ev", "%d evlər")
    for path in (russian, azerbaijani):
        assert gettext("msgfmt", "--check", "--use-fuzzy", "--output-file", "/dev/null", path) == ""


@pytest.mark.parametrize(
    ("plural_forms", "expected", "written"),
    [
        pytest.param("", 3, "nplurals=3", id="missing"),
        pytest.param(r'"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"', 3, "nplurals=3", id="of a template"),
        pytest.param(r'"Plural-Forms: nplurals=1; plural=0;\n"', 1, "nplurals=1; plural=0;", id="one form"),
        pytest.param(r'"Plural-Forms: nplurals=2; plural=n>1;\n"', 2, "nplurals=2; plural=n>1;", id="another rule"),
        pytest.param(r'"Plural-Forms: nplurals=4; plural=n%0;\n"', 4, "nplurals=4; plural=n%0;", id="nonsense"),
    ],
)
def test_the_header_says_how_many_forms_there_are(
    run: Run, project: Path, harmful: Path, plural_forms: str, expected: int, written: str
) -> None:
    path = _file(project, _plural("one house", "%d houses", forms=1), plural_forms=plural_forms)
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    assert _entries(path)[0].msgstr_plural == ("%d домов",) * expected
    assert dict(po.read(path).header)["Plural-Forms"].startswith(written)


def test_a_plural_entry_that_somebody_began_is_left_alone(run: Run, project: Path, harmful: Path) -> None:
    begun = _plural("%d house", "%d houses").replace('msgstr[1] ""', 'msgstr[1] "%d дома"')
    path = _file(project, begun)
    before = path.read_bytes()
    for option in ((), ("--redraft",)):
        result = run("draft", "--po", path, "--from", "en", "--packages", harmful, *option)
        assert result.stdout == "tool.po: 0 drafted\n"
        assert path.read_bytes() == before


def test_redraft_renews_a_plural_draft_until_a_form_is_edited(
    run: Run, project: Path, harmful: Path, tmp_path: Path
) -> None:
    path = _file(project, _plural("%d house", "%d houses"))
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    newer = tmp_path / "newer"
    build_package(newer, "en", "ru", {"house": "домик", "houses": "домиков"}, version="2.0")
    run("draft", "--po", path, "--from", "en", "--packages", newer, "--redraft")
    assert _entries(path)[0].msgstr_plural == ("%d домик", "%d домиков", "%d домиков")
    path.write_text(path.read_text("utf-8").replace('msgstr[1] "%d домиков"', 'msgstr[1] "%d домика"'), "utf-8")
    before = path.read_bytes()
    run("draft", "--po", path, "--from", "en", "--packages", harmful, "--redraft")
    assert path.read_bytes() == before
    assert state(_entries(path)[0]) is State.EDITED


# --- nothing else is touched -----------------------------------------------------------------------------------------


def test_only_empty_entries_change(run: Run, project: Path, harmful: Path) -> None:
    path = _file(
        project,
        "# Olga: sure?\n#. a button\n#: b.c:2 a.c:1\n#, c-format, x-own-flag\n"
        'msgctxt "menu"\nmsgid "open %d"\nmsgstr ""\n',
        '#, fuzzy\n#| msgid "old"\nmsgid "new"\nmsgstr "старый"\n',
        'msgid "house"\nmsgstr "Домище"\n',
        '#~ msgid "gone"\n#~ msgstr ""\n',
        '#~ msgid "one"\n#~ msgstr "раз"\n',
    )
    old = path.read_text("utf-8")
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    text = "открыть %d"
    mark = f"# l10n-mt: argos en-ru-1.0 risk=0.36 repaired=sentinel s={digest('open %d')} h={digest(text)}\n"
    expected = old.replace("# Olga: sure?\n", f"# Olga: sure?\n{mark}")
    expected = expected.replace("#, c-format, x-own-flag", "#, fuzzy, c-format, x-own-flag")
    expected = expected.replace('msgid "open %d"\nmsgstr ""', f'msgid "open %d"\nmsgstr "{text}"')
    assert path.read_text("utf-8") == expected


def test_a_second_run_changes_no_byte(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("house"), _plural("%d house", "%d houses"))
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    before = path.read_bytes(), path.stat().st_mtime_ns
    result = run("draft", "--po", path, "--from", "en", "--packages", harmful)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert "nothing to draft" in result.stderr


def test_a_file_without_a_header_gets_one(run: Run, project: Path, harmful: Path, gettext: Gettext) -> None:
    path = project / "ru" / "tool.po"
    path.parent.mkdir()
    path.write_text(_entry("house") + "\n" + _plural("%d house", "%d houses"))
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    assert gettext("msgfmt", "--check", "--use-fuzzy", "--output-file", "/dev/null", path) == ""
    assert dict(po.read(path).header)["X-Source-Language"] == "en"


@pytest.mark.parametrize(
    ("charset", "encoding", "expected"),
    [
        pytest.param("KOI8-R", "koi8-r", "koi8-r", id="with the letters"),
        pytest.param("ISO-8859-1", "latin-1", "utf-8", id="without the letters"),
        pytest.param("ASCII", "ascii", "utf-8", id="ASCII"),
        pytest.param("CHARSET", "utf-8", "utf-8", id="of a template"),
    ],
)
def test_the_charset_stays_if_it_has_the_letters(
    run: Run, project: Path, harmful: Path, gettext: Gettext, charset: str, encoding: str, expected: str
) -> None:
    other = "é" if encoding == "latin-1" else "o"
    path = _file(project, _entry("house"), f'msgid "one"\nmsgstr "{other}"\n')
    text = path.read_text("utf-8").replace("UTF-8", charset)
    path.write_bytes(text.encode(encoding))
    result = run("draft", "--po", path, "--from", "en", "--packages", harmful)
    assert [entry.msgstr for entry in _entries(path)] == ["дом", other]
    if charset != "KOI8-R":
        text = text.replace(charset, "UTF-8")
        assert "tool.po: " in result.stderr
        assert "UTF-8" in result.stderr
    assert _gone(text, path.read_bytes().decode(expected)) == ['msgstr ""']
    assert gettext("msgfmt", "--check", "--use-fuzzy", "--output-file", "/dev/null", path) == ""


def _gone(old: str, new: str) -> list[str]:
    """The lines of the old text that are not in the new one."""
    return [line[2:] for line in ndiff(old.split("\n"), new.split("\n")) if line.startswith("- ")]


def test_work_saved_while_the_packages_translate_is_not_overwritten(
    run: Run, project: Path, harmful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.engines.argos.opening import Argos

    path = _file(project, _entry("house"), _entry("open house"))
    translate = Argos.translate

    def meanwhile(self: Argos, texts: list[str], *how: object) -> object:
        path.write_text(path.read_text("utf-8").replace('"house"\nmsgstr ""', '"house"\nmsgstr "Дом"'), "utf-8")
        return translate(self, texts, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(Argos, "translate", meanwhile)
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    assert [entry.msgstr for entry in _entries(path)] == ["Дом", "открыть дом"]


# --- which languages -------------------------------------------------------------------------------------------------


def test_the_header_names_the_source_language_and_from_overrides_it(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("new Haus"), plural_forms=r'"X-Source-Language: en_US\n"' + "\n")
    run("draft", "--po", path, "--packages", harmful)
    assert _entries(path)[0].msgstr == "новый Haus"
    other = _file(project, _entry("new Haus"), plural_forms=r'"X-Source-Language: en_US\n"' + "\n")
    run("draft", "--po", other, "--packages", harmful, "--from", "de")
    assert _entries(other)[0].msgstr == "новый дом"


def test_a_folder_means_all_its_catalogues_and_to_chooses_among_them(run: Run, project: Path, harmful: Path) -> None:
    _file(project / "po", _entry("house"), lang="ru_RU", name="ru.po")
    _file(project / "po", _entry("house"), lang="az", plural_forms="", name="sub/az.po")
    _file(project / "po", _entry("house"), lang="", name="uk.po")
    result = run("draft", "--po", "po", "--from", "en", "--packages", harmful, "--to", "ru,az")
    assert result.stdout == "po/ru.po: 1 drafted\npo/sub/az.po: 1 drafted\n"
    result = run("draft", "--po", "po", "--from", "en", "--packages", harmful, code=3)
    assert "no package translates en → uk" in result.stderr
    assert "po/uk.po: 0 drafted, 1 undrafted" in result.stdout


def test_texts_and_catalogues_may_be_drafted_in_one_run(run: Run, project: Path, harmful: Path) -> None:
    (project / "text.txt").write_text("neues Haus\n", "utf-8")
    english = _file(project, _entry("open house"), plural_forms=r'"X-Source-Language: en\n"' + "\n")
    german = _file(project, _entry("neues Haus"), name="german.po")
    result = run("draft", "text.txt", "--to", "ru", "--po", english, "--po", german, "--packages", harmful)
    assert result.stdout.splitlines() == [
        "locales/ru/LC_MESSAGES/text.po: 1 drafted",
        "tool.po: 1 drafted",
        "german.po: 1 drafted",
    ]
    assert "3 drafts in " in result.stderr


def test_the_sources_of_the_settings_stay_out_of_a_run_for_catalogues(run: Run, project: Path, harmful: Path) -> None:
    (project / "text.txt").write_text("neues Haus\n", "utf-8")
    (project / "l10n.toml").write_text('sources = ["text.txt"]\n')
    assert run("draft", "--po", _file(project, _entry("Haus")), "--packages", harmful).stdout == "tool.po: 1 drafted\n"
    assert not (project / "locales").exists()


def test_a_dry_run_counts_and_writes_nothing(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("house"), _plural("%d house", "%d houses"))
    before = path.read_bytes()
    result = run("draft", "--po", path, "--from", "en", "--packages", harmful, "--dry-run")
    assert result.stdout == "tool.po: 2 to draft, en → ru\n"
    assert path.read_bytes() == before


# --- what can go wrong -----------------------------------------------------------------------------------------------


def test_an_entry_that_cannot_be_translated_whole_is_named(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("new\n" + "one " * 700 + "%d", "c-format"), _entry("house"))
    result = run("draft", "--po", path, "--from", "en", "--packages", harmful, code=3)
    assert "error: tool.po: line 15: no whole translation of: new one one" in result.stderr
    assert result.stdout == "tool.po: 1 drafted, 1 undrafted\n"
    assert [entry.msgstr for entry in _entries(path)] == ["", "дом"]


def test_a_placeholder_that_the_package_invents_leaves_the_entry_untranslated(
    run: Run, project: Path, tmp_path: Path
) -> None:
    build_package(tmp_path / "inventive", "en", "ru", {"percent": "100 %s"})
    path = _file(project, _entry("percent", "c-format"))
    before = path.read_bytes()
    result = run("draft", "--po", path, "--from", "en", "--packages", tmp_path / "inventive", code=3)
    assert "no whole translation of: percent" in result.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("lang", "arguments", "message"),
    [
        pytest.param("", ["--from", "en"], "error: tool.po: no language", id="no language"),
        pytest.param("en_GB", ["--from", "en"], "error: tool.po: 'en' is the source language", id="source as target"),
        pytest.param("xx", ["--from", "en"], "tool.po: no usable Plural-Forms for the language 'xx'", id="forms"),
        pytest.param("ru", ["--from", "xx"], "error: unknown language 'xx'", id="unknown source"),
        pytest.param("ru", ["--to", "xx"], "error: unknown language 'xx'", id="unknown target"),
        pytest.param("ru", ["--po", "no.po"], "error: no.po: no such file or folder", id="missing file"),
        pytest.param("ru", ["--po", "bad.po"], "error: bad.po:1: not a PO file", id="broken file"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(
    run: Run, project: Path, harmful: Path, lang: str, arguments: list[str], message: str
) -> None:
    _file(project, _plural("%d Haus", "%d neues Haus"), lang=lang, plural_forms="")
    (project / "bad.po").write_text('msgid "a\nmsgstr\n')
    result = run("draft", "--po", "tool.po", "--packages", harmful, *arguments, code=2)
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_comments_of_every_kind_at_the_head_and_the_end_stay(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("house"), "# vim: tw=0\n#. the end\n")
    path.write_text(path.read_text("utf-8").replace("msgid", "#. For all translators.\n#: tool.c\nmsgid", 1), "utf-8")
    before = po.read(path)
    run("draft", "--po", path, "--from", "en", "--packages", harmful)
    after = po.read(path)
    assert after.entries[0].msgstr == "дом"
    for catalogue in (before, after):
        assert (catalogue.extracted, catalogue.references) == (("For all translators.",), ("tool.c",))
        assert catalogue.trailing == ("# vim: tw=0", "#. the end")


# --- when something is missing ---------------------------------------------------------------------------------------


def test_a_broken_package_is_told_once_although_another_language_is_asked_for_pieces(
    run: Run, project: Path, harmful: Path
) -> None:
    packages = project / "packages"
    packages.mkdir()
    (packages / "en_ru").symlink_to(harmful / "translate-en_ru-1_0")
    broken = build_package(packages, "en", "uk", {"house": "дім"})
    (broken / "model" / "model.bin").write_bytes(b"damaged")
    russian = _file(project, _entry("open % s", "python-format"), name="po/ru.po")
    ukrainian = _file(project, _entry("house"), _entry("open house"), lang="uk", name="po/uk.po")
    result = run("draft", "--po", russian, "--po", ukrainian, "--from", "en", "--packages", packages, code=3)
    assert [entry.msgstr for entry in _entries(russian)] == ["открыть % s"]
    assert "no whole translation" not in result.stderr
    assert result.stderr.count("error:") == 1


def test_a_text_of_placeholders_waits_where_no_package_is_there(run: Run, project: Path, harmful: Path) -> None:
    back = '#~ msgid "house"\n#~ msgstr "дім"\n'
    path = _file(project, _entry("%s", "c-format"), _entry("house"), back, lang="uk")
    result = run("draft", "--po", path, "--from", "en", "--packages", harmful, code=3)
    assert result.stdout == "tool.po: 0 drafted, brought back 1, 1 undrafted\n"


def test_english_makes_no_round_trip_to_itself(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("house"))
    result = run("draft", "--po", path, "--from", "en", "--round-trip", "--packages", harmful)
    assert "round trip" not in result.stderr


def test_a_draft_whose_mark_was_typed_over_is_drafted_anew(run: Run, project: Path, harmful: Path) -> None:
    path = _file(project, _entry("house"), _entry("open"))
    command = ("draft", "--po", path, "--from", "en", "--packages", harmful)
    run(*command)
    old = po.read(path)
    po.write(path, replace(old, entries=(replace(old.entries[0], comments=("Anna",)), old.entries[1])))
    assert run(*command, "--redraft").stdout == "tool.po: 2 drafted\n"
    assert "Anna" in po.read(path).entries[0].comments
