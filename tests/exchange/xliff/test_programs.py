"""What programs do to a file beside translating: cut, number anew, reorder, drop, comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue.states import state
from l10n.exchange.gate import Claim
from l10n.exchange.kinds import xliff
from l10n.exchange.xliff import XliffProfile, XliffVersion
from l10n.model import Catalogue, Entry, State
from tests.exchange.xliff.files import DRAFT, HEADER, edited, exported, imported, units

TEXT = Entry(
    'Das **Haus** ist [alt](a.md "Titel"), ![Bild](b.png) `f()`.',
    '**Дом** [стар](ru/a.md "Название"), ![вид](b.png) `f()`.',
    references=("a.md",),
)
TWO = Entry("Eins. Zwei.", "Раз. Два.", flags=("fuzzy",))


@pytest.mark.parametrize("version", XliffVersion)
def test_words_within_marks_are_words_and_marks_are_elements(tmp_path: Path, version: XliffVersion) -> None:
    old = Catalogue(HEADER, (TEXT,))
    path = exported(old, tmp_path, version=version)
    assert imported(old, path).catalogue is old
    edited(path, ("Название", "Имя"), ("вид", "картина"), (">Дом<", ">Изба<"))
    (after,) = imported(old, path).catalogue.entries
    assert after.msgstr == '**Изба** [стар](ru/a.md "Имя"), ![картина](b.png) `f()`.'


def test_elements_that_a_program_has_inserted_anew_stand_for_those_of_the_source(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (Entry("Das **Haus** `f()` <br>", references=("a.md",)),))
    target = '<target state="translated">x <bx id="1" rid="1"/>дом<ex id="9" rid="1"/> <x id="2"/> <x id="3"/></target>'
    path = edited(exported(old, tmp_path), ("(</source>)", rf"\1{target}"))
    assert imported(old, path).catalogue.entries[0].msgstr == "x **дом** `f()` <br>"
    path = edited(
        exported(old, tmp_path, version=XliffVersion.V21),
        ("(</source>)", r'\1<target>x <sc id="1"/>дом<ec startRef="1"/> <ph id="2"/><cp hex="0009"/></target>'),
        ("initial", "translated"),
    )
    assert imported(old, path).catalogue.entries[0].msgstr == "x **дом** `f()`\t"


def test_an_element_that_nobody_knows_is_refused_with_its_line(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (DRAFT,))
    path = edited(exported(old, tmp_path), (">дом<", '>дом <x id="7"/><'))
    (unit,) = xliff.read(path).refused
    assert unit.refusal is not None
    assert unit.refusal.reason == '<x id="7"> stands for nothing that is known'
    assert unit.returned.where == f"{path}:6"


def test_segments_within_a_unit_of_12_are_joined(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (TWO,))
    cut = '<seg-source><mrk mtype="seg" mid="1">Eins.</mrk> <mrk mtype="seg" mid="2">Zwei.</mrk></seg-source>'
    target = r'<target\1><mrk mtype="seg" mid="1">Раз!</mrk> <mrk mtype="seg" mid="2">Два!</mrk></target>'
    path = edited(exported(old, tmp_path), ("<target([^>]*)>.*</target>", cut + target))
    (after,) = imported(old, path).catalogue.entries
    assert (after.msgstr, state(after)) == ("Раз! Два!", State.EDITED)
    edited(path, ("Два!", ""))
    (unit,) = xliff.read(path).refused
    assert unit.refusal is not None
    assert unit.refusal.reason == "1 of its 2 segments are not translated"


def test_the_lowest_that_trados_says_of_a_segment_counts(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (TWO,))
    both = '<sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="{}"/>'
    path = exported(old, tmp_path, XliffProfile.TRADOS)
    edited(path, ("<sdl:seg [^>]*>", both.format("Draft")), ("Два", "Две"))
    assert state(imported(old, path).catalogue.entries[0]) is State.EDITED
    edited(path, ('conf="Draft"', 'conf="ApprovedSignOff"'))
    assert state(imported(old, path).catalogue.entries[0]) is State.TRANSLATED


def test_segments_of_a_unit_of_21_are_joined_in_the_order_of_their_translations(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (TWO,))
    first = '<segment state="final"><source>Eins.</source><target order="3">Раз.</target></segment>'
    between = '<ignorable><source> </source><target order="2"> </target></ignorable>'
    second = '<segment state="translated"><source>Zwei.</source><target order="1">Два!</target></segment>'
    path = edited(exported(old, tmp_path, version=XliffVersion.V21), ("<segment.*</segment>", first + between + second))
    (unit,) = units(path)
    assert (unit.source, unit.texts, unit.claim) == (TWO.msgid, ("Два! Раз.",), Claim.TRANSLATED)
    edited(path, ('<target order="1">Два!</target>', ""))
    assert len(xliff.read(path).refused) == 1


def test_a_unit_that_was_merged_with_others_is_refused(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (DRAFT, TWO))
    path = edited(
        exported(old, tmp_path), ("<body>", '<body><group merged-trans="yes">'), ("</body>", "</group></body>")
    )
    assert len(xliff.read(path).refused) == 2


def test_prefixes_ids_and_the_order_of_units_are_the_programs(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (DRAFT, TWO))
    path = exported(old, tmp_path)
    text = path.read_text("utf-8")
    start, end = text.index("<trans-unit"), text.index("</body>")
    blocks = text[start:end].replace("<trans-unit id", '<trans-unit id="77" x').split("</trans-unit>\n")[:-1]
    moved = "".join(f"{block}</trans-unit>" for block in reversed(blocks)).replace("дом", "изба")
    other = (text[:start] + moved + text[end:]).replace("</", "</u:").replace("<", "<u:").replace("<u:/u:", "</u:")
    other = other.replace("<u:?", "<?").replace("UTF-8", "UTF-16").replace("xmlns=", "xmlns:u=").replace("\n", "")
    path.write_text(other, "utf-16")
    done = imported(old, path)
    assert [entry.msgstr for entry in done.catalogue.entries] == ["изба", "Раз. Два."]
    assert xliff.recognises(path.read_bytes()[:4096], path.with_suffix(".txt"))


@pytest.mark.parametrize("version", XliffVersion)
def test_a_translators_note_is_a_comment_and_ours_come_back_as_nothing(tmp_path: Path, version: XliffVersion) -> None:
    entry = Entry("Haus", "дом", msgctxt="menu", comments=("ask  Anna",), extracted=("paragraph", "next: Hof"))
    old = Catalogue(HEADER, (entry,))
    path = exported(old, tmp_path, version=version)
    assert ("next" in path.read_text("utf-8"), imported(old, path).catalogue is old) == (False, True)
    edited(path, ("ask +Anna</note>", 'ask Anna</note><note from="Rita">which\n house?</note>'))
    (after,) = imported(old, path).catalogue.entries
    assert after.comments == ("ask  Anna", "Rita: which house?")


def test_a_leftover_has_what_was_refused_and_comes_in_again(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (DRAFT, TWO))
    path = exported(old, tmp_path)
    wanted = units(path)[1]
    left = xliff.leftover(path, [wanted])
    assert left is not None
    path.write_bytes(left)
    assert [unit.unit for unit in units(path)] == [wanted.unit]
    path.write_text(left.decode().replace("UTF-8", "UTF-16"), "utf-16")
    assert xliff.leftover(path, [wanted]) is None
