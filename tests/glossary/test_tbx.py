"""TBX in and out: the dialects that programs write, what is lost in them, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import glossary
from l10n.errors import L10nError
from l10n.glossary import Term, export, rows, tbx
from l10n.languages import LANGUAGES
from tests.conftest import ROOT

BASIC_3 = """\
<?xml version="1.0" encoding="utf-8"?>
<?xml-model href="x.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>from MultiTerm</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">Politik</descrip>
      <langSec xml:lang="de-DE">
        <descripGrp><descrip type="definition">Sitz des russischen
            Präsidenten</descrip><admin type="source">Duden</admin></descripGrp>
        <termSec><term>Kreml</term><termNote type="partOfSpeech">noun</termNote></termSec>
      </langSec>
      <langSec xml:lang="ru">
        <termSec><term>Москва</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
        <termSec><term>Кремль в
            Москве</term></termSec>
        <termSec><term>Кремль</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <note>große Anfangsbuchstaben</note></termSec>
      </langSec>
      <langSec xml:lang="xx"><termSec><term>Kremlin</term></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""
DCT = """\
<tbx type="TBX-Basic" style="dct" xml:lang="de" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
 <conceptEntry><basic:definition>a town</basic:definition>
  <langSec xml:lang="de"><termSec><term>Kyjiw</term></termSec></langSec>
  <langSec xml:lang="en"><termSec><term>Kiev</term>
   <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
   <termSec><term>Kyiv</term></termSec></langSec>
 </conceptEntry></body></text></tbx>
"""
MARTIF = """\
<?xml version='1.0' encoding='ISO-8859-1'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="de">
 <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
 <text><body><termEntry id="1">
   <langSet xml:lang="de"><ntig><termGrp><term>T&#252;rkei</term>
     <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
   <langSet xml:lang="en"><tig><term>T\u00fcrkiye &amp; <hi type="bold">Turkey</hi></term></tig></langSet>
   <langSet xml:lang="az"><tig><term>SOCAR</term><termNote type="translationNote">no</termNote></tig></langSet>
 </termEntry></body></text></martif>
"""
MIN = """\
<TBX dialect="TBX-Min">
  <header><id>x</id><languages source="de" target="en"/></header>
  <body><{entry} id="C2"><subjectField>biology</subjectField>
    <{lang} xml:lang="de"><{term}><term>Hund</term><partOfSpeech>noun</partOfSpeech></{term}></{lang}>
    <{lang} xml:lang="en"><{term}><term>hound</term><termStatus>obsolete</termStatus><note>old</note></{term}>
      <{term}><term>dog</term><termStatus>preferred</termStatus><customer>SAP</customer></{term}></{lang}>
  </{entry}></body></TBX>
"""


