"""What the checks of numbers must not do: spoil a correct number, miss a thousandfold error, raise, or take seconds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from l10n import checks
from l10n.catalogue import plural
from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from tests.growing import takes_time_with_its_size


def hits(check: str, source: str, target: str, languages: str = "de-en") -> list[Hit]:
    found = checks.checks()[check].pair
    assert found
    source_language, language = languages.split("-")
    return list(found(Pair(source, target, source_language, language)))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-en", "Am 10. Mai kamen 10.000 Menschen.", "On 10 May, 10,000 people came."),
        ("de-en", "1 Tonne", "1,000 kg"),
        ("de-en", "5 Tausend Euro", "5,000 euros"),
        ("de-az", "In 2 Tagen verkaufte er 2000 Bücher", "2 gündə 2.000 kitab satdı"),
        ("en-ru", "Ubuntu 5.04", "Ubuntu 5.04"),
        ("en-az", "Python 3.11", "Python 3.11"),
        ("de-en", "Version 2.500", "Version 2.500"),
        ("de-en", "siehe Abschnitt 2.500", "see section 2.500"),
        ("de-ru", "Die Stärke war 6.5 Euro", "Она была 6.5 евро"),
    ],
)
def test_a_correct_number_is_never_edited(languages: str, source: str, target: str) -> None:
    assert not [hit for hit in hits("number-format", source, target, languages) if hit.edits]


def test_a_section_has_a_name_and_what_may_be_one_is_a_note() -> None:
    assert not hits("number-format", "siehe Abschnitt 2.500", "see section 2.500")
    (hit,) = hits("number-format", "siehe unten: 2.500", "see below: 2.500")
    assert hit.severity is Severity.INFO


@pytest.mark.parametrize(
    ("languages", "source", "target", "new"),
    [
        ("de-en", "1.234 Euro", "1.234 euros", "1,234"),
        ("de-en", "50,00 €", "50,00 €", "50.00"),
        ("de-en", "$3,50", "$3,50", "3.50"),
        ("de-ru", "1.234,50 Euro", "1.234,50 евро", "1\u00a0234,50"),
        ("de-uk", "6387 km", "6,387 км", "6387"),
    ],
)
def test_a_quantity_written_as_in_another_language_is_mended(
    languages: str, source: str, target: str, new: str
) -> None:
    (hit,) = hits("number-format", source, target, languages)
    assert [edit[2] for edit in hit.edits] == [new]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-en", "1.500 Euro", "1.5 euros"),
        ("de-en", "50.000", "50,00"),
        ("de-en", "5 Tausend Euro", "5 euros"),
        ("de-en", "5 Euro", "5,000 euros"),
        ("de-en", "Am 2. Mai kamen 2000 Menschen", "On 2 May 2.000 people came"),
        ("de-en", "Am 3.10.2024", "on 10 March 2024"),
        ("de-en", "Am 10.10.2024", "on 10 March 2024"),
        ("de-en", "Am 12.05.2024", "on 11 April 2024"),
        ("de-ru", "am 31. 12. 2023", "31 ноября 2023"),
        ("de-en", "Um 15 Uhr kamen 20 Leute", "At 3 p.m. 8 people came"),
        ("de-en", "Es endete 3:1", "It ended 1:3"),
        ("de-en", "5 km", "3 km"),
        ("de-en", "5 Meilen", "8 miles"),
        ("de-en", "14 Menschen", "2 people this week"),
    ],
)
def test_an_error_is_found(languages: str, source: str, target: str) -> None:
    assert any(hit.severity is not Severity.INFO for hit in hits("numbers", source, target, languages))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-en", "am 31. 12. 2023", "on 31 December 2023"),
        ("de-ru", "am 3.10.2024", "3 октября 2024"),
        ("de-ru", "am 3. Oktober 2024", "03.10.2024"),
        ("en-de", "on 10/3/2024", "am 3. Oktober 2024"),
        ("de-en", "von 15 bis 17 Uhr", "from 3 to 5 p.m."),
        ("de-en", "zwischen 15.30 Uhr und 17.30 Uhr", "between 3:30 and 5:30 p.m."),
        ("de-az", "Um 15 Uhr", "saat 3-də"),
        ("de-en", "Es endete 3:1", "It ended 3:1"),
        ("de-ru", "1.234,50 Euro", "1\u00a0234,50 евро"),
        ("de-en", "2.5 Mio. Euro", "2.5 million euros"),
        ("en-ru", "There was none after the 1800s.", "После начала 19 века их не было."),
        ("de-uk", "seit den 1860er Jahren", "з 60-х років 19 століття"),
        ("en-uk", "It sank at 1200 GMT.", "Він затонув о 12 годині за Гринвічем."),
    ],
)
def test_the_same_in_another_way_is_clean(languages: str, source: str, target: str) -> None:
    assert not hits("numbers", source, target, languages)


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-en", "5 km", "3 miles"),
        ("de-en", "30 Grad Celsius", "86 degrees Fahrenheit"),
        ("de-en", "-30 °C", "-22 °F"),
        ("de-en", "1 Tonne", "1,000 kg"),
        ("en-ru", "2 to 4 inches of snow", "от 5 до 10 см снега"),
        ("en-de", "It was 80 degrees outside.", "Draußen waren es 27 Grad."),
        ("en-ru", "It lies 45 miles (72 kilometers) from here.", "Это в 72 километрах отсюда."),
        ("de-en", "Es ist 72 Kilometer entfernt.", "It is 45 miles (72 kilometers) away."),
        ("en-de", "385 miles south, moving at 12 miles per hour", "19 km/h schnell, 620 km weiter südlich"),
        ("en-az", "The 6-foot-6 captain came.", "Boyu 1,98 metr olan kapitan gəldi."),
        ("de-en", "Der 1,78 m große Kapitän kam.", "The captain, 5'10\", came."),
    ],
)
def test_the_same_quantity_in_another_unit_is_clean(languages: str, source: str, target: str) -> None:
    assert not hits("numbers", source, target, languages)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5 km", "3 apples"),
        ("5 km", "30 miles"),
        ("5 km, 20 km", "3 miles, 40 miles"),
        ("30 Grad Celsius", "96 degrees Fahrenheit"),
    ],
)
def test_another_quantity_in_another_unit_is_an_error(source: str, target: str) -> None:
    assert [hit.severity for hit in hits("numbers", source, target)] == [None]


def test_weeks_for_days_are_a_note() -> None:
    assert [hit.severity for hit in hits("numbers", "14 Tage", "two weeks")] == [Severity.INFO]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-uk", "mit 136 Kilometern pro Stunde", "зі швидкістю 137 км на годину"),
        ("de-uk", "5 bis 10 Zentimeter Regen", "від 5,08 до 10,16 см опадів"),
        ("de-uk", "das 250 Kilo schwere Boot", "249-кілограмовий човен"),
        ("de-ru", "19 Kilometer weiter", "на 19,3 км дальше"),
        ("de-en", "bis auf 320 Kilometer", "within 322 kilometres"),
        ("de-uk", "bis auf 320 Kilometer", "на 200 миль (322 км)"),
        ("en-de", "The 6-foot-6 captain came.", "Der zwei Meter große Kapitän kam."),
        ("de-az", "Der zwei Meter große Kapitän kam.", "Boyu 6 fit (1,98 metr) olan kapitan gəldi."),
        ("de-en", "Der zwei Meter große Kapitän kam.", "The captain, 1.98 metres tall, came."),
        ("en-ru", "The captain is in his 20s.", "Капитану от 20 до 30 лет."),
        ("en-ru", "The captain is in his 20s.", "Капитану 20–29 лет."),
    ],
)
def test_a_quantity_that_was_rounded_otherwise_is_a_note(languages: str, source: str, target: str) -> None:
    found = hits("numbers", source, target, languages)
    assert found
    assert {hit.severity for hit in found} == {Severity.INFO}


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-uk", "mit 136 Kilometern pro Stunde", "зі швидкістю 139 км на годину"),  # 86 miles: nobody says so
        ("de-uk", "mit 136 Kilometern pro Stunde", "зі швидкістю 137 метрів на годину"),
        ("de-uk", "136 Boote", "137 човнів"),
        ("de-uk", "6387 Kilometer", "6378 кілометрів"),
        ("de-ru", "98 Kilometer", "99 км"),
        ("de-en", "Der zwei Meter große Kapitän kam.", "The captain, 1.88 metres tall, came."),
        ("de-en", "Der zwei Meter große Kapitän kam.", "The captain, 9 feet tall, came."),
        ("de-ru", "620 Kilometer südlich", "в 360 км к югу"),
        ("de-en", "500 Kilometer", "550 kilometres"),
        ("en-ru", "The 6-foot-6 captain came.", "Пришел капитан ростом 1 м 82 см."),
        ("en-ru", "The captain is 20.", "Капитану от 20 до 30 лет."),
        ("de-en", "im 19. Jahrhundert, um 1850", "in a century, around 1850"),
        ("en-ru", "after the 1800s", "после начала 18 века"),
    ],
)
def test_another_quantity_is_not_rounded(languages: str, source: str, target: str) -> None:
    assert any(hit.severity is not Severity.INFO for hit in hits("numbers", source, target, languages))


LONG = "7" * 5000
HUGE = [
    LONG,
    f"1,{LONG}",
    f"1.{LONG}",
    f"1:{LONG}",
    f"{LONG} Tausend",
    f"{LONG} Mio.",
    "5 " + "777 " * 1500,
    "5" + ".777" * 1500,
    "5 " + "7" * 310,
    "5" + " 777" * 103,
    "5" + ".777" * 103,
    "0," + "0" * 330 + "1",
    "0." + "0" * 330 + "1 km",
    "7" * 1_000_001 + " Mrd.",
]


@pytest.mark.parametrize("check", ["numbers", "number-format"])
@pytest.mark.parametrize("lang", ["en", "ru", "az", "uk", "fr"])
def test_no_number_is_too_long(check: str, lang: str) -> None:
    for text in HUGE:
        for source, target in ((text, "5 km"), ("5 km", text), (text, text), (text, text.replace("7", "8"))):
            hits(check, source, target, f"de-{lang}")


def test_a_plural_forms_field_of_5000_digits_says_nothing() -> None:
    assert plural.read(f"nplurals={LONG}; plural=0;") is None


def _range(first: int, size: int) -> str:
    return " ".join(map(str, range(first, first + size)))


@pytest.mark.parametrize(
    "texts",
    [
        lambda size: (_range(10_000, size), _range(20_000, size)),
        lambda size: (_range(10_000, size), "none"),
        lambda size: ("15 kamen um 5 Uhr, " * size, "38 came at 6 p.m., " * size),
    ],
    ids=("others", "none", "repeated"),
)
def test_thousands_of_numbers_take_time_with_their_number(texts: Callable[[int], tuple[str, str]]) -> None:
    ends = map(chr, count(ord("a")))  # so that no text is known already

    def step(size: int) -> None:
        source, target = texts(size)
        assert hits("numbers", f"{source} {next(ends)}", target)

    assert takes_time_with_its_size(step, 200)


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-en", "der 60 Zentimeter breite Rand", "the two-foot wide brim"),
        ("en-de", "The mount(8) command is needed.", "Man braucht den Befehl mount."),
        ("en-uk", "Rotate in 3D", "Обертати у просторі"),
    ],
)
def test_a_quantity_in_words_and_a_reference_are_notes(languages: str, source: str, target: str) -> None:
    found = hits("numbers", source, target, languages)
    assert found
    assert {hit.severity for hit in found} == {Severity.INFO}


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("An ext4 filesystem is needed.", "Man braucht ein ext-Dateisystem.", Severity.WARNING),
        ("An ext4 filesystem is needed.", "Man braucht ein Dateisystem.", Severity.INFO),
        ("It says so in 247boats.", "Es steht dort.", Severity.WARNING),
        ("Covid-19 patients are ill.", "Kranke sind krank.", Severity.INFO),
        ("The 19 patients are ill.", "Kranke sind krank.", None),
    ],
)
def test_a_number_in_a_name_is_no_error_and_may_go_with_the_name(
    source: str, target: str, severity: Severity | None
) -> None:
    (hit,) = hits("numbers", source, target, "en-de")
    assert hit.severity is severity


def test_another_unit_with_another_quantity_is_an_error() -> None:
    (hit,) = hits("numbers", "It is 45 miles away.", "Das ist 90 Kilometer weit weg.", "en-de")
    assert hit.severity is None


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("Она приехала 5 5 мая.", None),
        ("Она приехала 5 мая, и их было 5.", Severity.WARNING),
    ],
)
def test_a_number_said_twice_is_reported_once(target: str, severity: Severity | None) -> None:
    (hit,) = hits("numbers", "Am 5. Mai kam sie.", target, "de-ru")
    assert hit.severity is severity


def test_groups_of_digits_said_twice_are_no_larger_number() -> None:
    assert any("twice" in hit.message for hit in hits("numbers", "250 Millionen", "250 250 миллионов", "de-ru"))
    assert not hits("numbers", "250.250 Autos", "250 250 автомобилей", "de-ru")
