"""The other files of a project: valid, and such that OmegaT understands them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema

from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.documents import inline
from l10n.exchange.omegat import glossary, manifest, outgoing, settings
from l10n.glossary.term import Term
from l10n.identity import digest
from l10n.model import Catalogue, Entry
from tests.conftest import ROOT
from tests.exchange.omegat.translator import units

SCHEMA = xmlschema.XMLSchema(str(ROOT / "tests" / "memory" / "tmx14.xsd"))


def test_the_settings_are_those_of_a_project_without_segmentation() -> None:
    (project,) = ElementTree.fromstring(settings.text("de", "pt-BR").encode())
    assert project.attrib == {"version": "1.0"}
    found = {element.tag: element.text for element in project}
    assert (found["source_lang"], found["target_lang"]) == ("de", "pt-BR")
    assert found["sentence_seg"] == "false"
    assert found["support_default_translations"] == "true"
    folders = ("source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file", "dictionary_dir")
    assert {found[name] for name in folders} == {"__DEFAULT__"}
    assert "**/.git/**" in [mask.text for mask in project.iter("mask")]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("tags", "Das <b>Haus</b><br> <a1>hier</a1> <x2/> 3 < 4"),
        ("markdown", "Das **Haus** [hier](a.md) `f()` <https://x.org> ![](b.png) [Lua][Lua]"),
    ],
)
def test_the_expression_finds_all_marks_but_single_signs(form: str, text: str) -> None:
    tags = [match.span() for match in re.finditer(settings.CUSTOM_TAGS, text)]
    marks = [part for part in inline.named(form).parse(text) if not part.is_text]
    assert marks
    assert all(any(start <= part.start < end for start, end in tags) for part in marks)


def test_the_page_of_omegat_has_the_expression() -> None:
    assert f"    {settings.CUSTOM_TAGS}\n" in (ROOT / "docs" / "editors" / "omegat.md").read_text("utf-8")


def test_a_glossary_has_a_line_for_each_pair_of_words() -> None:
    terms = [
        Term({"de": ("Kyjiw", "Kiew"), "ru": ("Киев",)}, {"ru": ("Кыйив", "Kiev")}, "the\tcity"),
        Term({"de": ("SOCAR",), "ru": ("SOCAR",)}, do_not_translate=True),
        Term({"de": ("Wort",), "en": ("word",)}),
    ]
    lines = glossary.text(terms, "de", "ru").splitlines()
    assert lines[0].startswith("#")
    assert [line.split("\t") for line in lines[1:]] == [
        ["Kyjiw", "Киев", "the city; not: Кыйив, Kiev"],
        ["Kiew", "Киев", "the city; not: Кыйив, Kiev"],
        ["SOCAR", "SOCAR", "stays as it is"],
    ]
    assert len(glossary.text(terms, "de", "ru-RU").splitlines()) == 4


def _mark(text: str) -> tuple[str, ...]:
    return (f"l10n-mt: argos de-en-1.0 h={digest(text)}",)


def test_texts_stand_where_omegat_shows_them_as_what_they_are(tmp_path: Path) -> None:
    entries = (
        Entry("Fertig.", "Готово."),
        sign(Entry("Geprüft & <b>.", "Проверено & <b>."), 'Anna "A" Muster', "2026-01-31"),
        Entry("Entwurf.", "Черновик.", flags=("fuzzy",), comments=_mark("Черновик.")),
        Entry("Ungelesen.", "Непрочитано.", comments=_mark("Непрочитано.")),
        Entry("Begonnen.", "Начато.", flags=("fuzzy",)),
        Entry("Neu.", "Старое.", flags=("fuzzy",), previous=(("msgid", "Alt."),)),
        Entry("Leer."),
        Entry("Ja.", "Да.", msgctxt="after:00000001"),
        Entry("Ja.", "", msgctxt="after:00000002"),
        Entry("Weg.", "Прочь.", obsolete=True),
    )
    catalogue = Catalogue(header("text", "ru", "de", "2026-01-31 12:00+0000"), entries)
    packed = outgoing.pack([outgoing.OutgoingCatalogue(Path("text.po"), "text.po", catalogue)])
    outgoing.write(tmp_path, ("de", "ru"), packed, ())
    found = units(tmp_path / "omegat/project_save.tmx")
    assert [unit[1:] for unit in found] == [
        ("Fertig.", "Готово."),
        ("Geprüft & <b>.", "Проверено & <b>."),
        ("Ja.", "Да."),
    ]
    ids = [item.id for item in packed[0].exported.entries]
    assert [unit[0] for unit in found] == [{}, {}, {"file": "text.properties", "id": ids[7]}]
    assert [unit[1:] for unit in units(tmp_path / "tm/mt/penalty-010/drafts.tmx")] == [
        ("Entwurf.", "Черновик."),
        ("Ungelesen.", "Непрочитано."),
    ]
    assert [unit[1:] for unit in units(tmp_path / "tm/penalty-010/unfinished.tmx")] == [
        ("Begonnen.", "Начато."),
        ("Alt.", "Старое."),
    ]
    drafts = (tmp_path / "tm/mt/penalty-010/drafts.tmx").read_text("utf-8")
    assert drafts.count('changeid="argos de-en-1.0"') == 2
    assert "human" not in drafts
    for path in tmp_path.rglob("*.tmx"):
        SCHEMA.validate(str(path))
    assert manifest.read(tmp_path).catalogues == (packed[0].exported,)
    assert len(set(ids)) == 9


def test_two_catalogues_of_one_name_get_two_files() -> None:
    names = ("a/Text.po", "b/text.po", "c/my text.po")
    sources = [outgoing.OutgoingCatalogue(Path(name), name, Catalogue()) for name in names]
    files = [one.exported.file for one in outgoing.pack(sources)]
    assert files == ["Text.properties", "text-2.properties", "my_text.properties"]