def _write(folder: Path, text: str, name: str = "g.tbx", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_tbx_basic_of_version_3_is_read_and_what_has_no_place_is_counted(tmp_path: Path) -> None:
    found = tbx.read(_write(tmp_path, BASIC_3))
    (term,) = found.terms
    assert term == Term(
        {"de": ("Kreml",), "ru": ("Кремль", "Кремль в Москве")},
        {"ru": ("Москва",)},
        "Sitz des russischen Präsidenten; große Anfangsbuchstaben",
    )
    assert term.line == 6
    assert found.lost == {"subjectField": 1, "source": 1, "partOfSpeech": 1, "language xx": 1}


def test_the_style_with_tags_for_categories_is_read_as_well(tmp_path: Path) -> None:
    (term,) = glossary.read(_write(tmp_path, DCT)).terms
    assert term == Term({"de": ("Kyjiw",), "en": ("Kyiv",)}, {"en": ("Kiev",)}, "a town")


def test_version_2_is_read_in_its_own_encoding_and_its_dtd_is_not_opened(tmp_path: Path) -> None:
    found = tbx.read(_write(tmp_path, MARTIF, "g.xml", "latin-1"))
    words = {"de": ("Türkei",), "en": ("Türkiye & Turkey",), "az": ("SOCAR",)}
    assert found.terms == (Term(words, do_not_translate=True),)
    assert found.lost == {}


@pytest.mark.parametrize(
    "names", [("termEntry", "langSet", "tig"), ("entry", "langGroup", "termGroup"), ("entry", "langSet", "tig")]
)
def test_tbx_min_is_read_by_the_names_that_its_versions_have(tmp_path: Path, names: tuple[str, str, str]) -> None:
    entry, lang, term = names
    found = tbx.read(_write(tmp_path, MIN.format(entry=entry, lang=lang, term=term), "g.tbxm"))
    assert found.terms == (Term({"de": ("Hund",), "en": ("dog",)}, {"en": ("hound",)}, "old"),)
    assert found.lost == {"subjectField": 1, "partOfSpeech": 1, "customer": 1}


def test_the_languages_of_old_files_are_named_without_a_prefix(tmp_path: Path) -> None:
    path = tmp_path / "g.tbx"
    path.write_text(
        '<martif type="TBX"><text><body><termEntry><langSet lang="DE"><tig><term>Haus</term></tig></langSet>'
        '<langSet lang="ru"><tig><term>дом</term></tig></langSet></termEntry></body></text></martif>',
        "utf-8",
    )
    (term,) = tbx.read(path).terms
    assert term.words == {"de": ("Haus",), "ru": ("дом",)}


def test_an_entry_without_a_word_in_a_language_is_counted(tmp_path: Path) -> None:
    text = BASIC_3.replace('"de-DE"', '"qqq"').replace('"ru"', '"qq-MX"')
    found = tbx.read(_write(tmp_path, text))
    assert found.terms == ()
    assert found.lost["entry without a word in a language"] == 1
    assert (found.lost["language qqq"], found.lost["language qq-MX"]) == (1, 1)


BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><tbx>&b;</tbx>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "g.tbx:1: not an XML file: no element found", id="empty"),
        pytest.param("de,en\nA,B\n", "g.tbx:1: not an XML file", id="a CSV file"),
        pytest.param("<tbx>\n<text>\n</tbx>", "g.tbx:3: not an XML file: mismatched tag", id="not well-formed"),
        pytest.param("<tmx/>", "g.tbx:1: <tmx> is no root element of TBX", id="another format"),
        pytest.param(BOMB, "g.tbx:1: the file declares or needs the entity 'a'", id="entities of entities"),
        pytest.param(
            '<!DOCTYPE tbx [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>',
            "g.tbx:2: the file declares or needs the entity 'x'",
            id="an external entity",
        ),
        pytest.param(
            '<!DOCTYPE martif SYSTEM "x.dtd">\n<martif>&auml;</martif>',
            "g.tbx:2: the file declares or needs the entity 'auml'",
            id="an entity of the DTD",
        ),
        pytest.param("<tbx>" * 200, "g.tbx:1: elements in 100 others", id="too deep"),
        pytest.param('<?xml version="1.0" encoding="klingon"?>\n<tbx/>', "g.tbx:1: ", id="unknown encoding"),
        pytest.param('<?xml version="1.0" encoding="UTF-8"?>\n<tbx>\udcff</tbx>', "g.tbx:2: not an XML", id="bytes"),
    ],
)
def test_what_is_no_tbx_is_refused_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "g.tbx"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(L10nError) as error:
        glossary.read(path)
    assert error.value.message.startswith(f"{tmp_path}/{message}")
    assert error.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="cannot read"):
        glossary.read(tmp_path / "missing.tbx")


WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|;"), min_size=1, max_size=8)
NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"], include_characters='\n\t<&]>"'))
TERMS = st.builds(
    Term,
    st.dictionaries(st.sampled_from(list(LANGUAGES)), st.lists(WORDS, min_size=1, max_size=3).map(tuple), min_size=1),
    st.dictionaries(st.sampled_from(list(LANGUAGES)), st.lists(WORDS, min_size=1, max_size=3).map(tuple)),
    NOTES.map(str.strip).filter(lambda note: "\n " not in note and "\n\t" not in note and note != tbx.CASE),
    st.booleans(),
    st.just(False),
)
ALL = st.builds(
    Term,
    WORDS.map(lambda word: dict.fromkeys(LANGUAGES, (word,))),
    st.just({}),
    st.just(""),
    st.booleans(),
    st.just(True),
)


@given(st.lists(TERMS | ALL, max_size=4))
def test_from_csv_to_tbx_basic_and_back_is_the_identity(tmp_path: Path, terms: list[Term]) -> None:
    origin, path = tmp_path / "g.csv", tmp_path / "g.tbx"
    origin.write_text(rows.text(terms, origin), "utf-8", newline="")
    first = rows.read(origin)
    assert list(first) == terms
    path.write_text(export.basic(first, origin, "de"), "utf-8", newline="")
    found = tbx.read(path)
    assert (list(found.terms), found.lost) == (_in_file_order(terms), {})


def _in_file_order(terms: list[Term]) -> list[Term]:
    """A name that stays is filled in for the languages of the file only."""
    used = {lang for term in terms for lang in (*term.words, *term.forbidden)}
    return [replace(term, words={lang: words for lang, words in term.words.items() if lang in used}) for term in terms]


