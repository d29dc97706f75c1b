"""How grave a finding is, which depends on the kind of text: what professionals do on purpose is noted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from l10n.checks import CatalogueView, Hit, MultilingualSegment, checks
from l10n.model import Entry, State
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Conventions, Pair

PROSE, SOFTWARE = TextKind.PROSE, TextKind.SOFTWARE
NOTED, WARNED, WRONG = Severity.INFO, Severity.WARNING, Severity.ERROR


def severities(
    check: str, source: str, target: str, kind: TextKind = PROSE, langs: tuple[str, str] = ("en", "uk")
) -> list[Severity]:
    function = checks()[check].pair
    assert function
    return [_severity(check, hit) for hit in function(Pair(source, target, *langs, (), Conventions(kind=kind)))]


def _severity(check: str, hit: Hit) -> Severity:
    return hit.severity or checks()[check].rule.severity


@pytest.mark.parametrize(
    ("check", "source", "target", "in_prose", "in_software"),
    [
        ("capital", "Sort by date", "за датою", [WARNED], [NOTED]),
        ("end-punctuation", "The old file was not removed today.", "Старий файл не вилучено", [WARNED], [NOTED]),
        ("end-punctuation", "Whether old files are to be shown.", "Чи показувати старі файли?", [NOTED], [NOTED]),
        ("end-punctuation", "Where is the old file today?", "Де старий файл", [WARNED], [WARNED]),
        ("hashtags", "Use @name here", "Пишіть тут", [WARNED], [NOTED]),
        ("hashtags", "Thanks to @green_boat", "Дякуємо всім", [WARNED], [WARNED]),
        ("mixed-script", "CopyFontName", "КопіяFont", [WRONG], [NOTED]),
        ("mixed-script", "The house", "Будинoк", [WRONG], [WRONG]),
        ("homoglyphs", "Cannot resolve %s", "Немає адреси IP для %s", [WRONG], [NOTED]),
        ("all-caps", "AND nobody knew it.", "І ніхто не знав.", [NOTED], [NOTED]),
        ("all-caps", "They do NOT know it.", "Вони цього не знають.", [WARNED], [WARNED]),
        ("all-caps", "A boat of the NPWS and O’Flynn", "Човен НСПДП і О’Флінна", [], []),
        ("ellipsis", "They bite … they are curious.", "Вони кусаються й дуже цікаві.", [NOTED], [NOTED]),
        ("ellipsis", "“They bite …” Nobody knew it.", "«Вони кусаються». Ніхто не знав.", [WARNED], [WARNED]),
        ("addresses", "as in www.domain.com", "як www.domain.ua", [WRONG], [NOTED]),
        ("control-characters", "Undeliverable", "Недо\u00adставлене", [NOTED], [NOTED]),
        ("control-characters", "House", "Дім\u00ad", [WRONG], [WRONG]),
        ("mixed-script", "%BHouse%b", "%BДім%b", [], []),
        ("mixed-script", "%BHouse%b", "%BДiм%b", [WRONG], [WRONG]),
        ("mixed-script", "B<file>", "E<lt>файлE<gt>", [], []),
        ("numbers", "3rd-party programs", "Сторонні програми", [NOTED], [NOTED]),
        ("numbers", "Zoom 1:1", "Справжній розмір", [NOTED], [NOTED]),
        ("numbers", "Around R^3 or so", "Навколо R³", [NOTED], [NOTED]),
        ("numbers", "a 1\nb 2\nc 3\nd\ne\nf", "а 6\nб 7\nв 8\nг\nґ\nд", [WRONG] * 3, [NOTED]),
        ("all-caps", "<FOLDER>", "<ТЕКА>", [], []),
        ("numbers", "It returns 0 today", "Сьогодні все добре", [WRONG], [WARNED]),
        ("numbers", "It has 1250 pages", "Там багато сторінок", [WRONG], [WRONG]),
        ("same-as-source", "simple and small", "simple and small", [WRONG], [WARNED]),
        ("language", "No errors were found", "Ошибок не найдено и не было", [WRONG], [WARNED]),
    ],
)
def test_texts_of_programs_differ(
    check: str, source: str, target: str, in_prose: Sequence[Severity], in_software: Sequence[Severity]
) -> None:
    assert severities(check, source, target) == list(in_prose)
    assert severities(check, source, target, SOFTWARE) == list(in_software)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Come and see our boats at the quay!", "Подивіться на наші човни біля причалу."),
        ("We have these nine boats on offer:", "Ми пропонуємо такі дев'ять човнів."),
        ("He asked her where the boat was today.", "Він спитав: «Де сьогодні човен?»"),
        ("Could you please show us the old boat.", "Чи можете ви показати нам старий човен?"),
    ],
)
def test_end_marks_that_languages_use_less_are_noted(source: str, target: str) -> None:
    assert severities("end-punctuation", source, target) == [NOTED]


def test_a_question_in_quotation_marks_may_be_followed_by_who_asked() -> None:
    assert severities("end-punctuation", "He asked: “Where is it?”", "«Де він?» – спитав батько.") == []
    assert severities("end-punctuation", "He asked: “Where is it?”", "Він спитав: «Він тут».") == [WARNED]


def test_two_sentences_of_one_are_noted() -> None:
    source = "The old boat lay at the quay of the harbour, where nobody had cared for it for many years."
    target = (
        "Старий човен стояв біля причалу в гавані. Ніхто не дбав про нього вже протягом багатьох довгих років поспіль, "
        "хоч усі й бачили його."
    )
    assert severities("length", source, target) == [NOTED]


@pytest.mark.parametrize("kind", [PROSE, SOFTWARE])
@pytest.mark.parametrize(
    ("check", "source", "target"),
    [
        ("brackets", "Left parenthesis", "("),
        ("brackets", "Expected ',' or ')'", "Очікувалось ›,‹ або ›)‹"),
        ("brackets", "The point 'or' the line", r"Точка \(aq або рядок"),
        ("brackets", "Have fun with it", "Розважайтеся :)"),
        ("brackets", "Have fun with it", "Розважайтеся ;-))), друзі"),
        ("placeholders", "See http://a.org/b#c", "Див. http://a.org/uk#%D0%9F%D1_%28a"),
        ("repetition", "The Jersey's Jersey", "Джерсі Джерсі"),
    ],
)
def test_what_only_looks_wrong_is_not_told(check: str, source: str, target: str, kind: TextKind) -> None:
    assert severities(check, source, target, kind) == []


def test_a_whole_number_has_two_letters() -> None:
    check = checks()["placeholders"].pair
    assert check
    hits = check(Pair("%i boats", "%d човнів", "en", "uk", ("c-format",), Conventions(kind=SOFTWARE)))
    assert [hit.severity for hit in hits] == [NOTED]
    assert next(iter(check(Pair("%i boats", "%u човнів", "en", "uk", ("c-format",))))).severity is None


AT_THE_QUAY = "The old boat lay at the quay of the harbour, where nobody cared for it."
IN_THE_MORNING = "The CBF, the ZKF and the LKV sent a dozen boats to the old harbour this morning."

MANY_WORDS = (
    "Берегова пошукова служба островів, відділення рятувальників на морі та міський шпиталь для моряків надіслали "
    "дванадцять човнів до старої гавані сьогодні вранці."
)


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        (AT_THE_QUAY, "Нікому не потрібний човен був у гавані.", NOTED),
        (AT_THE_QUAY, "Нікому не потрібний човен лежав.", WARNED),
        (f"{AT_THE_QUAY} Nobody knew why.", "Нікому не потрібний старий човен лежав біля причалу.", WARNED),
        (IN_THE_MORNING, MANY_WORDS, NOTED),
        (IN_THE_MORNING, MANY_WORDS.replace(" та ", ". Так само "), WARNED),
    ],
)
def test_what_is_rather_short_or_long_is_a_warning_if_a_sentence_is_missing_or_added(
    source: str, target: str, severity: Severity
) -> None:
    assert severities("length", source, target) == [severity]


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("She said the boats “that nobody had wanted” lay at the quay.", "Вона сказала, що човни біля причалу.", NOTED),
        ("She said: “The boats that nobody had wanted lie here.”", "Вона сказала: Тут нікому не потрібні.", WARNED),
        ("“The boats that nobody had wanted lie here”, she said.", "Тут лежать нікому не потрібні, сказала.", WARNED),
        ("“The boats that nobody had wanted lie at the quay.”", "Нікому не потрібні човни біля причалу.", WRONG),
    ],
)
def test_marks_of_some_words_within_a_sentence_may_go(source: str, target: str, severity: Severity) -> None:
    assert severities("quotes", source, target) == [severity]


@pytest.mark.parametrize(
    ("source", "severity"),
    [
        ("Yesterday Olaf Schulte and Karin Behrens came here.", WARNED),
        ("Yesterday Olaf Schulte came here to see Hamburg.", NOTED),
        ("It is made of Genuine Real Goat Leather and Silk.", NOTED),
        ("The pipe to Jurmala is called Nord Stream.", NOTED),
    ],
)
def test_two_people_are_lost_and_other_names_may_have_been_translated(source: str, severity: Severity) -> None:
    assert severities("names", source, "Це було зроблено вчора.") == [severity]


@pytest.mark.parametrize(
    ("source", "severity"),
    [
        ("Yesterday Olaf Schulte and Karin Behrens came here.", WARNED),
        ("It won Best Picture, Costume Design, Film Score, Production Design, Olaf and Karin.", NOTED),
    ],
)
def test_most_of_the_names_in_small_letters_are_no_other_words(source: str, severity: Severity) -> None:
    assert severities("names", source, "Вчора сюди прийшли олаф шульте й карін беренс.") == [severity]


def test_where_the_text_is_no_shorter_the_names_may_have_been_translated() -> None:
    source = "The blend has Red Algae and Aqua Minerals in it."
    assert severities("names", source, "У цій суміші є.") == [WARNED]
    assert severities("names", source, "У цій суміші є червоні водорості й мінерали.") == [NOTED]
    assert not severities("names", "The blend has Red Algae in it.", "У цій суміші є червоні водорості.")


def test_a_name_in_its_own_letters_needs_no_marks_in_cyrillic() -> None:
    source = "The initiative “AI Next” began on Monday in all of the offices."
    assert not severities(
        "quotes", source, "Инициатива AI Next началась в понедельник во всех офисах.", langs=("en", "ru")
    )
    assert severities("quotes", source, "Die Initiative AI Next begann am Montag in den Büros.", langs=("en", "de"))


def test_an_apostrophe_in_a_quotation_is_no_mark() -> None:
    assert (
        severities("quotes", "“The Millers’ house” is old.", "„Die Millers‘ Villa“ ist alt.", langs=("en", "de")) == []
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("\n        The boat <b>%s</b> was found.\n        ", "\nЧовен <b>%s</b> знайдено."),
        ("Boat|Button|Size|55", "55"),
        ("<!-- Translators: as in the name of a boat, or of a small ship --> <b>boat</b>", "<b>човен</b>"),
    ],
)
def test_layout_contexts_and_notes_have_no_length(source: str, target: str) -> None:
    assert severities("length", source, target, SOFTWARE) == []


def test_digests_are_no_numbers() -> None:
    assert severities("length", "external ref='boat.png' md5='0f1e2d3c4b5a69788796a5b4c3d2e1f0'", "[-]", SOFTWARE) == []
    source = "external ref='boat.png' md5='{}'"
    old, new = "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "1a2b3c4d5e6f708192a3b4c5d6e7f809"
    assert severities("numbers", source.format(old), source.format(new), SOFTWARE) == []


def test_a_number_may_be_explained_in_brackets() -> None:
    assert severities("numbers", "He works for 60 Minutes", "Він працює в 60 Minutes (60 хвилин)") == [NOTED]
    assert severities("numbers", "He works for 60 minutes", "Він працює 60 60 хвилин") == [WRONG]


def _reused(entries: Sequence[Entry], kind: TextKind) -> list[tuple[str, Severity]]:
    function = checks()["consistency"].catalogue
    assert function
    view = CatalogueView((), (), entries, [State.TRANSLATED] * len(entries), "uk", "en", kind=kind)
    return [(entries[index].msgid, _severity("consistency", hit)) for index, hit in function(view) if index is not None]


def test_programs_say_the_same_in_many_words() -> None:
    entries = [
        Entry("cannot open %s", "не вдалося відкрити %s"),
        Entry("failed to access %s", "не вдалося відкрити %s"),
    ]
    assert _reused(entries, SOFTWARE) == [("failed to access %s", NOTED)]
    assert _reused(entries, PROSE) == [("failed to access %s", WARNED)]
    others = [
        Entry("The speed of climbing boats on rivers.", "Швидкість човнів на річках."),
        Entry("How many people fit into one cabin?", "Швидкість човнів на річках."),
    ]
    assert _reused(others, SOFTWARE) == [("How many people fit into one cabin?", WARNED)]


def test_a_draft_says_nothing_against_what_people_accepted() -> None:
    draft = Entry("How many people fit into one cabin?", "Швидкість човнів на річках.").as_fuzzy()
    accepted = Entry("The speed of climbing boats on rivers.", "Швидкість човнів на річках.")
    assert _reused([draft, accepted], PROSE) == [(draft.msgid, WARNED)]


@pytest.mark.parametrize(
    ("source", "shape", "severity"),
    [
        ("Baku", "{}", NOTED),
        ("Old Baku", "{} x", NOTED),
        ("Old Baku Houses", "{} x", NOTED),
        ("The house is in Baku", "x {}", WARNED),
        ("It is in <b>Baku</b> today", "x <b>{}</b> x", WARNED),
    ],
)
def test_a_name_in_a_label_may_be_a_word(source: str, shape: str, severity: Severity) -> None:
    languages = checks()["agreement"].languages
    assert languages
    targets = {"de": shape.format("Baku"), "az": shape.format("Baku"), "uk": "там"}
    hits = list(languages(MultilingualSegment(source, "en", targets)))
    assert [(lang, _severity("agreement", hit)) for lang, hit in hits] == [("uk", severity)]


@pytest.mark.parametrize("check", ["quotes", "language", "source-left"])
@pytest.mark.parametrize("indent", ["", " ", "Z<>\n "])
def test_code_in_a_manual_page_stays_as_it_is(check: str, indent: str) -> None:
    source, target = (f'{indent}if it is "{word}" then and only then do' for word in ("old", "alt"))
    conventions = Conventions(kind=TextKind.POD)
    function = checks()[check].pair
    assert function
    assert bool([*function(Pair(source, target, "en", "de", (), conventions))]) == (not indent)
