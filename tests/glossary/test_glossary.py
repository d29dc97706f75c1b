"""The glossary: what its CSV file means, how mistakes in it are named, and terms found in every form they take."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import glossary
from l10n.errors import L10nError
from l10n.glossary import Glossary, Term, rows
from l10n.languages import LANGUAGES
from l10n.text.inflection import present
from tests.conftest import ROOT


def _read(folder: Path, text: str | bytes) -> tuple[Term, ...]:
    path = folder / "g.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return glossary.read(path).terms


def _find(word: str, text: str, lang: str, case: bool = True) -> list[str]:
    found = Glossary((Term({lang: (word,)}, case=case),)).find(text, lang)
    return [text[slice(*one.span)] for one in found]


@pytest.mark.parametrize(
    ("row", "term"),
    [
        ("Kreml,Kremlin,Кремль", Term({"de": ("Kreml",), "en": ("Kremlin",), "ru": ("Кремль",)})),
        ("Kyjiw | Kiew,Kyiv,", Term({"de": ("Kyjiw", "Kiew"), "en": ("Kyiv",)})),
        ("Kiew,,,a town", Term({"de": ("Kiew",)}, note="a town")),
        ("A,B,,,en:x|y; ru: z ;en:w", Term({"de": ("A",), "en": ("B",)}, {"en": ("x", "y", "w"), "ru": ("z",)})),
        ("SOCAR,,,,,,yes", Term({"de": ("SOCAR",), "en": ("SOCAR",), "ru": ("SOCAR",)}, do_not_translate=True)),
        ("Gas,Gas!,,,,,x", Term({"de": ("Gas",), "en": ("Gas!",), "ru": ("Gas",)}, do_not_translate=True)),
        ("Haus,house,,,,no", Term({"de": ("Haus",), "en": ("house",)}, case=False)),
        ('"Baku, Stadt",Baku', Term({"de": ("Baku, Stadt",), "en": ("Baku",)})),
    ],
)
def test_a_row_is_a_term(tmp_path: Path, row: str, term: Term) -> None:
    header = "de,en,ru,note,forbidden,case,do-not-translate"
    (found,) = _read(tmp_path, f"{header}\n{row}\n")
    assert found == term
    assert found.line == 2


def test_what_spreadsheets_write_is_read_and_lines_are_counted_as_in_an_editor(tmp_path: Path) -> None:
    terms = _read(tmp_path, '\ufeff DE , En ,Note\r\nA,B,"one\r\ntwo"\r\n\r\n , ,\r\nC,D\r\n')
    assert [(term.words["en"][0], term.line) for term in terms] == [("B", 2), ("D", 6)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "g.csv:1: no columns of two languages", id="empty"),
        pytest.param("de,note\nA,B\n", "g.csv:1: no columns of two languages", id="one language"),
        pytest.param("de;en\nA;B;C\n", "g.csv:2: more cells than columns", id="semicolons"),
        pytest.param('de;en\nA;"B\n', "g.csv:2: not a CSV file: ", id="open quote between semicolons"),
        pytest.param("Hafen;port\n", "g.csv:1: nothing says which languages these are", id="no names of columns"),
        pytest.param("Hafen\n", "g.csv:1: no columns of two languages", id="one column"),
        pytest.param("de" + ",de" * 5000, "g.csv:1: more than 1000 cells", id="thousands of columns"),
        pytest.param("de,en\nA," + "B" * 1_000_000, "g.csv:2: not a CSV file: field larger", id="a field without end"),
        pytest.param("de,en\nA,größer\nB,порт".encode("utf-16")[:-1], "g.csv:3: not UTF-16", id="half a letter"),
        pytest.param("de;ru\nTür;порт\n".encode()[:-2], "g.csv:2: not UTF-8", id="cut"),
        pytest.param("de,en,xx\nA,B,C\n", "g.csv:1: unknown column 'xx'", id="unknown column"),
        pytest.param("de,en,de\nA,B,C\n", "g.csv:1: ", id="a column twice"),
        pytest.param("# a\n# b\nde,en,xx\nA,B,C\n", "g.csv:3: unknown column 'xx'", id="below comments"),
        pytest.param("# a\nde,note\nA,B\n", "g.csv:2: no columns of two languages", id="one language below comments"),
        pytest.param("de,en,note\nA;B;C\n", "g.csv:2: only one cell: “A;B;C”", id="other separators than the header"),
        pytest.param("de,en\nA\tB\n", "g.csv:2: only one cell", id="tabs below commas"),
        pytest.param("de,en\nA,B\n".encode("utf-16-le"), "g.csv:1: no text, or in UTF-16", id="UTF-16 without a mark"),
        pytest.param(b"PK\x03\x04\x14\0\0", "g.csv:1: no text", id="a spreadsheet"),
        pytest.param("de,en\nA,B\nC,D,E\n", "g.csv:3: more cells than columns", id="too many cells"),
        pytest.param('de,en,note\nA,B,"x\ny"\nC,D,E,F\n', "g.csv:4: more cells", id="below a cell of two lines"),
        pytest.param("de,en,note\n,,only\n", "g.csv:2: a term without words", id="no words"),
        pytest.param("de,en,forbidden\nA,B,Kiev\n", "g.csv:2: forbidden: 'Kiev' names no language", id="forbidden"),
        pytest.param("de,en,forbidden\nA,B,xx:x\n", "g.csv:2: forbidden: 'xx:x' names no language", id="of xx"),
        pytest.param('de,en\nA,"B\n', "g.csv:2: not a CSV file: ", id="open quote"),
        pytest.param('de,en\nA,B\nC,"D"x\n', "g.csv:3: not a CSV file: ", id="text behind a quote"),
        pytest.param(b"de,en\nA,\xff\n", "g.csv:2: not UTF-8", id="not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(L10nError) as error:
        _read(tmp_path, text)
    assert message in error.value.message
    assert error.value.message.startswith(str(tmp_path))
    assert error.value.hint


HARBOUR = Term({"de": ("Hafen",), "ru": ("порт",)})


@pytest.mark.parametrize(
    "text",
    [
        "de;ru\nHafen;порт\n",
        "de\tru\nHafen\tпорт\n",
        "sep=;\r\nde;ru\r\nHafen;порт\r\n",
        "\ufeffde-DE;RU\nHafen;порт\n",
        "German,Russian\nHafen,порт\n",
        "Deutsch;Russisch;Kommentar\n\nHafen;порт;\n",
        "немецкий\tрусский\nHafen\tпорт\n",
        '"ger";"rus"\n"Hafen";"порт"\n',
        "location,source,target,id,fuzzy,context,translator_comments\n,Hafen,порт,,False,x,\n",
        "Deutsch (Deutschland);Russisch (RU)\nHafen;порт\n",
        "de,ru\n# Kai, x\nHafen,порт\n#\n",
        "Hafen\tпорт\n",
        "Hafen;порт\n",
        "# Glossary in tab-separated format -*- coding: utf-8 -*-\nHafen\tпорт\t\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_are_read_as_people_save_them(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "glossary.csv"
    path.write_bytes(text.removeprefix("\ufeff").encode(encoding))
    assert glossary.read(path, ("de", "ru")).terms == (HARBOUR,)


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("glossary.de-ru.utf8", ()),
        ("de_ru.tab", ("en", "uk")),
        ("glossary-ru.txt", ("de", "en", "ru")),
        ("glossary.tsv", ("de", "ru")),
        ("Begriffe de-DE ru-RU.csv", ()),
    ],
)
def test_the_name_of_a_table_tells_its_languages_before_the_settings(
    tmp_path: Path, name: str, languages: tuple[str, ...]
) -> None:
    path = tmp_path / name
    path.write_text("Hafen\tпорт\tVermerk\n", "utf-8")
    (term,) = glossary.read(path, languages).terms
    assert (term.words, term.note) == (HARBOUR.words, "Vermerk")


@pytest.mark.parametrize(
    ("languages", "name"), [(("de", "en", "ru"), "glossary.utf8"), ((), "x-ru.txt"), ((), "g.csv")]
)
def test_where_nothing_tells_the_languages_the_hint_does(tmp_path: Path, languages: tuple[str, ...], name: str) -> None:
    path = tmp_path / name
    path.write_text("Hafen\tпорт\n", "utf-8")
    with pytest.raises(L10nError, match=":1: nothing says which languages these are") as error:
        glossary.read(path, languages)
    assert "name the columns" in error.value.hint


def test_a_lone_quote_between_tabs_is_text_and_one_around_a_cell_is_none(tmp_path: Path) -> None:
    path = tmp_path / "glossary.de-ru.utf8"
    path.write_text('17" Monitor\tмонитор 17"\n"Der ""Rat"""\t"совет"\n', "utf-8")
    first, second = glossary.read(path).terms
    assert first.words == {"de": ('17" Monitor',), "ru": ('монитор 17"',)}
    assert second.words == {"de": ('Der "Rat"',), "ru": ("совет",)}


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1251", "de;ru\nHafen;порт\n«Ost»;восток…\n"), ("cp1252", "de;en\nTür;door\nStraße;“street”\n")],
)
def test_the_older_encodings_of_windows_are_read_where_they_are_sure(tmp_path: Path, encoding: str, text: str) -> None:
    assert [one.line for one in _read(tmp_path, text.encode(encoding))] == [2, 3]
    assert _read(tmp_path, text.encode(encoding)) == _read(tmp_path, text)


