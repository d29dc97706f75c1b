"""`l10n adopt`: catalogues as po4a, mdpo and mdbook write them, and what of them is in ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.memory.store import Memory
from l10n.model import Catalogue, Entry, State
from tests.conftest import Run

GUIDE = """\
---
title: Die Anleitung
---

# 1. Einleitung

Das ist **wichtig**, siehe [Seite](a.md). Noch ein Satz mit
Umbruch im _Text_.

Zeile eins\\
Zeile zwei mit [Lua] und [der Seite][lua].

- Erster Punkt
- Zweiter Punkt. Mit 2 Sätzen.

> Ein Zitat
> mit Umbruch.

| Kopf A | Kopf B |
|--------|--------|
| *eins* | zwei   |

**Ganz fett.**

[Lua]: https://www.lua.org
"""
OURS = Path("locales/ru/LC_MESSAGES/guide.po")

PO4A = r"""
# Руководство
msgid ""
msgstr ""
"Project-Id-Version: PACKAGE VERSION\n"
"PO-Revision-Date: 2024-05-01 12:00+0000\n"
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

#. type: Yaml Front Matter Hash Value: title
#: ../guide.md:1
#, no-wrap
msgid "Die Anleitung"
msgstr "Руководство"

#. type: Title #
#: ../guide.md:5
#, markdown-text, no-wrap
msgid "1. Einleitung"
msgstr "1. Введение"

# Проверить у редактора
#. type: Plain text
#: ../guide.md:8
#, fuzzy, markdown-text
#| msgid "Das ist wichtig. Noch ein Satz."
msgid ""
"Das ist **wichtig**, siehe [Seite](a.md). Noch ein Satz mit Umbruch im "
"_Text_."
msgstr ""
"Это **важно**, см. [страницу](b.md). Ещё одно предложение с переносом в "
"_тексте_."

#. type: Bullet: '- '
#: ../guide.md:14
#, markdown-text
msgid "Erster Punkt"
msgstr "Первый пункт"

#. type: Bullet: '- '
#: ../guide.md:14
#, markdown-text
msgid "Zweiter Punkt. Mit 2 Sätzen."
msgstr "Второй пункт из 2 предложений."

#. type: Plain text
#: ../guide.md:17
#, markdown-text, no-wrap
msgid ""
"> Ein Zitat\n"
"> mit Umbruch.\n"
msgstr ""
"> Цитата\n"
"> с переносом.\n"

#. type: Plain text
#: ../guide.md:21
#, markdown-text
msgid "| Kopf A | Kopf B | |--------|--------| | *eins* | zwei |"
msgstr "| Шапка А | Шапка Б | |--------|--------| | *один* | два |"

#. type: Plain text
#: ../guide.md:23
#, markdown-text, no-wrap
msgid "**Ganz fett.**\n"
msgstr ""

#. type: Fenced code block (sh)
#: ../other.md:3
#, no-wrap
msgid "echo\n"
msgstr "echo\n"

#~ msgid "Ein alter Satz."
#~ msgstr "Старое предложение."
"""
MDPO = r"""
#
msgid ""
msgstr "Language: ru\n"

#: guide.md:block 2 (header)
msgid "1. Einleitung"
msgstr "1. Введение"

#: guide.md:block 3 (paragraph)
msgid ""
"Das ist **wichtig**, siehe [Seite](a.md). Noch ein Satz mit Umbruch im "
"*Text*."
msgstr ""
"Это **важно**, см. [страницу](b.md). Ещё одно предложение с переносом в "
"*тексте*."

#: guide.md:block 4 (paragraph)
msgid "Zeile eins Zeile zwei mit [Lua] und [der Seite][Lua]."
msgstr "Строка один, строка два с [Луа] и [страницей][Lua]."

#: guide.md:block 7 (table)
msgid "*eins*"
msgstr "*один*"

#: guide.md:block 8 (paragraph)
msgid "**Ganz fett.**"
msgstr "**Совсем жирно.**"

#: guide.md:block 9 (code)
#, fuzzy
msgid "[Lua]: https://www.lua.org"
msgstr "[Lua]: https://www.lua.org"
"""
MDBOOK = r"""
msgid ""
msgstr ""
"Project-Id-Version: Guide\n"
"POT-Creation-Date: 2024-05-01T12:00:00Z\n"
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"
"%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"

