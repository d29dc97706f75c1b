"""What translators of programs and manuals do on purpose, which is noted at most, and what is wrong all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks import checks
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Conventions, Pair

PAGES = "You choose something from the Export and Import pages when exporting or importing it."
PEOPLE = "Yesterday Olaf Schulte and Karin Behrens came here."
NOTED, WARNED, WRONG = Severity.INFO, Severity.WARNING, Severity.ERROR
SOFTWARE, DOCBOOK, REST = TextKind.SOFTWARE, TextKind.DOCBOOK, TextKind.REST


def severities(
    check: str, source: str, target: str, lang: str = "uk", kind: TextKind = SOFTWARE, flags: str = ""
) -> list[Severity]:
    function = checks()[check].pair
    assert function
    pair = Pair(source, target, "en", lang, flags.split(), Conventions(kind=kind))
    return [hit.severity or checks()[check].rule.severity for hit in function(pair)]


@pytest.mark.parametrize(
    ("lang", "source", "target", "severity"),
    [
        ("de", "A date, as “2007-06-26”.", "Ein Datum, etwa „2009-06-26“.", [NOTED]),
        ("ru", "like “in 1999”", "как «в 2003 году»", [NOTED]),
        ("de", "Choose “3 boats” here", "Hier „5 Boote“ wählen", [WARNED]),
        ("de", "It was built in 1999.", "Es wurde 2003 gebaut.", [WRONG]),
        ("de", "“It” was built in 1999, “so”", "„Es“ wurde 2003 „so“ gebaut", [WRONG]),
        ("ru", "It is 100% free of charge.", "Совершенно бесплатно.", [NOTED]),
        ("de", "It is 100 % sure.", "Das ist völlig sicher.", [NOTED]),
        ("de", "It is 90 % sure.", "Das ist ziemlich sicher.", [WARNED]),
        ("ru", "Round of 32", "1/16 финала", [NOTED]),
        ("ru", "Double octofinals", "1/16 финала", [NOTED]),
        ("ru", "Round of 32 boats", "Круг 33 лодок", [WRONG]),
        ("ru", "See the Boat Standard 3.0 here", "Стандарт лодок 3.0 (Boat Standard 3.0): здесь", [NOTED]),
        ("ru", "See the Boat Standard 3.0 here", "Стандарт 3.0 (лодки для 3.0): здесь", [WARNED]),
    ],
)
def test_numbers(lang: str, source: str, target: str, severity: list[Severity]) -> None:
    assert severities("numbers", source, target, lang) == severity


@pytest.mark.parametrize(
    ("source", "target", "flags", "severity"),
    [
        ("%d%% done", "виконано %d відсотків", "c-format", [NOTED]),
        ("%d%% done", "виконано %d", "c-format", [WARNED]),
        ("%d percent done", "виконано %d%%", "c-format", [NOTED]),
        ("%d%% of %s", "%d %s відсотків", "c-format", [NOTED]),
        ("%d%% done", "виконано %d% ", "c-format", [WRONG]),
        ("%d of %s", "%d відсотків", "c-format", [WRONG]),
        ("{a} boats", "{b} човнів", "", [WRONG]),
        ("%{a} has %{b}", "%{b} є в %{a}", "", []),
        ("%{a} has %{b}", "%{b} є в %{a}", "ruby-format", []),
        ("%<a>s has %<b>d", "%<b>d є в %<a>s", "ruby-format", []),
        ("%s has %d", "%d є в %s", "ruby-format", [WRONG]),
        ("%s has %<PRIu64>", "%<PRIu64> є в %s", "c-format", [WRONG]),
        ("{a} boats of {b}", "{c} човнів", "", [WRONG] * 3),
    ],
)
def test_placeholders(source: str, target: str, flags: str, severity: list[Severity]) -> None:
    assert severities("placeholders", source, target, flags=flags) == severity


@pytest.mark.parametrize(
    ("check", "source", "target", "severity"),
    [
        ("homoglyphs", "yes_key", "y", [NOTED]),
        ("homoglyphs", "and", "y них", [WRONG]),
        ("homoglyphs", "Julia y", "Y Жуліа", []),
        ("homoglyphs", "a house", "A будинок", [WRONG]),
        ("end-punctuation", "Open files, folders etc.", "Відкрити файли, теки (…)", []),
        ("end-punctuation", "The old file was not removed.", "Старий файл (…)", [WARNED]),
        ("end-punctuation", "Configuration files, etc...", "Файли налаштувань тощо", []),
        ("end-punctuation", "Choose one of the old files.", "Виберіть один зі старих файлів:", [NOTED]),
        ("end-punctuation", "configure the old mouse,", "налаштувати стару мишу;", [NOTED]),
        ("end-punctuation", "Names of old files", "імена старих файлів;", [NOTED]),
        ("end-punctuation", "Where is the old file now?", "Де зараз старий файл;", [WARNED]),
        ("ellipsis", "Press buttons etc... When you do so", "Натискайте кнопки тощо. Якщо так", [NOTED]),
        ("ellipsis", "Use Copy, Find..., or Close.", "Копіюйте, шукайте або закривайте.", [NOTED]),
        ("ellipsis", "They bite... Nobody knew it.", "Вони кусаються. Ніхто не знав.", [WARNED]),
        ("all-caps", "DVD+R dual layer", "DVD+R DL", []),
        ("all-caps", "Show the boat", "ПОКАЗАТИ ЧОВЕН", [WARNED]),
        ("all-caps", "<b>NOTE:</b> See the HTTP boats", "<b>ПРИМІТКА:</b> дивіться човни HTTP", []),
        ("all-caps", "See the boats here", "УВАГА: дивіться човни тут", [WARNED]),
        ("language", "CDs and DVDs", "CD/DVD", []),
        ("language", "CDs and DVDs", "Discs and others", [WARNED]),
        ("spaces", "audio;video;disc", "звук;відео;диск;", []),
        ("spaces", "sound, pictures; discs", "звук,зображення;диск", [WARNED]),
        ("end-punctuation", "audio;video;disc", "звук;відео;диск;", [NOTED]),
        ("punctuation", "See, for example:", "Дивіться, напр.:", []),
        ("punctuation", "See the boats:", "Дивіться човни.:", [WARNED]),
        ("punctuation", "See the boats.", "Дивіться човни.:", [WARNED]),
        ("punctuation", "for dom:a.example.org: so", "для dom:a.example.org:, так", []),
        ("names", PAGES, "Можна вибрати зі сторінок експорту й імпорту.", [NOTED]),
        ("names", PEOPLE, "Вчора сюди прийшли олаф шульте й карін беренс.", [WARNED]),
        ("units", "24h, 12m30s and 5m", "24 години, 12 хвилин 30 секунд і 5 хвилин", []),
        ("units", "a mast of 5m", "щогла за 5 хвилин", [WARNED]),
        ("same-as-source", "이경준 <boat@example.org>", "이경준 <boat@example.org>", []),
        ("same-as-source", "CREATE TABLE ...", "CREATE TABLE ...", [NOTED]),
        ("same-as-source", "THE OLD BOAT AND THE OLD TABLE", "THE OLD BOAT AND THE OLD TABLE", [WRONG]),
        ("repetition", "Options\\Preferences", "Налаштування\\Налаштування", []),
        ("repetition", "Options of boats", "Налаштування/Налаштування", [WRONG]),
        ("repetition", "They lie on top of each other here", "Вони лежать одне на одне на екрані", [WARNED]),
        ("repetition", "They lie on the screen", "Вони лежать на екрані на екрані", [WRONG]),
        (
            "source-left",
            'It says "User [$U] was not found." there',
            "Там сказано «User [$U] was not found.» тоді",
            [],
        ),
        (
            "source-left",
            "You get *The old boat - it doesn't have this 'name'* there",
            "Ви отримаєте *The old boat — it doesn't have this 'name'* тоді",
            [],
        ),
        ("source-left", "The old boat was there", "Там the old boat була", [WRONG]),
        (
            "source-left",
            "The scope: none - No users. some - Users of others. all - All users.",
            "Межі: none — жодного користувача; some — користувачі інших; all — усі.",
            [],
        ),
        ("mixed-script", "--user SEUSER", "--user SEКОРИСТУВАЧ", [NOTED]),
        ("mixed-script", "GROUP1,GROUPN", "ГРУПА1,ГРУПАN", [NOTED]),
        ("mixed-script", "HOST", "HОСТ", [WRONG]),
        ("mixed-script", "--user SEUSER", "--user SEкористувач", [WRONG]),
        ("quotes", "See Edit|Options|Boats", "Див. Зміни » Налаштування » Човни", []),
        ("quotes", "See the options", "Див. « Налаштування » й інше", []),
        ("quotes", "See the options", "Див. Налаштування» й інше", [WRONG]),
        ("addresses", "as in www.example.com", "як www.beispiel.com", [WARNED]),
        ("addresses", "e.g. http://my.proxy.com", "напр. http://mein.proxy.com", [NOTED]),
        ("punctuation", "Ground Track:", "Наземн. траект.:", []),
        ("addresses", "as user@boat.example", "як користувач@човен.приклад, anna@boot.beispiel", [NOTED, WARNED]),
        ("addresses", "https://example.com/Boats", "https://example.com/uk/Boats", [NOTED]),
        ("addresses", "https://boats.org/Boats", "https://boats.org/be/Boats", [WRONG]),
        (
            "addresses",
            "<a href='https://boats.org/?a=1&b=2'>x</a>",
            "<a href='https://boats.org/?a=1&amp;b=2'>x</a>",
            [],
        ),
        (
            "addresses",
            "<a href='https://boats.org/?a=1&b=2'>x</a>",
            "<a href='https://boats.org/?a=1&amp;b=3'>x</a>",
            [WRONG],
        ),
        ("tags", "<a href={url}>boat</a>", '<a href="{url}">човен</a>', []),
        ("tags", "<a class=x>boat</a>", '<a class="y">човен</a>', [WARNED]),
        ("tags", "<a id=x>boat</a>", '<a id="y">човен</a>', [WRONG]),
        ("addresses", "See https://boat.example.org/a now", "Див. https://reka.example.net/b тепер", [WARNED]),
        ("addresses", "See https://boat.test.io/a now", "Див. https://baot.test.io/a тепер", [WRONG]),
        ("numbers", "%c\t23 14:55\n%F\t2001-08\n\n\n\n", "%c\t16 21:05\n%F\t2011-02\n\n\n\n", [NOTED]),
        ("addresses", "e.g. somewhere.com", "напр. irgendwo.com", [NOTED]),
        ("addresses", "as in www.boats.org", "як www.ships.org", [WRONG]),
        ("language", "Subnet|Vlanid", "VLAN ID", []),
        ("language", "Subnet|Vlanid", "Vlan number", [WARNED]),
        ("markdown", "# of users", "Число користувачів", [NOTED]),
        ("markdown", "enabled `Templates`", "увімкнені «Шаблони»", [NOTED]),
        ("markdown", "enabled `Templates`", "увімкнені шаблони", [WARNED]),
        ("markdown", "** Never logged in**", "** Ніколи не входив **", []),
        ("markdown", "It is **never** so", "Це ** ніколи ** не так", [WARNED] * 2),
        ("punctuation", "for instance ! or *, so", "наприклад, ! або *, так", []),
        ("punctuation", "for instance so", "наприклад, ! так", [WARNED]),
        ("source-left", "#! /bin/sh # Look. if so; then exit 1 fi", "#! /bin/sh # Дивимося. if so; then exit 1 fi", []),
        ("spaces", "as host:port here", "як Host:Port тут", []),
        ("spaces", "as host or port here", "як Host:Port тут", [WARNED]),
        ("tags", "Relative<br />rotation", "Відносне\nобертання", [NOTED]),
        ("tags", "Relative<br />rotation", "Відносне обертання", [WRONG]),
        ("tags", "<p>It is new.<p>So it is.", "<p>Це нове.</p><p>Так.</p>", [NOTED] * 2),
        ("brackets", "It was `old` [a] (b)", "Це `старе [а] (б)", []),
        ("brackets", "⟨ Previous page", "( Попередня сторінка", []),
        ("brackets", "It was old [a] (b)", "Це старе [а (б)", [WRONG]),
        ("source-left", "Made with the boatlib here", "Зроблено з boatlib тут", [NOTED]),
        ("source-left", "Made with the storage here", "Зроблено зі storage тут", [WARNED]),
        ("punctuation", "Abs. mag: ", "Абс. зор.: ", []),
        ("addresses", "<https://example.org/a- b>`_", "<https://example.org/a-b>`_", []),
        ("addresses", "<https://example.org/a- b>`_", "<https://example.org/a- b>`_", []),
        ("addresses", "<https://example.org/en/a- b>`_", "<https://example.org/uk/a-b>`_", [NOTED]),
        ("addresses", "<https://example.org/a-b>`_", "<https://example.org/a- b>`_", [WRONG]),
    ],
)
def test_other_checks(check: str, source: str, target: str, severity: list[Severity]) -> None:
    assert severities(check, source, target) == severity


TRASH = "Get a file out of <guilabel>Trash</guilabel>: open <guilabel>Trash</guilabel>."


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("See the <quote>FORMAT</quote> section.", "Дивіться розділ «ФОРМАТ».", [NOTED]),
        ("See the <quote>FORMAT</quote> section.", "Дивіться розділ про формат.", [WARNED]),
        (TRASH, "Щоб дістати файл зі <guilabel>Смітника</guilabel>, відкрийте його.", [NOTED]),
        (TRASH, "Щоб дістати файл зі Смітника, відкрийте його.", [WARNED] * 2),
        ("A <guilabel>boat</guilabel> and a <guilabel>quay</guilabel>", "<guilabel>Човен</guilabel>", [WARNED]),
        ("It <b>is new.", "Це <b>нове</b>.", [NOTED]),
        ("It is new. <_:indexterm-1/>", "Це нове.", [WARNED]),
        ("<_:indexterm-1/> It is new.", "Це нове. <_:indexterm-1/>", []),
    ],
)
def test_tags_of_manuals(source: str, target: str, severity: list[Severity]) -> None:
    assert severities("tags", source, target, kind=DOCBOOK) == severity


def test_the_section_of_another_page_is_no_number() -> None:
    page = "<citerefentry><refentrytitle>boat</refentrytitle><manvolnum>2</manvolnum></citerefentry>"
    assert severities("numbers", "It is sent today.", f"Це надсилається сьогодні, див. {page}.") == [NOTED]
    assert severities("numbers", "It is sent today.", "Це надсилається сьогодні, див. 2.") == [WARNED]


def test_tags_of_manuals_have_no_length() -> None:
    entry = "<citerefentry><refentrytitle>boat{}</refentrytitle><manvolnum>8</manvolnum></citerefentry>"
    target = f"Не додавати човен до баз даних {entry.format('log')} і {entry.format('list')}."
    assert severities("length", "Do not add the boat to the log and list databases.", target, kind=DOCBOOK) == []
    assert WRONG in severities("length", "Do not add the boat to the log and list databases.", "Ні, не до них. " * 20)


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("Set :term:`the key` or use :term:`the key`.", "Встановіть :term:`ключ` або використайте його.", [NOTED]),
        ("Set :term:`the key` or use :term:`the lock`.", "Встановіть :term:`ключ`.", [WARNED]),
    ],
)
def test_marks_of_manuals(source: str, target: str, severity: list[Severity]) -> None:
    assert severities("rest", source, target, kind=REST) == severity


@given(st.text("ab ", max_size=9), st.text("ab ", max_size=9), st.text("аб\\/ .", max_size=9), st.sampled_from("\\|/"))
def test_two_fields_with_the_same_text_are_no_repetition(first: str, last: str, text: str, mark: str) -> None:
    label = f"Назва {text.strip()}"
    alone, both = (
        severities("repetition", "x", label),
        severities("repetition", f"x{first}{mark}{last}x", label + mark + label),
    )
    assert WRONG in alone or WRONG not in both