def test_homonyms_of_concepts_are_both_right_and_rows_are_not() -> None:
    bank = (Term({"de": ("Bank",), "ru": ("банк",)}, line=2), Term({"de": ("Bank",), "ru": ("скамья",)}, line=3))
    (found,) = Glossary(bank, concepts=True).find("die Bank", "de")
    assert found.words("ru") == ("банк", "скамья")
    (found,) = Glossary(bank).find("die Bank", "de")
    assert found.words("ru") == ("банк",)
    forbidding = (bank[0], Term({"de": ("Bank",), "ru": ("скамья",)}, {"ru": ("банк", "лавка")}))
    (found,) = Glossary(forbidding, concepts=True).find("die Bank", "de")
    assert found.forbidden("ru") == ("лавка",)


_PIECES = st.sampled_from(
    ["de", "ru", "en", "note", ",", ";", "\t", "\n", "\r\n", '"', "|", "\0", "Hafen", "порт", ":", "#"]
)


@given(
    st.binary(max_size=200) | st.lists(_PIECES | st.characters(exclude_categories=["Cs"])).map("".join),
    st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]),
    st.sampled_from(["g.csv", "g.de-ru.utf8", "g.tbx", "g-ru.txt"]),
    st.sampled_from([(), ("de", "ru"), ("de", "en", "ru")]),
)
def test_no_file_is_too_odd(
    tmp_path: Path, data: bytes | str, encoding: str, name: str, languages: tuple[str, ...]
) -> None:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    try:
        terms = glossary.read(path, languages).terms
    except L10nError as error:
        assert re.match(re.escape(str(path)) + r":\d+: .", error.message)  # noqa: PT017  # or it is read
        assert error.hint  # noqa: PT017
    else:
        assert all(term.words and term.line for term in terms)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_glossary_that_is_no_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(L10nError, match="cannot read") as error:
        glossary.read(tmp_path / name)
    assert error.value.hint


