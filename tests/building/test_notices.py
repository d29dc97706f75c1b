"""What readers are told of machine text: in the words of their language, where they see it, and no longer than true."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.building.notices import Disclosure, disclosed
from l10n.building.selection import Rules
from l10n.building.settings import Threshold, read, threshold
from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.errors import L10nError
from l10n.languages import LANGUAGES
from l10n.model import Document, Draft, Entry, Leg
from tests.building.articles import translate
from tests.conftest import Run

RUSSIAN = LANGUAGES["ru"].notice
ARTICLES = {
    "a.txt": "Der Hund schläft.\r\n\r\nDas Haus ist alt.\r\n",
    "a.md": "---\ntitle: Der Hund\n---\n\nDer Hund schläft. Das Haus ist alt.\n",
    "b.md": "# Der Hund schläft.\n\nDas Haus ist alt.\n",
    "a.html": '<html lang="de"><head><title>Tier</title></head>\n<body>\n<p>Der Hund schläft. Das Haus ist alt.</p>\n'
    "</body></html>\n",
}
TEXTS = {
    "Der Hund": "Собака",
    "Der Hund schläft.": "Собака спит.",
    "Das Haus ist alt.": "Дом старый.",
    "Tier": "Животное",
}


def _mt(entry: Entry, text: str) -> Entry:
    return drafted(entry, Draft("argos", (Leg("de-ru-1.0", text, -0.5),)))


def _tm(entry: Entry, text: str) -> Entry:
    return drafted(entry, Draft("l10n-tm", (Leg("l10n-tm", text, 0.0),), match="100% human"))


Make = Callable[[Entry, str], Entry]
MACHINE: Mapping[str, Make] = {
    "draft": _mt,
    "edited draft": lambda entry, text: replace(_mt(entry, "Это"), msgstr=text),
    "outdated": lambda entry, text: replace(_mt(Entry("alt"), text), msgid=entry.msgid, msgctxt=entry.msgctxt),
    "outdated unread": lambda entry, text: replace(
        _mt(Entry("alt"), text), msgid=entry.msgid, msgctxt=entry.msgctxt
    ).accepted(),
    "accepted unread": lambda entry, text: _mt(entry, text).accepted(),
}
PEOPLE: Mapping[str, Make] = {
    "edited and accepted": lambda entry, text: replace(_mt(entry, "Это").accepted(), msgstr=text),
    "signed": lambda entry, text: sign(_mt(entry, text), "Anna", "2026-01-31"),
    "from the memory": _tm,
    "begun by hand": lambda entry, text: replace(entry, msgstr=text).as_fuzzy(),
}


def _project(run: Run, name: str, make: Make) -> Path:
    """The article's catalogue; all but one segment are people's."""
    Path(name).write_bytes(ARTICLES[name].encode())
    path = translate(run, name, TEXTS)
    catalogue = po.read(path)
    entries = (
        make(entry, entry.msgstr) if entry.msgid == "Das Haus ist alt." else entry for entry in catalogue.entries
    )
    po.write(path, replace(catalogue, entries=tuple(entries)))
    return path


def _build(run: Run, name: str, *options: str) -> tuple[str, str]:
    """The article, and what was told."""
    told = run("build", name, "--to", "ru", "--fallback", "draft", *options).stderr
    return Path("build", "ru", name).read_bytes().decode(), told


@pytest.mark.parametrize("make", MACHINE.values(), ids=MACHINE)
def test_machine_text_that_nobody_has_reviewed_is_told(run: Run, project: Path, make: Make) -> None:
    _project(run, "a.txt", make)
    head = "a.txt in Russian: machine text that nobody has reviewed in 1 of 2 segments"
    assert _build(run, "a.txt") == ("Собака спит.\r\n\r\nДом старый.\r\n", f"{head}; to tell readers so: --notice\n")
    assert _build(run, "a.txt", "--notice") == (f"{RUSSIAN}\r\n\r\nСобака спит.\r\n\r\nДом старый.\r\n", f"{head}\n")
    assert run("build", "a.txt", "--to", "ru", "--fallback", "source", "--quiet").stderr == ""


@pytest.mark.parametrize("make", PEOPLE.values(), ids=PEOPLE)
def test_what_people_have_written_accepted_or_signed_needs_no_notice(run: Run, project: Path, make: Make) -> None:
    _project(run, "a.txt", make)
    assert _build(run, "a.txt", "--notice") == ("Собака спит.\r\n\r\nДом старый.\r\n", "")


def test_a_draft_for_which_something_else_stands_is_not_told(run: Run, project: Path) -> None:
    _project(run, "a.txt", _mt)
    for fallback in ("source", "omit"):
        done = run("build", "a.txt", "--to", "ru", "--fallback", fallback, "--notice")
        assert done.stderr == ""
        assert RUSSIAN not in Path("build/ru/a.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_notice_goes_when_all_is_reviewed(run: Run, project: Path, name: str) -> None:
    path = _project(run, name, _mt)
    plain, _ = _build(run, name)
    noticed, _ = _build(run, name, "--notice")
    assert noticed.count(RUSSIAN) == (2 if name.endswith(".html") else 1)
    run("review", "approve", path, "--entries", "all", "--by", "Anna")
    assert _build(run, name, "--notice") == (plain, "")


@pytest.mark.parametrize("edition", ["html", "markdown"])
def test_a_bilingual_edition_says_it_first(run: Run, project: Path, edition: str) -> None:
    _project(run, "b.md", _mt)
    run("build", "b.md", "--to", "ru", "--fallback", "draft", "--notice", "--bilingual", edition)
    (path,) = Path("build", "ru").iterdir()
    text = path.read_text("utf-8").rpartition("</head>")[2]
    assert 0 <= text.index(RUSSIAN) < text.index("Собака")


def test_an_addition_at_the_start_stands_behind_the_notice(run: Run, project: Path) -> None:
    _project(run, "a.txt", _mt)
    Path("credits.txt").write_text("Перевод: Анна\n", "utf-8")
    Path("l10n.toml").write_text('[[additions]]\nfile = "credits.txt"\nwhere = "start"\n')
    built, _ = _build(run, "a.txt", "--notice")
    assert built.startswith(f"{RUSSIAN}\r\n\r\nПеревод: Анна\r\n\r\nСобака")


def test_a_second_run_writes_nothing_anew(run: Run, project: Path) -> None:
    _project(run, "a.html", _mt)
    for end in ("", ", up to date"):
        done = run("build", "a.html", "--to", "ru", "--fallback", "draft", "--notice")
        assert done.stdout == f"build/ru/a.html: 3 segments, 1 from drafts{end}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_that_is_known_in_full_has_words_of_its_own(language: str) -> None:
    others = {LANGUAGES[code].notice for code in LANGUAGES if code != language}
    assert LANGUAGES[language].notice not in {"", *others}
    data, disclosure = disclosed(b"a\n", "plain", language, notice=True)
    assert (data.decode(), disclosure) == (f"{LANGUAGES[language].notice}\n\na\n", Disclosure.WRITTEN)


def test_another_language_has_english_words_unless_the_settings_have_its_own() -> None:
    page = b"<body><p>a</p></body>"
    english, _ = disclosed(page, "html", "pt_BR", notice=True)
    assert f'lang="en" dir="ltr"><strong>{LANGUAGES["en"].notice}</strong>' in english.decode()
    own, _ = disclosed(page, "html", "pt_BR", notice="Tradução automática <sem revisão>")
    assert '<p class="machine-translation-notice" role="note" lang="pt-BR" dir="ltr">' in own.decode()
    assert "<strong>Tradução automática &lt;sem revisão&gt;</strong>" in own.decode()


def _rules(text: str, option: bool | None = None, lang: str = "ru") -> Rules:
    document = Document("legal/a", "legal/a.md", "plain", b"", "", ())
    stored = threshold(read(tomllib.loads(text), Path("l10n.toml")), document, lang)
    return Threshold(notice=option).over(stored).rules(mark=False)


@pytest.mark.parametrize(
    ("text", "option", "expected"),
    [
        ("", None, False),
        ("", True, True),
        ("notice = true", None, True),
        ("notice = true", False, False),
        ("notice = true\n[ru]\nnotice = false", None, False),
        ('notice = true\n["legal/*".ru]\nnotice = " Слова "', None, "Слова"),
        ('notice = "Слова"', True, "Слова"),
        ('notice = "Слова"\n["legal/*"]\nnotice = true', None, "Слова"),
        ("notice = false\n[uk]\nnotice = true", None, False),
    ],
)
def test_the_settings_say_where_a_notice_stands(text: str, option: bool | None, expected: bool | str) -> None:
    assert _rules(text, option) == Rules(notice=expected)


@pytest.mark.parametrize("value", ["1", '""', '" "', r'"a\nb"', '"a\\u2028b"', "[]"])
def test_words_that_are_none_are_named(value: str) -> None:
    with pytest.raises(L10nError, match=r"l10n\.toml: 'build\.notice' must be true, false, or the words") as error:
        _rules(f"notice = {value}")
    assert error.value.hint == "write: notice = true"