@given(st.lists(TERMS, max_size=4))
def test_tbx_min_keeps_words_status_and_note_of_two_languages_and_says_what_it_loses(
    tmp_path: Path, terms: list[Term]
) -> None:
    path = tmp_path / "g.tbx"
    path.write_text(export.minimal(terms, Path("g.csv"), "de", "ru"), "utf-8", newline="")
    kept = [
        Term(
            {lang: words for lang, words in term.words.items() if lang in ("de", "ru")},
            {lang: words for lang, words in term.forbidden.items() if lang in ("de", "ru")},
            term.note,
        )
        for term in terms
        if term.words.keys() & {"de", "ru"}
    ]
    assert list(tbx.read(path).terms) == kept
    lost = export.lost_in_min(terms, "de", "ru")
    assert lost["case: no"] == sum(not term.case for term in terms)
    assert lost["language az"] == sum("az" in term.words or "az" in term.forbidden for term in terms)


def test_what_we_write_has_the_structure_of_the_standard(tmp_path: Path) -> None:
    terms = (Term({"de": ("A", "B"), "en": ("C",)}, {"en": ("D",)}, "x < y", case=False, do_not_translate=True),)
    root = ElementTree.fromstring(export.basic(terms, Path("g.csv"), "de"))
    assert root.tag == f"{{{export.NAMESPACE}}}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    space = {"": export.NAMESPACE}
    (entry,) = root.findall("text/body/conceptEntry", space)
    assert [note.text for note in entry.findall("note", space)] == ["x < y", tbx.CASE, tbx.FIXED]
    assert [node.text for node in entry.findall("langSec/termSec/termNote", space)] == [
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    ]


@given(st.lists(TERMS, max_size=4))
def test_version_2_says_the_same(tmp_path: Path, terms: list[Term]) -> None:
    path = tmp_path / "g.tbx"
    path.write_text(export.martif(terms, Path("g.csv"), "de"), "utf-8", newline="")
    older = tbx.read(path)
    path.write_text(export.basic(terms, Path("g.csv"), "de"), "utf-8", newline="")
    assert older.terms == tbx.read(path).terms
    root = ElementTree.fromstring(export.martif(terms, Path("g.csv"), "de"))
    assert {node.tag for node in root.iter()} <= {
        *("martif", "martifHeader", "fileDesc", "sourceDesc", "p", "text", "body", "termEntry", "langSet", "tig"),
        *("term", "termNote", "note"),
    }


def test_what_weblate_says_of_a_term_is_understood(tmp_path: Path) -> None:
    entry = (
        '<termEntry id="1"><descrip type="Translation needed">No</descrip><descrip>Ein Konzern</descrip>'
        '<descrip type="Usage note">so schreiben</descrip><langSet xml:lang="de">'
        "<tig><term>SOCAR</term></tig></langSet>"
        '<langSet xml:lang="ru"><tig><term>Сокар</term><termNote type="administrativeStatus">forbidden</termNote>'
        '<note from="translator">nie</note></tig></langSet></termEntry>'
    )
    found = tbx.read(_write(tmp_path, f'<martif type="TBX"><text><body>{entry}</body></text></martif>'))
    note = "Ein Konzern; so schreiben; nie"
    words = {"de": ("SOCAR",), "ru": ("SOCAR",)}
    assert found.terms == (Term(words, {"ru": ("Сокар",)}, note, do_not_translate=True),)
    assert found.lost == {}


@pytest.mark.parametrize("space", [" ", "\n", "\t"])
def test_white_space_without_end_in_a_note_is_read_once(tmp_path: Path, space: str) -> None:
    note = f"eins{space * 900_000}zwei"
    entry = f'<termEntry><note>{note}</note><langSet xml:lang="de"><tig><term>A</term></tig></langSet></termEntry>'
    found = tbx.read(_write(tmp_path, f'<martif type="TBX"><text><body>{entry}</body></text></martif>'))
    assert [term.note for term in found.terms] == [note]


def test_a_character_that_xml_cannot_have_is_named_with_its_line() -> None:
    term, origin = Term({"de": ("A\x01",)}, line=7), Path("g.csv")
    with pytest.raises(L10nError, match=r"g.csv:7: XML cannot have the character U\+0001"):
        export.basic([term], origin, "de")
    with pytest.raises(L10nError, match=r"g.csv:7: XML cannot have the character U\+0001"):
        export.minimal([term], origin, "de", "en")


@pytest.mark.parametrize("term", [Term({"de": ("a|b",)}, line=3), Term({"de": ("a",)}, {"en": ("b;c",)}, line=3)])
def test_a_word_with_a_separator_of_our_csv_is_refused(term: Term) -> None:
    with pytest.raises(L10nError, match=r"g.tbx:3: “.*” has a [|;]"):
        rows.text([term], Path("g.tbx"))


def test_our_own_glossary_survives_both_ways(tmp_path: Path) -> None:
    origin = ROOT / "seeds" / "glossary.csv"
    terms = rows.read(origin)
    path = _write(tmp_path, export.basic(terms, origin, "de"))
    assert tbx.read(path).terms == terms
    again = _write(tmp_path, rows.text(tbx.read(path).terms, path), "again.csv")
    assert rows.read(again) == terms