INFLECTED = [
    ("de", "Kreml", "Kremls"),
    ("de", "Präsident", "Präsidenten"),
    ("de", "Zeitung", "Zeitungen"),
    ("de", "Land", "Landes"),
    ("de", "Land", "Ländern"),
    ("de", "Friedensvertrag", "Friedensverträge"),
    ("de", "Krankenhaus", "Krankenhäuser"),
    ("de", "Vogel", "Vögel"),
    ("de", "Schwarzes Meer", "Schwarzen Meeres"),
    ("de", "Internationaler Strafgerichtshof", "Internationalen Strafgerichtshofs"),
    ("en", "Kremlin", "Kremlin’s"),
    ("en", "state", "states"),
    ("en", "country", "countries"),
    ("en", "Iran", "Iranian"),
    ("en", "Armenia", "Armenian"),
    ("en", "Azerbaijan", "Azerbaijani"),
    ("ru", "Киев", "Киева"),
    ("ru", "Кремль", "Кремлём"),
    ("ru", "Россия", "Россией"),
    ("ru", "Армения", "Армении"),
    ("ru", "Европейский союз", "Европейского союза"),
    ("uk", "Київ", "Києва"),
    ("uk", "Харків", "Харкові"),
    ("uk", "Алієв", "Алієвим"),
    ("uk", "Вірменія", "Вірменії"),
    ("uk", "Рада", "Раді"),
    ("uk", "Африка", "Африці"),
    ("uk", "науковець", "науковців"),
    ("ru", "учёный", "ученого"),
    ("ru", "европеец", "европейца"),
    ("az", "Bakı", "Bakıdan"),
    ("az", "Azərbaycan", "Azərbaycanın"),
    ("az", "uşaq", "uşağın"),
    ("az", "çörək", "çörəyin"),
    ("az", "Xarici İşlər Nazirliyi", "Xarici İşlər Nazirliyinin"),
]


@pytest.mark.parametrize(("lang", "word", "form"), INFLECTED)
def test_a_term_is_recognised_in_a_translation_in_all_its_forms(lang: str, word: str, form: str) -> None:
    for text in (form, f"„{form}“, x", f"x ({form}). Y"):
        span = present(word, text, lang)
        assert span is not None
        assert text[slice(*span)] in (form.split(maxsplit=1)[0], form)
        assert present(word, text.upper(), lang)


@pytest.mark.parametrize(("lang", "word", "form"), INFLECTED)
def test_a_term_is_found_in_a_source_in_all_its_forms(lang: str, word: str, form: str) -> None:
    assert _find(word, f"x {form}, y {word}", lang) == [form, word]


