"""Each rule has its say where its docstring says so, and none on a neighbour."""

import pytest

from l10n.languages import LANGUAGES
from l10n.segmentation import engine
from l10n.segmentation.end_mark import Decision, Rule
from l10n.segmentation.rules import abbreviation, continuation, number, speech, table
from l10n.segmentation.words import words

SPLIT, JOIN = Decision.SPLIT, Decision.JOIN


def opinion(rule: Rule, lang: str, marked: str) -> Decision | None:
    """What the rule says of the end mark before `|`, in a segment that begins where the text does."""
    text = marked.replace("|", "")
    for end in engine.END.finditer(text):
        if end.end() == marked.index("|"):
            return rule(engine.end_mark(text, end, 0, words(lang)))
    pytest.fail(f"no end mark at | in {marked!r}")


CASES = [
    (continuation.nothing_follows, "de", "Er kam. |–", JOIN),
    (continuation.nothing_follows, "de", "Er kam. |– Sie ging", None),
    (continuation.nothing_before, "de", "… |Und dann kam er.", JOIN),
    (continuation.nothing_before, "de", "Nun … |Und dann kam er.", None),
    (continuation.agency_credit, "de", "Sie trat zurück. |(dpa)", SPLIT),
    (continuation.agency_credit, "de", "Sie trat zurück. |(Gestern)", None),
    (continuation.list_letter_begins, "de", "a) Er kam. |b) Er ging.", SPLIT),
    (continuation.list_letter_begins, "ru", "а) Он пришёл. |б) Он ушёл.", SPLIT),
    (continuation.list_letter_begins, "de", "nach Art. |a) Satz 2", None),
    (continuation.list_letter_begins, "de", "Er kam. |by) Er ging.", None),
    (continuation.lower_case_goes_on, "de", "„Warum?“ |fragte er.", JOIN),
    (continuation.lower_case_goes_on, "de", "Sie schwieg. |iPads summten.", None),
    (continuation.ellipsis_begins, "de", "Er kam. |… Und blieb.", SPLIT),
    (continuation.ellipsis_begins, "de", "Er kam. |… und blieb.", None),
    (continuation.punctuation_goes_on, "de", "Ach! |, rief er.", JOIN),
    (continuation.punctuation_goes_on, "de", "Ach! |„Ja“, rief er.", None),
    (continuation.insertion_in_brackets, "de", "Das war ein (!) |Versehen.", JOIN),
    (continuation.insertion_in_brackets, "de", "Er kam. (Spät genug.) |Dann ging er.", None),
    (continuation.insertion_in_brackets, "de", "Es ist aus (Grund dafür ist die lange Dürre.) |Danach", None),
    (continuation.brackets_end, "de", "Er kam. (Spät genug.) |Dann ging er.", SPLIT),
    (continuation.brackets_end, "de", "Er kam spät genug. |Dann ging er.", None),
    (continuation.editors_note, "de", "(Gemeint ist Bonn. |– Anm. d. Red.)", JOIN),
    (continuation.editors_note, "de", "Gemeint ist Bonn. |– Anders Köln.", None),
    (continuation.edition_goes_on, "de", "Das Dorf. |2., erw. Aufl., Ulm 1998.", JOIN),
    (continuation.edition_goes_on, "de", "Das Dorf. |Bd. 2, Ulm 1998.", JOIN),
    (continuation.edition_goes_on, "de", "Das Dorf. |Hrsg. von Karl Moos, Ulm 1998.", JOIN),
    (continuation.edition_goes_on, "en", "The Village. |2nd ed., London 1998.", JOIN),
    (continuation.edition_goes_on, "de", "Sie liest das Buch. |2. Platz, wieder einmal.", None),
    (continuation.edition_goes_on, "de", "Sie liest das Buch. |Band 2, so sagt sie, ist besser.", None),
    (continuation.clause_begins, "de", "Das Fest ist am 12. |Karten gibt es hier.", SPLIT),
    (continuation.clause_begins, "de", "Das Haus ist am 12. |Turm der Mauer.", None),
    (continuation.clause_begins, "de", "Auch am 12. |Turm ist Licht.", None),
    (continuation.note_in_brackets, "de", "Die Kirche (erb. 1890, ren. |2005)", JOIN),
    (continuation.note_in_brackets, "de", "Frau Kern (verw. |Holl)", JOIN),
    (continuation.note_in_brackets, "de", "Er (geb. 1890, ren. 2005) war alt, aber froh. |Holl kam.", None),
    (continuation.note_in_brackets, "de", "(Er kam, sah, siegte. |Danach ging er.)", None),
    (speech.quotation_within_sentence, "de", "Der Satz „Er kam. |Er sah.“ ist alt.", JOIN),
    (speech.quotation_within_sentence, "de", "Das Wort „Halt! |Wer da?“, das er rief", JOIN),
    (speech.quotation_within_sentence, "de", "Sie rief: „Halt! |Wer da?“ und floh.", JOIN),
    (speech.quotation_within_sentence, "de", "Sie rief: „Halt! |Wer da?“, und floh.", None),
    (speech.quotation_within_sentence, "de", "Der Satz „Er kam. |Er sah.“ Er ist alt.", None),
    (speech.quotation_within_sentence, "de", "Sie nannte es „am Ende. |Er ging“ und schwieg.", None),
    (speech.name_with_exclamation_mark, "de", "Die Firma Yahoo! |Deutschland wuchs.", JOIN),
    (speech.name_with_exclamation_mark, "de", "Die Firma ruft Hurra! |Deutschland wuchs.", None),
    (speech.quotation_ends, "de", "„Er kam.“ |Dann ging er.", SPLIT),
    (speech.quotation_ends, "de", "Er kam. |Dann ging er.", None),
    (speech.attribution_after_dash, "ru", "«Тише!» |— Иван сел.", JOIN),
    (speech.attribution_after_dash, "ru", "«Тише!» |— «Почему?»", None),
    (speech.strong_mark_ends, "de", "Wirklich?! |Maria nickte.", SPLIT),
    (speech.strong_mark_ends, "de", "Er sagte „nein“. |Maria nickte.", None),
    (speech.strong_mark_ends, "de", "Er schrie „Nein!“. |Maria nickte.", SPLIT),
    (speech.full_stop_stands_alone, "de", "Er sagte „nein“. |Maria nickte.", SPLIT),
    (speech.full_stop_stands_alone, "de", "Er sagte nein. |Maria nickte.", None),
    (speech.dash_goes_on, "de", "Von 500 v. Chr. |– 30 v. Chr.", JOIN),
    (speech.dash_goes_on, "de", "Das war 2003. |– Danach kam nichts.", None),
    (speech.dash_begins, "de", "Er ging. |– Das war gestern.", SPLIT),
    (speech.dash_begins, "de", "Er ging. |– „Das war gestern.“", None),
    (number.list_number_stands_alone, "uk", "1. |Затвердити план.", SPLIT),
    (number.list_number_stands_alone, "uk", "Їх 1. |Затвердити план.", None),
    (number.list_marker, "de", "2.1. |Ziele des Vereins", JOIN),
    (number.list_marker, "de", "3.) |Kosten", JOIN),
    (number.list_marker, "de", "b. |Die Kosten", JOIN),
    (number.list_marker, "de", "Platz 3. |Kosten", None),
    (number.list_marker_in_quotes, "de", "Das Gebot „1. |Kein Rauch“ gilt.", JOIN),
    (number.list_marker_in_quotes, "de", "Im „Adler“ sind 3. |Gäste warten.", None),
    (number.list_marker_after_colon, "de", "Der Plan: 1. |Ruhe bewahren", JOIN),
    (number.list_marker_after_colon, "de", "Es sind genau: 5. |Das reicht.", None),
    (number.ordinal_in_brackets, "de", "Treffer: Maier (60. |Seitfallzieher)", JOIN),
    (number.ordinal_in_brackets, "de", "Treffer (Maier) nach 60. |Jubel", None),
    (number.ordinal_after_dash, "de", "sein Ziel – 3. |Rang", JOIN),
    (number.ordinal_after_dash, "de", "sein Ziel sind 3. |Rang", None),
    (number.day_before_month, "de", "Das war am 9. |Mai.", JOIN),
    (number.day_before_month, "de", "Das war Platz 9. |Maier", None),
    (number.date_in_numbers, "de", "Das war am 24. |12. 2024.", JOIN),
    (number.date_in_numbers, "de", "Das war Platz 9. |2003 kam er.", None),
    (number.year_ends, "de", "Das war im Herbst 2024. |Moskau schwieg.", SPLIT),
    (number.year_ends, "de", "Das war im 9. |Moskauer Bezirk.", None),
    (number.ordinal_before_its_noun, "de", "nach dem 2. |Weltkrieg", JOIN),
    (number.ordinal_before_its_noun, "de", "zum XX. |Parteitag", JOIN),
    (number.ordinal_before_its_noun, "de", "Zur Feier: 150. |Gründungsjubiläum", JOIN),
    (number.ordinal_before_its_noun, "de", "Es waren 2. |Weltmeister zählen.", None),
    (number.number_before_starter, "de", "Der Kurs stieg auf 40. |Das ist viel.", SPLIT),
    (number.number_before_starter, "de", "Der Kurs stieg auf 40. |Händler jubeln.", None),
    (number.ordinal_after_determiner, "de", "beim 3. |Anlauf", JOIN),
    (number.ordinal_after_determiner, "de", "mit 3. |Anlauf", None),
    (number.series_of_ordinals, "de", "mit 3. und 4. |Bezirken", JOIN),
    (number.series_of_ordinals, "de", "mit 3 und 4. |Bezirken", None),
    (number.number_ends, "de", "Sie gewannen 2:1. |Trainer und Fans", SPLIT),
    (number.number_ends, "de", "Sie gewannen. |Trainer und Fans", None),
    (number.ruler_by_number, "de", "Ludwig XIV. |Frankreichs Sonne", JOIN),
    (number.ruler_by_number, "de", "Das war Ludwig XIV. |Er war König.", SPLIT),
    (number.ruler_by_number, "de", "Eine defekte CD. |Frankreich", None),
    (abbreviation.symbol_follows, "de", "gem. |§ 5", JOIN),
    (abbreviation.symbol_follows, "uk", "5 травня 2020 р. |№ 12", JOIN),
    (abbreviation.symbol_follows, "de", "So kam es. |§ 5 gilt.", None),
    (abbreviation.dotted_never_final, "de", "Er las z. B. |Der Spiegel", JOIN),
    (abbreviation.dotted_never_final, "de", "der Sportverein e. V. |Der Vorstand", None),
    (abbreviation.symbol_of_unit, "de", "Er lief 100 m. |Hamburg jubelte.", SPLIT),
    (abbreviation.symbol_of_unit, "de", "Er fuhr 50 km/h. |Hamburg jubelte.", SPLIT),
    (abbreviation.symbol_of_unit, "de", "Frankfurt a. |Main", None),
    (abbreviation.short_word, "ru", "Да, это я. |Иван ушёл.", SPLIT),
    (abbreviation.short_word, "de", "Da kam der Lkw. |Huber winkte.", SPLIT),
    (abbreviation.short_word, "ru", "Да, это б. |Иван ушёл.", None),
    (abbreviation.list_of_letters, "de", "die Punkte A, B und C. |Punkt A gilt.", SPLIT),
    (abbreviation.list_of_letters, "de", "mit Peter C. |Punkt", None),
    (abbreviation.lettered_thing, "de", "Jetzt gilt Plan B. |Niemand lacht.", SPLIT),
    (abbreviation.lettered_thing, "de", "Jetzt spricht Peter B. |Neumann.", None),
    (abbreviation.initial, "de", "Das war Peter B. |Neumann.", JOIN),
    (abbreviation.initial, "de", "der Prozess gegen Peter B. |Das Gericht", SPLIT),
    (abbreviation.initial, "de", "Das war Peter. |Neumann.", None),
    (abbreviation.initials_after_surname, "ru", "Автор — Иванов А. С. |Он родился в Омске.", SPLIT),
    (abbreviation.initials_after_surname, "ru", "Автор — А. С. |Иванов", None),
    (abbreviation.others_and_an_article, "de", "Er las u. a. |Die Zeit", JOIN),
    (abbreviation.others_and_an_article, "de", "Er las u. a. |Danach ging er.", None),
    (abbreviation.time_of_day, "en", "It was 8 p.m. |Monday.", JOIN),
    (abbreviation.time_of_day, "en", "It was 8 p.m. |Rain fell.", SPLIT),
    (abbreviation.time_of_day, "en", "It was the U.S. |Rain fell.", None),
    (abbreviation.dotted_often_final, "de", "Das war 30 v. Chr. |Ägypten war reich.", SPLIT),
    (abbreviation.dotted_often_final, "de", "Das war Dr. med. |Huber.", None),
    (abbreviation.dotted_maybe_final, "de", "der Sportverein e. V. |Er wurde", SPLIT),
    (abbreviation.dotted_maybe_final, "de", "der Sportverein e. V. |Hamburg", JOIN),
    (abbreviation.dotted_maybe_final, "de", "der Sportverein z. B. |Hamburg", None),
    (abbreviation.dotted_goes_on, "de", "Das ist Dr. h. c. |Huber.", JOIN),
    (abbreviation.dotted_goes_on, "de", "Das ist Dr. med. |Huber.", None),
    (abbreviation.dotted_before_numbers, "az", "Bu, b. e. ə. |III əsrdə olub.", JOIN),
    (abbreviation.dotted_before_numbers, "az", "Bu, 300 b. e. ə. |Bakıda olub.", SPLIT),
    (abbreviation.dotted_before_numbers, "az", "Bu, 300 və s. |Bakıda olub.", None),
    (abbreviation.small_letter, "de", "Frankfurt a. |Main", JOIN),
    (abbreviation.small_letter, "de", "Frankfurt a. |Der Main", SPLIT),
    (abbreviation.small_letter, "de", "Frankfurt am. |Main", None),
    (abbreviation.only_before_numbers, "de", "laut Art. |5 des Gesetzes", JOIN),
    (abbreviation.only_before_numbers, "de", "Bücher aller Art. |Hamburg liest.", SPLIT),
    (abbreviation.only_before_numbers, "de", "Bücher aller Arten. |5 davon", None),
    (abbreviation.maybe_final, "de", "im Okt. |2024", JOIN),
    (abbreviation.maybe_final, "de", "im Okt. |Danach kam er.", SPLIT),
    (abbreviation.maybe_final, "de", "im Ort. |Danach kam er.", None),
    (abbreviation.never_final, "de", "Das ist Prof. |Lange.", JOIN),
    (abbreviation.never_final, "de", "Vgl. |Kapitel 3", JOIN),
    (abbreviation.never_final, "de", "Das ist Professor. |Lange.", None),
    (abbreviation.amount_goes_on, "de", "Es dauert 2 Std. |30 Min.", JOIN),
    (abbreviation.amount_goes_on, "de", "bei min. |20 °C", JOIN),
    (abbreviation.amount_goes_on, "uk", "за ч. 2 ст. |105 КК", JOIN),
    (abbreviation.amount_goes_on, "de", "Es sind 5 Mio. |2003 waren es mehr.", None),
    (abbreviation.phrase_goes_on, "ru", "В 1990 г. |Москва росла.", JOIN),
    (abbreviation.phrase_goes_on, "ru", "Это было в 1990 г. |Москва росла.", None),
    (abbreviation.abbreviated_ending, "de", "mit Chefinsp. |Moser", JOIN),
    (abbreviation.abbreviated_ending, "de", "mit dem Chefinsp. |Der kam.", SPLIT),
    (abbreviation.abbreviated_ending, "de", "mit dem Chefkoch. |Moser", None),
    (abbreviation.no_vowel, "de", "Das ist Hptm. |Huber.", JOIN),
    (abbreviation.no_vowel, "de", "Das ist ein Hptm. |Der kam gestern.", SPLIT),
    (abbreviation.no_vowel, "de", "Das ist die CSU. |Huber kam.", None),
    (abbreviation.no_vowel, "de", "Das sind 50 dB. |Huber kam.", None),
    (abbreviation.unit_before_capital, "de", "Es sind 5 Mio. |Euro.", JOIN),
    (abbreviation.unit_before_capital, "de", "Es sind 5 Mio. |Das ist viel.", SPLIT),
    (abbreviation.unit_before_capital, "de", "Es sind 5 Millionen. |Das ist viel.", None),
    (abbreviation.unit_after_number, "ru", "Это было в 2008 г. |Москва росла.", SPLIT),
    (abbreviation.unit_after_number, "ru", "Это было в XIX в. |Москва росла.", SPLIT),
    (abbreviation.unit_after_number, "uk", "Зібрали 5 млн т. |Це", SPLIT),
    (abbreviation.unit_after_number, "ru", "Скорость 100 Мбит/с. |Омск", SPLIT),
    (abbreviation.unit_after_number, "ru", "Это было в г. |Москве", JOIN),
    (abbreviation.unit_after_number, "ru", "Это было в 2008 году. |Москва росла.", None),
    (abbreviation.often_final, "de", "Äpfel usw. |Hamburg isst gesund.", SPLIT),
    (abbreviation.often_final, "de", "Äpfel. |Hamburg isst gesund.", None),
    (abbreviation.street_and_number, "de", "in der Hauptstr. |9", JOIN),
    (abbreviation.street_and_number, "de", "in der Hauptstr. |Hamburg", None),
]


@pytest.mark.parametrize(
    ("rule", "lang", "marked", "expected"),
    [pytest.param(*case, id=f"{case[0].__name__}: {case[2]}") for case in CASES],
)
def test_a_rule_speaks_where_its_docstring_says(rule: Rule, lang: str, marked: str, expected: Decision | None) -> None:
    assert opinion(rule, lang, marked) is expected


def test_every_rule_of_every_table_has_a_case_for_and_a_case_against() -> None:
    spoken = {(rule.__name__, expected is None) for rule, _, _, expected in CASES}
    needed = {(rule.__name__, silent) for lang in LANGUAGES for rule in table(lang) for silent in (True, False)}
    assert needed <= spoken


def test_every_rule_shows_an_example() -> None:
    docs = {rule.__name__: rule.__doc__ or "" for lang in LANGUAGES for rule in table(lang)}
    assert [name for name, doc in docs.items() if "Joins: " not in doc and "Splits: " not in doc] == []