#: src/guide.md:7
msgid ""
"Das ist **wichtig**, siehe [Seite](a.md). Noch ein Satz mit\n"
"Umbruch im _Text_."
msgstr ""
"Это **важно**, см. [страницу](b.md). Ещё одно предложение\n"
"с переносом в _тексте_."

#: src/guide.md:10
msgid ""
"Zeile eins\\\n"
"Zeile zwei mit [Lua](https://www.lua.org) und [der Seite](https://www.lua.org)."
msgstr ""
"Строка один\\\n"
"строка два с [Луа](https://www.lua.org) и [другой страницей](https://lua.ru)."

#: src/guide.md:14
msgid "Zweiter Punkt. Mit 2 Sätzen."
msgstr "Второй пункт. Из 2 предложений."

#: src/guide.md:23
msgid "**Ganz fett.**"
msgstr "**Совсем жирно.**"
"""


@pytest.fixture
def guide(project: Path) -> Path:
    """The document, and the settings that name it."""
    (project / "l10n.toml").write_text('sources = ["guide.md"]\n', "utf-8")
    (project / "guide.md").write_text(GUIDE, "utf-8")
    for name, text in {"po4a": PO4A, "mdpo": MDPO, "mdbook": MDBOOK}.items():
        (project / f"{name}.po").write_text(text.lstrip("\n"), "utf-8")
    return project


def _texts() -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in po.read(OURS).entries if entry.msgstr}


def _entry(msgid: str) -> Entry:
    return next(entry for entry in po.read(OURS).entries if entry.msgid == msgid)


def _units() -> dict[str, str]:
    with Memory(Path("l10n.db"), create=False) as memory:
        return {unit.source: unit.target for unit in memory.units("de", "ru")}


def test_a_catalogue_of_po4a(run: Run, guide: Path) -> None:
    said = "po4a.po: 4 as they are, 2 by sentences, 2 into the memory, 0 there already, 1 left out\n"
    assert run("adopt", "po4a.po").stdout == said
    assert _texts() == {
        "Die Anleitung": "Руководство",
        "1. Einleitung": "1. Введение",
        "Das ist **wichtig**, siehe [Seite](a.md).": "Это **важно**, см. [страницу](b.md).",
        "Noch ein Satz mit Umbruch im _Text_.": "Ещё одно предложение с переносом в _тексте_.",
        "Erster Punkt": "Первый пункт",
        "Ein Zitat mit Umbruch.": "Цитата с переносом.",
        "Kopf A": "Шапка А",
        "Kopf B": "Шапка Б",
        "eins": "один",
        "zwei": "два",
    }
    assert _units() == {
        "Zweiter Punkt. Mit 2 Sätzen.": "Второй пункт из 2 предложений.",
        "Ein alter Satz.": "Старое предложение.",
    }


def test_a_catalogue_of_mdpo(run: Run, guide: Path) -> None:
    said = "mdpo.po: 4 as they are, 1 by sentences, 0 into the memory, 0 there already, 1 left out\n"
    assert run("adopt", "mdpo.po").stdout == said
    assert _texts() == {
        "1. Einleitung": "1. Введение",
        "Das ist **wichtig**, siehe [Seite](a.md).": "Это **важно**, см. [страницу](b.md).",
        "Noch ein Satz mit Umbruch im _Text_.": "Ещё одно предложение с переносом в *тексте*.",
        "Zeile eins<br>Zeile zwei mit [Lua][Lua] und [der Seite][lua].": (
            "Строка один, строка два с [Луа][Lua] и [страницей][Lua]."
        ),
        "eins": "один",
        "Ganz fett.": "Совсем жирно.",
    }
    assert not Path("l10n.db").exists()


def test_a_catalogue_of_mdbook(run: Run, guide: Path) -> None:
    said = "mdbook.po: 2 as they are, 2 by sentences, 0 into the memory, 0 there already\n"
    assert run("adopt", "mdbook.po").stdout == said
    assert _texts() == {
        "Das ist **wichtig**, siehe [Seite](a.md).": "Это **важно**, см. [страницу](b.md).",
        "Noch ein Satz mit Umbruch im _Text_.": "Ещё одно предложение с переносом в _тексте_.",
        "Zeile eins<br>Zeile zwei mit [Lua][Lua] und [der Seite][lua].": (
            "Строка один<br>строка два с [Луа][Lua] и [другой страницей](https://lua.ru)."
        ),
        "Zweiter Punkt.": "Второй пункт.",
        "Mit 2 Sätzen.": "Из 2 предложений.",
        "Ganz fett.": "Совсем жирно.",
    }


def test_states_and_comments_are_as_they_were(run: Run, guide: Path) -> None:
    run("adopt", "po4a.po")
    first, second = _entry("Das ist **wichtig**, siehe [Seite](a.md)."), _entry("Noch ein Satz mit Umbruch im _Text_.")
    assert [*map(state, (first, second, _entry("zwei")))] == [State.EDITED, State.EDITED, State.TRANSLATED]
    assert (first.comments, second.comments) == (("Проверить у редактора",), ())
    assert po.read(OURS).comments != ("Руководство",)


def test_an_outdated_translation_stays_outdated(run: Run, guide: Path) -> None:
    text = PO4A.replace('#, markdown-text\nmsgid "Erster', '#, fuzzy\n#| msgid "Ein Punkt"\nmsgid "Erster')
    (guide / "po4a.po").write_text(text, "utf-8")
    run("adopt", "po4a.po")
    assert state(_entry("Erster Punkt")) is State.OUTDATED
    assert _entry("Erster Punkt").previous_msgid == "Ein Punkt"


def test_nothing_is_written_in_a_dry_run_or_into_their_files(run: Run, guide: Path) -> None:
    before = {path: path.read_bytes() for path in guide.glob("*")}
    shown = run("adopt", "po4a.po", "mdpo.po", "--dry-run").stdout
    assert {path: path.read_bytes() for path in guide.glob("*")} == before
    assert run("adopt", "po4a.po", "mdpo.po").stdout == shown
    assert {path: path.read_bytes() for path in before} == before


def test_a_second_catalogue_fills_what_the_first_has_left(run: Run, guide: Path) -> None:
    run("adopt", "mdpo.po")
    assert run("adopt", "po4a.po", "mdbook.po").stdout.splitlines() == [
        "po4a.po: 3 as they are, 1 by sentences, 2 into the memory, 2 there already, 1 left out",
        "mdbook.po: 0 as they are, 1 by sentences, 0 into the memory, 3 there already",
    ]
    assert _entry("Noch ein Satz mit Umbruch im _Text_.").msgstr == "Ещё одно предложение с переносом в *тексте*."


def test_a_draft_gives_way_and_a_text_of_people_does_not(run: Run, guide: Path, packages: Path) -> None:
    (guide / "guide.md").write_text("Das Haus ist groß.\n\nDas Haus ist alt.\n", "utf-8")
    run("draft", "guide.md", "--to", "ru", "--packages", packages)
    drafts = po.read(OURS)
    po.write(OURS, replace(drafts, entries=(drafts.entries[0], drafts.entries[1].with_texts(("Стар.",)))))
    theirs = (Entry("Das Haus ist groß.", "Велик."), Entry("Das Haus ist alt.", "Ветх."))
    po.write(Path("theirs.po"), Catalogue((("Language", "ru"),), theirs))
    said = "theirs.po: 1 as they are, 0 by sentences, 0 into the memory, 1 there already\n"
    assert run("adopt", "theirs.po").stdout == said
    assert _texts() == {"Das Haus ist groß.": "Велик.", "Das Haus ist alt.": "Стар."}
    assert state(_entry("Das Haus ist groß.")) is State.TRANSLATED
    assert _entry("Das Haus ist groß.").comments == ()


def test_equal_paragraphs_of_all_documents_get_the_translation(run: Run, guide: Path) -> None:
    Path("more.md").write_text("* Erster Punkt\n* Punkt\n* Erster Punkt\n", "utf-8")
    run("adopt", "po4a.po", "--source", "guide.md", "--source", "more.md")
    more = po.read(OURS.with_name("more.po")).entries
    assert [entry.msgstr for entry in more] == ["Первый пункт", "", "Первый пункт"]
    assert _entry("Erster Punkt").msgstr == "Первый пункт"


def test_why_something_went_into_the_memory_is_told_to_who_asks(run: Run, guide: Path) -> None:
    told = run("adopt", "po4a.po", "-v").stderr
    assert "po4a.po:41: into the memory, as its sentences are not those of the source: Zweiter Punkt." in told
    assert "po4a.po:75: into the memory, as in none of the sources: Ein alter Satz." in told
    assert "into the memory" not in run("adopt", "po4a.po").stderr


@pytest.mark.parametrize(
    ("head", "name", "options", "error"),
    [
        ("", "x.po", (), "x.po: does not say its language\nhint: name it: --to LANG"),
        ("Language: de\\n", "x.po", (), "x.po: is in the language of the sources\nhint: name the right one: --to LANG"),
        ("Language: xx\\n", "x.po", (), "x.po: unknown language 'xx'"),
        ("", "x.po", ("--to", "de"), "x.po: is in the language of the sources"),
        ("", "locales/x.po", ("--to", "ru"), "locales/x.po: lies among our own catalogues\nhint: name files that are"),
    ],
)
def test_what_cannot_be_adopted(
    run: Run, guide: Path, head: str, name: str, options: tuple[str, ...], error: str
) -> None:
    Path("locales").mkdir()
    Path(name).write_text(f'msgid ""\nmsgstr "{head}"\n\nmsgid "Erster Punkt"\nmsgstr "Пункт"\n', "utf-8")
    assert f"error: {error}" in run("adopt", name, *options, code=2).stderr
    assert not OURS.exists()


def test_a_broken_catalogue_keeps_no_other_from_being_adopted(run: Run, guide: Path) -> None:
    Path("broken.po").write_text('msgid "a"\nmsgstr b\n', "utf-8")
    done = run("adopt", "broken.po", "mdpo.po", code=2)
    assert done.stderr.startswith("error: broken.po:2")
    assert done.stdout.startswith("mdpo.po: 4 as they are")


def test_the_language_is_that_of_the_file_or_the_one_that_is_named(run: Run, guide: Path) -> None:
    Path("uk.po").write_text('msgid "Erster Punkt"\nmsgstr "Пункт"\n', "utf-8")
    run("adopt", "uk.po")
    entries = po.read(Path("locales/uk/LC_MESSAGES/guide.po")).entries
    assert [entry.msgstr for entry in entries if entry.msgid == "Erster Punkt"] == ["Пункт"]
    run("adopt", "uk.po", "--to", "ru")
    assert _texts() == {"Erster Punkt": "Пункт"}


def test_the_language_may_be_a_folder_that_is_a_target(run: Run, guide: Path) -> None:
    Path("l10n.toml").write_text('sources = ["guide.md"]\ntargets = ["es"]\n', "utf-8")
    folder = Path("locale/es/deep/er")
    folder.mkdir(parents=True)
    (folder / "guide.md.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Erster Punkt"\nmsgstr "Punto"\n', "utf-8")
    run("adopt", "locale")
    entries = po.read(Path("locales/es/LC_MESSAGES/guide.po")).entries
    assert [entry.msgstr for entry in entries if entry.msgstr] == ["Punto"]


def test_what_is_no_text_is_left_out(run: Run, guide: Path) -> None:
    entries = (
        Entry("[Lua]: https://www.lua.org", "[Луа]: https://lua.ru"),
        Entry("```sh\n# a\n```", "```sh\n# б\n```"),
    )
    po.write(Path("theirs.po"), Catalogue((("Language", "ru"),), entries))
    said = "theirs.po: 0 as they are, 0 by sentences, 0 into the memory, 0 there already, 2 left out\n"
    assert run("adopt", "theirs.po").stdout == said


def test_a_paragraph_that_has_grown_since_gives_the_memory_its_sentences(run: Run, guide: Path) -> None:
    entries = (Entry("Erster Punkt. Und noch *einer*.", "Первый пункт. И *ещё*."),)
    po.write(Path("theirs.po"), Catalogue((("Language", "ru"),), entries))
    run("adopt", "theirs.po")
    assert _units() == {"Erster Punkt.": "Первый пункт.", "Und noch *einer*.": "И *ещё*."}


def test_plural_forms_and_empty_translations_are_left_out(run: Run, guide: Path) -> None:
    plural = Entry("Erster Punkt", msgid_plural="Punkte", msgstr_plural=("Пункт", "Пункта", "Пунктов"))
    entries = (plural, Entry("Erster Punkt", "Пункт", "list"), Entry("zwei", " "))
    po.write(Path("theirs.po"), Catalogue((("Language", "ru"),), entries))
    said = "theirs.po: 1 as they are, 0 by sentences, 0 into the memory, 0 there already, 1 left out\n"
    assert run("adopt", "theirs.po").stdout == said