@pytest.mark.parametrize(
    ("lang", "word", "other"),
    [
        ("de", "Kreml", "Kremlin"),
        ("de", "Iran", "Iraner"),
        ("de", "Bank", "Bänder"),
        ("de", "Rat", "Rätsel"),
        ("de", "NATO", "Natodraht"),
        ("en", "state", "estate"),
        ("en", "EU", "eu"),
        ("ru", "Совет", "Сова"),
        ("ru", "Кремль", "Крем"),
        ("uk", "Росія", "Ростов"),
        ("az", "Bakı", "Bakteriya"),
    ],
)
def test_another_word_with_the_same_beginning_is_not_the_term(lang: str, word: str, other: str) -> None:
    assert present(word, f"x {other} y", lang) is None
    assert _find(word, f"x {other} y", lang) == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Nord Stream", "die Nord-Stream-Röhre"),
        ("COVID-19", "die COVID-19-Pandemie"),
        ("E-Mail", "eine E-Mail."),
        ("Baku-Tiflis-Ceyhan", "über Baku-Tiflis-Ceyhan"),
        ("St. Petersburg", "in St. Petersburg"),
        ("Côte d’Ivoire", "die Côte d’Ivoire"),
        ("AT&T", "bei AT&T"),
    ],
)
def test_a_term_may_have_hyphens_full_stops_and_apostrophes(word: str, text: str) -> None:
    assert [found.replace("-", " ") for found in _find(word, text, "de")] == [word.replace("-", " ")]


def test_case_counts_in_a_source_unless_the_row_says_no() -> None:
    assert _find("Rat", "der rat, der Rat", "de") == ["Rat"]
    assert _find("Rat", "der rat, der Rat", "de", case=False) == ["rat", "Rat"]


def test_of_two_terms_that_overlap_the_longer_one_is_meant() -> None:
    short, long = Term({"de": ("Union",)}), Term({"de": ("Europäische Union",)})
    text = "Die Union und die Europäische Union"
    found = Glossary((short, long)).find(text, "de")
    assert [(one.term, text[slice(*one.span)]) for one in found] == [(short, "Union"), (long, "Europäische Union")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("SOCAR und die Union", ["SOCAR"]),
        ("SOCARs Gas", ["SOCARs"]),
        ("der SOCAR-Chef", ["SOCAR"]),
        ("die Nord-Stream-Röhre und Nord Streams Ende", ["Nord-Stream", "Nord Streams"]),
        ("die Union", []),
    ],
)
def test_names_that_stay_are_found_with_their_ending_but_without_the_rest_of_a_compound(
    text: str, spans: list[str]
) -> None:
    names = tuple(Term({"de": (name,)}, do_not_translate=True) for name in ("SOCAR", "Nord Stream"))
    found = Glossary((*names, Term({"de": ("Union",)}))).fixed(text, "de")
    assert [text[slice(*one.span)] for one in found] == spans
    assert [one.word for one in found] == ["Nord Stream" if span.startswith("Nord") else "SOCAR" for span in spans]


def test_a_phrase_is_present_with_its_words_in_any_order_but_only_with_all_of_them() -> None:
    assert present("Internationaler Währungsfonds", "Fonds, der Währungsfonds, ein internationaler", "de")
    assert present("Международный валютный фонд", "международный фонд", "ru") is None


@given(st.text(max_size=8), st.text(max_size=20), st.sampled_from([*LANGUAGES, "fr", ""]), st.booleans())
def test_any_word_and_any_text_are_looked_up_without_an_error(word: str, text: str, lang: str, case: bool) -> None:
    for one in Glossary((Term({lang: (word,)}, case=case),)).find(text, lang):
        assert 0 <= one.span[0] < one.span[1] <= len(text)
    span = present(word, text, lang)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=12), st.sampled_from(list(LANGUAGES)))
def test_a_word_is_found_in_itself(word: str, lang: str) -> None:
    assert present(word, f"({word})", lang) == (1, len(word) + 1)
    assert _find(word, f"({word})", lang) == [word]


def test_our_own_glossary_is_readable_and_every_term_is_found_in_its_own_words() -> None:
    terms = glossary.read(ROOT / "seeds" / "glossary.csv").terms
    assert len(terms) > 30
    lost = [
        (term.line, lang, word)
        for term in terms
        for lang, words in term.words.items()
        for word in words
        if not present(word, word, lang) or not Glossary((term,)).find(word, lang)
    ]
    assert lost == []


def test_only_a_sign_with_a_space_begins_a_comment(tmp_path: Path) -> None:
    found = _read(tmp_path, 'de,en\n# Kai,quay\n#MeToo,#MeToo\n"|# Kai",x\n')
    assert [term.words["de"] for term in found] == [("#MeToo",), ("# Kai",)]
    assert _read(tmp_path, rows.text(found, tmp_path)) == found


def test_words_are_forbidden_in_a_language_as_people_write_it(tmp_path: Path) -> None:
    (term,) = _read(tmp_path, "de,en,forbidden\nA,B,EN-gb: x; rus:y\n")
    assert term.forbidden == {"en": ("x",), "ru": ("y",)}
