"""Texts become the segments a reader would make of them: `|` stands where a new segment begins."""

import pytest

from l10n.errors import L10nError
from l10n.segmentation import spans, split

GERMAN = [
    pytest.param("Sie kam am 9. Mai. |Der Zug hatte Verspätung.", id="a date"),
    pytest.param("Am 3. und 4. Oktober 1990. |Am 24. 12. 2024 kam sie. |Am 24.12. |Danach nicht.", id="dates"),
    pytest.param("Der 1. FC Adlerhof spielt in der 3. Liga. |Er ist Dritter.", id="ordinals"),
    pytest.param("Der Kurs stieg auf 40. |Das freut alle.", id="a number at the end"),
    pytest.param("Das Werk ist alt. |2003 wurde es saniert.", id="a number at the start"),
    pytest.param("38 Gäste kamen. |12 blieben.", id="counts at the start"),
    pytest.param("1. Der Anfang. |2. Das Ende.", id="list numbers"),
    pytest.param("Siehe Kap. 3. |Danach Kap. 4.", id="a chapter at the end"),
    pytest.param("Das gilt z. B. für Köln, z.B. Bonn, d. h. Städte. |Ja.", id="spaced and unspaced z. B."),
    pytest.param("Das gilt z.\u00a0B. für Köln, z.\u202fB. Bonn. |Ja.", id="no-break spaces in z. B."),
    pytest.param("Dr. med. Huber und Prof. Lange kamen. |Hr. Kurz auch.", id="titles"),
    pytest.param("Das kostet 5 Mio. Euro. |Das sind 3 Mrd. |Die Stadt zahlt 1,4 Bio. $.", id="amounts"),
    pytest.param("Er zahlte in den U.S.A. |Der Verein e. V. |Die U.S. Army kam.", id="dotted abbreviations"),
    pytest.param("Äpfel, Birnen usw. |Hamburg isst gesund.", id="usw. at the end"),
    pytest.param("Um 17.45 Uhr. |Danach um 8.15 Uhr.", id="times"),
    pytest.param("Er nutzt Version 3.11. |Sie nutzt 3.12.", id="versions"),
    pytest.param("Mehr auf www.beispiel.de. |Fragen an rat@beispiel.de. |Danke!", id="web and mail addresses"),
    pytest.param("Die Datei brief.neu.txt fehlt. |Wo ist sie?", id="file names"),
    pytest.param("„Warum?“, fragte er. |„Darum!“ |Sie lachte.", id="quotations and attribution"),
    pytest.param("„Wann?“ fragte er. |»Bald.« |Er ging.", id="attribution without a comma"),
    pytest.param("Sie sagte: „Ich komme. |Und zwar bald.“ |Dann ging sie.", id="sentences within quotes"),
    pytest.param("Er nannte es „Unsinn“. |Offiziell schwieg er.", id="full stop after the quotes"),
    pytest.param('Er sagte: "Ja." |Sie sagte: "Nein."', id="straight quotes"),
    pytest.param("Er kam (wie immer!) zu spät. |(Das war klar.) |Dann ging er.", id="brackets"),
    pytest.param("Wirklich ...? |Ja … |Na gut. |Er kam ... nicht.", id="ellipses"),
    pytest.param("… und dann kam er. |… Und blieb.", id="leading ellipses"),
    pytest.param("Was?! |Nein!! |Doch.", id="repeated marks"),
    pytest.param("Super! 😀 |Danke dir. :) |Gern!", id="smileys end the segment before"),
    pytest.param("Er wurde 1950 geboren.[4] |Später zog er um.¹ |Dort blieb er.", id="footnotes"),
    pytest.param("Er ging. |– Das war gestern. |– Wirklich?", id="dashes"),
    pytest.param("Nur eins: Der Trick hilft kaum. |Schluss; aus.", id="no break at a colon or semicolon"),
    pytest.param("WARUM DAS DORF LEER STEHT. |DIE GRÜNDE. |So ist es.", id="capitals"),
    pytest.param("Sie kauften iPads. |iPhones waren aus.", id="brands with a small letter"),
    pytest.param("Jetzt gilt Plan B. |Niemand lacht. |J. S. Bach schon.", id="letters and initials"),
    pytest.param("Ludwig XIV. |Er war König. |Im XX. Jahrhundert nicht.", id="Roman numerals"),
    pytest.param("Sie trat zurück. |(dpa)", id="an agency"),
    pytest.param("Die Fa. Huber baut. |Auch Oberstlt. Meier und Dipl.-Volksw. Sander kamen.", id="titles, firms"),
    pytest.param("Siehe BGBl. I S. 5, ABl. L 119 Unterabs. 1 und Gesetzbl. 1923. |Mehr nicht.", id="official gazettes"),
    pytest.param("1a. Die Frist. |12b. Die Form.", id="list numbers with letters"),
    pytest.param("Das folgt aus Art. 6 Abs. 1 lit. b. |Die Frist ist um.", id="point of a law"),
    pytest.param("Einleitung ......... 5", id="page of a chapter"),
    pytest.param("Die Univ.-Ass. Moser und ao. Prof. Kern, eidg. dipl. Lehrer. |Auch da.", id="degrees"),
    pytest.param("Anna Moser, M.A. |Sie lehrt. |Im Bundesmin. Wien nicht.", id="degrees after names, ministries"),
    pytest.param("Auf ist Mo.–Fr. 8–12 Uhr. |Sonst nicht.", id="a range of days"),
    pytest.param("Bei D\u00adr. Kern. |Da\u00adnach im 3. Jahr\u00adhun\u00addert.", id="soft hyphens"),
    pytest.param("Das Schreiben trägt die lfd. Nummer 12. |Es fehlt.", id="lfd."),
    pytest.param("Sand, Kies u. dgl. Material liegt da. |Er kauft Holz u. dgl. |Nägel hat er.", id="u. dgl."),
    pytest.param("Die Bank zahlt 3 % p. a. Zinsen. |Der Kredit kostet 4 % p. a. |Kunden klagen sehr.", id="p. a."),
    pytest.param("Gelagert wird bei min. 20 °C. |Die Fahrt dauert 2 Std. 15 Min. |Danach ist Pause.", id="min."),
    pytest.param("Man nehme 1 Pr. Salz, 2 Pck. Zucker und 1 Msp. Zimt. |Alles mischen.", id="recipes"),
    pytest.param("Die Kirche (erb. 1890, ren. 2005) steht leer. |Frau Kern (verw. Holl) erbte.", id="dates of lives"),
    pytest.param("Huber, Karl: Das Dorf. 3. erw. Aufl., Köln 2001. |Das Buch ist rar.", id="editions"),
    pytest.param("Sie nimmt 2 Tbl. Ramipril und Amp. Heparin. |Mehr nicht.", id="medicines"),
    pytest.param(
        "Das Plakat „Wer sind wir? Was wollen wir?“ hängt im Flur. |Es ist bunt.", id="quoted sentences within"
    ),
    pytest.param('Das Motto "Global denken. Lokal handeln." gefällt ihr. |Er lacht.', id="within straight quotes"),
    pytest.param(
        "Drei Punkte bleiben. |a) Wer zahlt? |b) Wer baut? |Laut Art. a) Satz 2 niemand.", id="letters that count"
    ),
    pytest.param("Es gibt a) die Zahlung, b) den Tausch. |Wir halten fest: (a) Er gilt. |(b) Sie reicht.", id="(a)"),
    pytest.param("So steht es ebd. |Weitere Belege fehlen. |Vgl. ebd. Kapitel 3.", id="ebd."),
    pytest.param("Unterschrieben hat der Leiter i. V. |Der Brief ging. |Es sprach i. V. Frau Holl.", id="i. V."),
    pytest.param(
        "Die Feier ist am 12. |Karten gibt es hier. |Die Feier ist am 12. Tag der Reise.", id="ordinals at the end"
    ),
    pytest.param("Ein Text ohne Punkt", id="no final mark"),
    pytest.param("Ein Satz.\r\n|Noch einer.\n\n|Und einer.", id="line breaks are white space"),
    pytest.param("Ein Satz.\u200b |Noch einer.\u2028|Und einer.", id="invisible characters and U+2028"),
]
ENGLISH = [
    pytest.param("Mr. Smith lives in the U.S. |He left at 5 p.m. |Then nothing.", id="ends before starters"),
    pytest.param("The U.S. Army met J. K. Miller of Apple Inc. in Ohio, e.g. Dayton. |Yes.", id="goes on"),
    pytest.param("“Why?” she asked. |“Because.” |He left.", id="quotations"),
    pytest.param("No. 5 is alive. |He said no. |See Fig. 3. |It was World War II. |Germany lost.", id="numbers"),
    pytest.param("He said no. |A man called. |She likes art. |I do not.", id="a word before A and I"),
    pytest.param("At 8 p.m. |Rain fell. |At 9 p.m. Eastern time it stopped.", id="times"),
    pytest.param("It was I. |Plan B. |Nobody knows.", id="letters"),
]
RUSSIAN = [
    pytest.param(
        "А. С. Пушкин родился в 1799 г. в Москве. |Он умер в 1837 г. |Москва скорбела. |В 1838 г. Москва росла.",
        id="years",
    ),
    pytest.param("Яблоки, груши и т. д. |Москва росла, т. е. строилась.", id="т. д. and т. е."),
    pytest.param("Он жил в г. Москве на ул. Ленина. |Там 5 тыс. домов.", id="places"),
    pytest.param("«Привет!» — сказал он. |— Да. |— Нет! |— Почему?", id="dialogue"),
    pytest.param("Автор — Иванов А. С. |Он родился в Омске. |Это я. |Потом ты.", id="initials"),
    pytest.param("Пётр (род. 5 мая 1950 г.) жив. |См. рис. 3. |Всё.", id="notes"),
    pytest.param("Согласно ст. 212 УК и ч. 2 ст. 105 это так. |Суд согласен.", id="articles"),
    pytest.param("Город основан в 300 г. до н. э. |Раскопки идут. |Он из г. Тверь.", id="eras and towns"),
    pytest.param("Слова «Пришёл. Увидел.» знают все. |а) Ждать. |б) Идти.", id="quoted sentences, letters"),
    pytest.param("1. Первый пункт. |2. Второй пункт.", id="list numbers"),
]
UKRAINIAN = [
    pytest.param(
        "І. Я. Франко народився у 1856 р. в Нагуєвичах. |Помер у 1916 р. |Львів сумував. |У 1917 р. Львів ріс.",
        id="years",
    ),
    pytest.param("Яблука, груші і т. д. |Київ ріс, див. мал. 5.", id="т. д. and мал."),
    pytest.param("Він живе в м. Київ на вул. Саксаганського. |Щасливим він не є. |Проте живе.", id="places"),
    pytest.param("Згідно зі ст. 212 КК і ч. 2 ст. 105 це так. |Це було в XII ст. |Русь гинула.", id="articles"),
    pytest.param("1. |Затвердити план. |2. |Виконати план.", id="list numbers are segments"),
    pytest.param("«Чому?» |— «Тому!» |— «Ясно.»", id="dialogue in quotes"),
]
AZERBAIJANI = [
    pytest.param("Prof. Ə. Quliyev gəldi. |Mayın 9-da getdi. |Saat 15.30-da qayıtdı.", id="titles and dates"),
    pytest.param("Alma, nar və s. gətirib. |Dəyəri 5 mln. manatdır.", id="abbreviations"),
    pytest.param("Bu, b. e. ə. III əsrdə olub. |Şəhər e. ə. 300-cü ildə salınıb.", id="eras"),
    pytest.param("“Gəl!” – dedi. |O gəldi... |Bu kim idi? |– Bəli.", id="speech"),
]
TEXTS = {"de": GERMAN, "en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN, "az": AZERBAIJANI}
ALL = [pytest.param(lang, *case.values, id=f"{lang}: {case.id}") for lang, cases in TEXTS.items() for case in cases]


@pytest.mark.parametrize(("lang", "marked"), ALL)
def test_a_text_is_split_where_a_reader_would(lang: str, marked: str) -> None:
    assert split(marked.replace("|", ""), lang) == marked.split("|")


@pytest.mark.parametrize(("lang", "marked"), ALL)
def test_spans_are_the_segments_without_the_white_space_around(lang: str, marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in spans(text, lang)] == [part.strip() for part in marked.split("|")]


def test_an_empty_text_has_no_segment() -> None:
    assert split("", "de") == []
    assert spans("", "de") == []


def test_white_space_alone_is_a_segment_without_a_span() -> None:
    assert split(" \u00a0\r\n", "de") == [" \u00a0\r\n"]
    assert spans(" \u00a0\r\n", "de") == []


def test_white_space_belongs_to_the_segment_before_and_at_the_start_to_the_first() -> None:
    assert split("  Ja.  Nein. \n", "de") == ["  Ja.  ", "Nein. \n"]
    assert spans("  Ja.  Nein. \n", "de") == [(2, 5), (7, 12)]


def test_an_unknown_language_is_an_error_that_says_where_the_known_ones_are() -> None:
    with pytest.raises(L10nError, match="unknown language 'xx'") as caught:
        split("Ja.", "xx")
    assert caught.value.hint == "all languages: l10n languages"


def test_lines_are_paragraphs() -> None:
    assert split("Titel ohne Punkt\r\nEr kam. Sie ging\r\n\r\nEnde", "de") == [
        "Titel ohne Punkt\r\n",
        "Er kam. ",
        "Sie ging\r\n\r\n",
        "Ende",
    ]


def test_the_lines_of_a_hard_wrapped_text_are_joined() -> None:
    paragraph = (
        "Das Haus steht am Rand der kleinen Stadt, und niemand weiß,\n"
        "wem es heute noch gehört, seit der letzte Bewohner es ohne\n"
        "ein Wort verlassen hat. Die Nachbarn schweigen darüber, und\n"
        "auch im Rathaus gibt niemand Auskunft.\n"
    )
    first, second = split(paragraph, "de")
    assert first.startswith("Das Haus")
    assert first.endswith("verlassen hat. ")
    assert second == "Die Nachbarn schweigen darüber, und\nauch im Rathaus gibt niemand Auskunft.\n"
    assert len(split(f"{paragraph}\n{paragraph}", "de")) == 4
