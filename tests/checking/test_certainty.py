"""What is an error in an article, and a warning in a program, where it may be right."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checking import gate, ignores
from l10n.checking.certainty import EVIDENCE, certain
from l10n.checking.examination import RawFinding, examine
from l10n.checks import CatalogueView, Hit, checks
from l10n.model import Entry, State
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs import one_script, well_formed

HEADER = (
    ("Language", "ru"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Plural-Forms", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && n%100>20 ? 1 : 2);"),
)


def view(*entries: Entry, kind: TextKind = TextKind.SOFTWARE, lang: str = "ru") -> CatalogueView:
    return CatalogueView(HEADER, (), entries, [State.TRANSLATED] * len(entries), lang, "en", kind=kind)


def errors(entry: Entry, kind: TextKind, lang: str = "ru") -> set[str]:
    """The checks that find an error, in a catalogue of this kind with nothing but this entry."""
    catalogue = view(entry, kind=kind, lang=lang)
    raws = certain(examine(catalogue, checks(), None), catalogue)
    return {raw.check for raw in raws if raw.severity is Severity.ERROR}


PYTHON, C = ("python-format",), ("c-format",)


@pytest.mark.parametrize(
    ("check", "entry"),
    [
        ("brackets", Entry("It is (almost) done.", "Это (почти готово.")),
        ("brackets", Entry("a. It is (almost) done.", "а) Это (почти готово.")),
        ("control-characters", Entry("It is done.", "Это\x07 готово.")),
        ("foreign-letters", Entry("It is done now.", "Це моє зараз.")),
        ("homoglyphs", Entry("Go there with the dog", "Пойти туда c собакой")),
        ("line-breaks", Entry("It is done.\n", "Это готово.")),
        ("markdown", Entry("It is **done** now.", "Это **готово теперь.")),
        ("mixed-script", Entry("The house is done", "Дoм готов")),
        ("mixed-script", Entry(r"The \fIhouse\fP is done", r"\fIДoм\fP готов")),
        ("mixed-script", Entry("Available", "Доступнj")),
        ("mixed-script", Entry("Set &groups", "&Bыбpать группы")),
        ("mixed-script", Entry("A GameCube game", "Игра GameСube")),
        ("placeholders", Entry("Open %s now", "Открыть сейчас", flags=C)),
        ("placeholders", Entry("Open %d now", "Открыть %s сейчас", flags=C)),
        ("placeholders", Entry("Open {name} now", "Открыть {имя} сейчас", flags=("python-brace-format",))),
        ("placeholders", Entry("%s of %d", "%d из %s", flags=C)),
        ("placeholders", Entry("_n: %n file\n%n files", "Файл\nфайла\nфайлов", flags=C)),
        ("placeholders", Entry("Open {NAME} now", "Открыть {ИМЯ} сейчас", flags=("python-brace-format",))),
        ("placeholders", Entry("Open it now", "Открыть %s сейчас")),
        (
            "placeholders",
            Entry("{n} file", msgid_plural="{n} files", msgstr_plural=("Один файл", "{n} файла", "{n} файлов")),
        ),
        ("placeholders", Entry("{n, plural, one {A} other {B}}", "{n, plural, one {А}}")),
        ("quotes", Entry("Open the “house” now", "Открыть «дом сейчас")),
        ("quotes", Entry('Set key="x" in “it”', 'Задать key="а в «нём»')),
        ("repetition", Entry("It is done in the old house", "Это сделано в в старом доме")),
        ("repetition", Entry("He said it in the house", "Он он он сказал это в доме")),
        ("same-as-source", Entry("You cannot open the house in this way.", "You cannot open the house in this way.")),
        ("source-left", Entry("It waits for the end of it", "Оно waits for the end of it")),
        ("tags", Entry("The <b>old</b> house", "Старый <b>дом")),
        ("tags", Entry("The <b>old</b> house", "Старый дом")),
        ("tags", Entry("&lt;house&gt;", "&lt;дом&gt")),
        ("tokens", Entry("The house", "⁇ дом")),
    ],
)
def test_what_is_wrong_whatever_the_text_is_stays_an_error(check: str, entry: Entry) -> None:
    assert check in errors(entry, TextKind.SOFTWARE)
    assert check in errors(entry, TextKind.PROSE)


@pytest.mark.parametrize(
    ("check", "entry"),
    [
        ("addresses", Entry("Write to a@boats.org now", "Писать сюда сейчас")),
        ("homoglyphs", Entry("MacRoman", "Романская, Mac")),
        ("leading-mark", Entry("is the day of the month", "— день месяца")),
        (
            "length",
            Entry(
                "The old house stands at the end of the road, and nobody has lived in it for many years.", "Дом стар."
            ),
        ),
        ("mixed-script", Entry("Wireless LANs", "Беспроводные LANы")),
        ("mixed-script", Entry("Menu of MC", "МенюMC")),
        ("mixed-script", Entry("Made for Macs", "Сделано для Macа")),
        ("mixed-script", Entry("Set &groups", "Выбрать гр&yппы")),
        ("numbers", Entry("Go back by 1250 steps", "Вернуться на 1300 шагов")),
        ("placeholders", Entry("Change the address on {{site}}", "Изменить адрес на сайте")),
        ("placeholders", Entry("Set {{name}} here", "Задать {{имя}} здесь")),
        ("placeholders", Entry("--sky={COLOR},{DEPTH}", "--sky={ЦВЕТ},{ГЛУБИНА}", flags=C)),
        ("placeholders", Entry("_n: A file\n%n files", "%n файл\n%n файла\n%n файлов")),
        ("placeholders", Entry("_n: %n file\n%n files", "Файл\n%n файлов", flags=C)),
        ("placeholders", Entry("A small boat", "Лодка {маленькая, новая}")),
        ("placeholders", Entry("%something% makes a tag", "%etwas% создаёт метку", flags=PYTHON)),
        ("placeholders", Entry("Give {0} to {1}", "Дать {0} для {1}, и {1} рад", flags=("python-brace-format",))),
        ("placeholders", Entry("It prints a name", "Печатает ${имя}")),
        ("placeholders", Entry("%s begins with {name}", "%s начинается с {имя}", flags=PYTHON)),
        (
            "placeholders",
            Entry(
                "{a} hits {b}",
                msgid_plural="{a} hit {b}",
                msgstr_plural=("{b} попал", "{b} попали", "{b} попало"),
            ),
        ),
        ("repetition", Entry("nne", "север север восток")),
        ("repetition", Entry(" outfile        output file", " Ausgabe        Ausgabe")),
        ("source-left", Entry("Written by Anna Example and others.", "Написала Anna Example and others.")),
        ("repetition", Entry(r"See that GTK\bin is in the path", r"Bitte auf GTK\bin in dem Pfad achten")),
        ("repetition", Entry("It is a way in or out of the house", "Это был большой дом дом-музея на реке")),
        (
            "same-as-source",
            Entry("You may use it as it is, (c) 2004 Anna", "You may use it as it is, (c) 2004 Anna"),
        ),
        ("same-as-source", Entry("carl van schaik wrote pro logic", "carl van schaik wrote pro logic")),
        ("repetition", Entry("It is written in C with the help of it", "Это написано на С с помощью этого")),
        ("quotes", Entry("|NCS|The “old” house", "|NCS|»Alte«-Haus")),
        ("same-as-source", Entry('"You cannot open it in this way."', '"You cannot open it in this way."')),
        ("source-left", Entry("It says 'wait for the end of it'", "Пишет 'wait for the end of it'")),
        ("tags", Entry("The <b>old</b> house", "Старый <i>дом</i>")),
        ("tags", Entry("The <b>old</b> house", "«Старый» дом")),
        ("tags", Entry('<a href="a" class="x">Open</a> it', '<a href="a">Открыть</a> это')),
    ],
)
def test_what_may_be_right_in_a_program_is_a_warning_there(check: str, entry: Entry) -> None:
    assert check in errors(entry, TextKind.PROSE)
    assert check not in errors(entry, TextKind.SOFTWARE)
    raws = certain(examine(view(entry), checks(), None), view(entry))
    assert Severity.WARNING in {raw.severity for raw in raws if raw.check == check}


def test_a_manual_in_markdown_is_technical_and_an_article_is_not() -> None:
    wrong = Entry("Go back by 1250 steps.", "Вернуться на 1300 шагов.")
    for code, expected in (("Use `x` for it.", Severity.WARNING), ("Use it.", Severity.ERROR)):
        catalogue = view(wrong, Entry(code, "x"), kind=TextKind.MARKDOWN)
        raws = certain(examine(catalogue, {"numbers": checks()["numbers"]}, None), catalogue)
        assert [raw.severity for raw in raws] == [expected]


NAMES = ("Boat", "House", "Book", "Old Lane", "Far Road", "Grey Door")


def graded(*entries: Entry) -> list[Severity]:
    """What a catalogue of these entries gets for its placeholders."""
    catalogue = view(*entries)
    return [
        raw.severity for raw in certain(examine(catalogue, {"placeholders": checks()["placeholders"]}, None), catalogue)
    ]


def test_placeholders_that_no_msgid_has_are_no_errors_where_msgids_are_names_of_texts() -> None:
    named = [Entry(name, f"Это %s: {name}") for name in NAMES]
    assert graded(*named) == [Severity.WARNING] * len(NAMES)
    assert graded(*named, Entry("Open %s in the lane", "Открыть %s")) == [Severity.ERROR] * len(NAMES)


@given(st.lists(st.sampled_from(("%s", "{name}", "%(name)s", "house")), min_size=1, max_size=30))
def test_a_catalogue_that_keeps_its_placeholders_hides_none(parts: list[str]) -> None:
    assert not view(
        *(Entry(f"Open {part} {n}", f"Открыть {part} {n}") for n, part in enumerate(parts))
    ).hides_placeholders


def test_a_new_placeholder_is_an_error_where_msgids_are_texts() -> None:
    texts = [Entry(f"This is %s: {name}", f"Это %s: {name}") for name in NAMES]
    plain = [Entry(f"{name} {number}", f"{name}: {number}") for name in NAMES for number in range(10)]
    wrong = [Entry(name, f"Это %s: {name}") for name in NAMES]
    assert graded(*texts, *wrong) == [Severity.ERROR] * len(NAMES)
    assert graded(*plain, *wrong) == [Severity.ERROR] * len(NAMES)


@pytest.mark.parametrize(("before", "severity"), [("", Severity.ERROR), ("// ", Severity.WARNING)])
def test_a_comment_in_code_may_have_what_a_compiler_says(before: str, severity: Severity) -> None:
    entry = Entry(f"{before}Wrong: there is no such house", f"{before}Это there is no such house")
    raw = RawFinding("language", Severity.ERROR, Hit("reads like English"), entry, None, entry.msgid, entry.msgstr)
    catalogue = view(entry, kind=TextKind.REST)
    assert [each.severity for each in certain([raw], catalogue)] == [severity]


@pytest.mark.parametrize(
    ("check", "source", "target"),
    [
        ("markdown", "Use `run` for it.", "Используйте это."),
        ("markdown", "Use `run` for it.", "Используйте `run для этого."),
        ("markdown", "Go **there** now.", "Идти туда сейчас."),
        ("markdown", "Go **there** now.", "Идти **туда сейчас."),
        ("markdown", "Go [there](a.md) now.", "Идти [туда] (a.md) сейчас."),
        ("markdown", "Go [**there**](a.md) now.", "Идти **[туда](a.md)** сейчас."),
        ("tags", "Press <kbd>Left</kbd> now.", "Нажать Влево сейчас."),
        ("tags", "Press <kbd>Left</kbd> now.", "Нажать <code>Влево</code> сейчас."),
        ("tags", "Press <b>Left</b> now.", "Нажать <b>Влево сейчас."),
    ],
)
def test_marks_that_a_manual_loses_are_errors(check: str, source: str, target: str) -> None:
    assert check in of_page(source, target, Severity.ERROR)


@pytest.mark.parametrize(
    ("check", "source", "target"),
    [
        ("markdown", "Use run for it.", "Для этого используйте `run`."),
        ("markdown", "Do not go there.", "**Не** ходите туда."),
        ("markdown", "Go [to run](a.md) now.", "Идти [к `run`](a.md) сейчас."),
        ("markdown", "Use `run` and `let`.", "Используйте `run` и `let`, но `let` важнее."),
        ("tags", "Press <kbd>Left</kbd> now.", "Нажать <kbd>Стрелка влево</kbd> сейчас."),
        ("tags", "Press <kbd>Arrow left</kbd> now.", "Нажать <kbd>Влево</kbd> сейчас."),
    ],
)
def test_marks_that_a_manual_gains_break_nothing(check: str, source: str, target: str) -> None:
    assert check in of_page(source, target, Severity.WARNING)
    assert check not in of_page(source, target, Severity.ERROR)


def of_page(source: str, target: str, severity: Severity) -> set[str]:
    """The checks that have this to say of a text of a manual in Markdown."""
    texts = Entry(source, target, references=("a.md:1",)), Entry("Use `x`.", "Взять `x`.", references=("a.md:2",))
    catalogue = view(*texts, kind=TextKind.MARKDOWN)
    return {raw.check for raw in certain(examine(catalogue, checks(), None), catalogue) if raw.severity is severity}


def test_evidence_is_asked_of_checks_that_there_are() -> None:
    assert EVIDENCE.keys() <= checks().keys()
    assert not EVIDENCE.keys() & {gate.GATE, ignores.UNUSED}


TEXTS = st.text(st.sampled_from("aаoо cс %s{}<>b/\"'«»()*_&.1"), max_size=30)
RAWS = st.builds(
    RawFinding,
    st.sampled_from(sorted(checks())),
    st.sampled_from(Severity),
    st.builds(
        Hit, st.just("x"), st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda span: (min(span), max(span)))
    ),
    st.builds(Entry, TEXTS, TEXTS) | st.none(),
    st.none(),
    TEXTS,
    TEXTS,
)


@given(st.lists(RAWS, max_size=5), st.sampled_from(TextKind), st.sampled_from(("ru", "az", "fr")))
def test_nothing_but_an_error_changes_and_it_becomes_a_warning(
    raws: list[RawFinding], kind: TextKind, lang: str
) -> None:
    graded = certain(raws, view(kind=kind, lang=lang))
    assert [replace(raw, severity=Severity.ERROR) for raw in graded] == [
        replace(raw, severity=Severity.ERROR) for raw in raws
    ]
    for raw, after in zip(raws, graded, strict=True):
        assert after.severity is raw.severity or (raw.severity, after.severity) == (Severity.ERROR, Severity.WARNING)
        assert kind.is_technical or kind in {TextKind.MARKDOWN, TextKind.HTML} or after is raw


@given(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщьюя"), min_size=2, max_size=12), st.data())
def test_a_letter_that_looks_like_another_one_is_mistyped(word: str, data: st.DataObject) -> None:
    """However many are wrong, if some letter has no twin: a word of twins alone is another check's matter."""
    capital = data.draw(st.booleans())
    word = word.capitalize() if capital else word
    wrong = data.draw(st.sets(st.integers(0, len(word) - 1)))
    typed = "".join(one_script.to_latin(letter) if index in wrong else letter for index, letter in enumerate(word))
    assert one_script.to_cyrillic(typed) == word
    if not word.isascii() and typed != word and not one_script.to_latin(word).isascii():
        assert one_script.is_mistyped(typed, "", "ru")


MARKUP = st.recursive(
    st.sampled_from(("a", " ", "<br>", "<img src='a'/>", "1 < 2 ")),
    lambda inner: st.tuples(st.sampled_from("bip"), st.lists(inner, max_size=3)).map(
        lambda both: f"<{both[0]}>{''.join(both[1])}</{both[0]}>"
    ),
    max_leaves=8,
)


@given(st.lists(MARKUP, min_size=1, max_size=3).map("".join), st.data())
def test_markup_is_lost_with_any_of_its_tags(text: str, data: st.DataObject) -> None:
    assert not well_formed.loses_markup(text, text)
    assert not well_formed.loses_markup(text, f"<i>{text}</i>")
    lost = data.draw(st.sampled_from([*re.finditer("</?[bip]>|<img.*?>", text), None]))
    if lost:
        assert well_formed.loses_markup(text, text[: lost.start()] + text[lost.end() :])
