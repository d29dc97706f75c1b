"""What the checks of markup, letters and headers must leave alone, and how grave they are, beyond their examples."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from l10n.checks import CatalogueView, Hit, checks
from l10n.model import Entry, State
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from tests.checks import whole


def hits(name: str, source: str, target: str, lang: str = "en", flags: tuple[str, ...] = ()) -> list[Hit]:
    check = checks()[name].pair
    assert check
    return list(check(Pair(source, target, "de", lang, flags)))


def catalogue(*entries: Entry, lang: str = "en", path: str = "", **header: str) -> CatalogueView:
    fields = (
        ("Language", lang),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("X-Source-Language", "de"),
        *header.items(),
    )
    return CatalogueView(fields, (), entries, [State.TRANSLATED] * len(entries), lang, "de", path)


def found(name: str, where: CatalogueView) -> list[Hit]:
    return whole.hits(checks()[name], where)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ein Exemplar; sie", "a copy; she"),
        ("Der Stier; die Kuh", "The bull; the cow"),
        ("eins<BR>zwei", "one<br/>two"),
        ("eins<br />zwei", "one<br/>two"),
        ('<a href="x" class="y">eins</a>', '<A class="y" href="z">one</A>'),
        ("<p>eins<p>zwei", "<p>one<p>two"),
        ("<!-- <b> -->eins", "one<!-- <b> -->"),
    ],
)
def test_equal_markup_is_no_fault(source: str, target: str) -> None:
    assert hits("tags", source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<b>x</b>", "</b>x<b>"),
        ("<b>x</b> <i>y</i>", "<b>x<i> y</b></i>"),
        ('<a class="x">eins</a>', '<a class="y">one</a>'),
        ('<a class="x">eins</a>', '<a class="x>one</a>'),
        ("<x/>eins", "<x>one"),
    ],
)
def test_markup_that_means_something_else_is_one(source: str, target: str) -> None:
    assert hits("tags", source, target)


@pytest.mark.parametrize(
    ("flags", "source", "target", "count"),
    [
        (("c-format",), "Signal %d (%s) von %s", "%3$s прислал сигнал %1$d (%2$s)", 0),
        (("c-format",), "%s: %m, 100 %% von %s", "%2$s: %m, 100 %% от %1$s", 0),
        (("c-format",), "%1$s %2$s", "%s %s", 0),
        (("c-format",), "%s %d", "%1$d %2$s", 4),
        (("python-format",), "%s %s", "%1$s %2$s", 3),
        (("c-format",), "%s %s", "%s", 1),
        (("c-format",), "%d of %s", "%'d из %s", 0),
        (("c-format",), "%d of %5d", "%2$'5d из %1$Id", 0),
        (("c-format",), "%d of %s", "%'s из %s", 1),
        (("c-format",), "%d of %s", "%s из %'d", 1),
    ],
)
def test_placeholders_may_get_numbers(flags: tuple[str, ...], source: str, target: str, count: int) -> None:
    assert len(hits("placeholders", source, target, "ru", flags)) == count


@pytest.mark.parametrize("text", [r"см. \fIфайл\fP", r"\fBфайл\fR", r"\f(CWфайл\fP", "%BФайл%b", "S<файл>"])
def test_marks_of_other_programs_are_no_letters_of_a_word(text: str) -> None:
    assert hits("mixed-script", "See %Bthe%b file", text, "ru") == []


@pytest.mark.parametrize("text", [r"\fIфaйл\fP", r"\fP Iфайл", "IФайл"])
def test_letters_of_a_word_are_told_beside_marks(text: str) -> None:
    assert len(hits("mixed-script", "See the file", text, "ru")) == 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [(r'Всё из "*?\" не нужно.', True), (r'Всё из "*? не нужно.', False), (r'Всё из \"а\" и "б не нужно.', False)],
)
def test_a_backslash_may_be_the_last_of_a_quotation(text: str, whole: bool) -> None:
    told = [hit for hit in hits("quotes", r"All of '*?\' is left out.", text, "ru") if "never" in hit.message]
    assert (not told) == whole


@pytest.mark.parametrize("text", ["I мировая война", "в I веке", "Удалить (y/N)?", "[y]es", "Гепатит B и C", "COMIX"])
def test_latin_letters_that_are_meant_are_left(text: str) -> None:
    assert hits("homoglyphs", "Text", text, "ru") == []


def test_no_repair_puts_a_letter_that_the_language_lacks() -> None:
    assert hits("homoglyphs", "Text", "кот i пёс", "ru") == []
    assert [hit.edits for hit in hits("homoglyphs", "Text", "кіт i пес", "uk")] == [((4, 5, "і"),)]


@pytest.mark.parametrize(
    "text",
    ["Bu telefon daha ucuzdur.", "Avtomatik tamamlama aktivdir.", "Bunlar burada qalacaq.", "Yeni fayl yarat"],
)
def test_azerbaijani_that_happens_to_need_none_of_its_letters_is_a_note_at_most(text: str) -> None:
    assert all(hit.severity is Severity.INFO for hit in hits("language", "Text", text, "az"))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Server tarafindan qebul edilmedi ve silindi", Severity.ERROR),
        ("Fayl server tarafindan silindi", Severity.WARNING),
    ],
)
def test_azerbaijani_without_its_letters(text: str, severity: Severity) -> None:
    assert [hit.severity for hit in hits("language", "Text", text, "az")] == [severity]


def test_a_word_may_differ_by_context_and_a_sentence_hardly() -> None:
    word = found("consistency", catalogue(Entry("Öffnen", "Open", "menu"), Entry("Öffnen", "Opening", "title")))
    long = "Die Datei öffnen"
    sentence = found("consistency", catalogue(Entry(long, "Open the file", "a"), Entry(long, "Opening it", "b")))
    assert [hit.severity for hit in word] == [Severity.INFO]
    assert [hit.severity for hit in sentence] == [None]


@pytest.mark.parametrize(
    ("lang", "path", "faults"),
    [("ru", "en", 1), ("ru", "ru", 0), ("pt_BR", "pt", 0), ("pt_BR", "pt_BR", 0), ("ru", "", 0)],
)
def test_header_and_path_agree(lang: str, path: str, faults: int) -> None:
    assert len(found("header", catalogue(lang=lang, path=path))) == faults


def test_the_number_of_plural_forms_is_the_headers() -> None:
    entry = Entry("%d Datei", msgid_plural="%d Dateien", msgstr_plural=("%d файл",))
    own = catalogue(entry, lang="ru", **{"Plural-Forms": "nplurals=2; plural=(n != 1);"})
    assert [hit.message for hit in found("plural-forms", own)] == ["1 plural form, the header has 2"]
    known = found("plural-forms", catalogue(entry, lang="ru"))
    assert [hit.message for hit in known] == ["1 plural form, the language has 3"]


@pytest.mark.parametrize(
    ("forms", "empty", "severity"),
    [
        ("nplurals=4; plural=(n%10==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);", 3, Severity.INFO),
        ("nplurals=4; plural=(n%10==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);", 2, None),
        ("nplurals=4; plural=(n==1 ? 0 : n==0 ? 1 : n%1000000==0 ? 3 : 2);", 3, None),
        ("nplurals=4;", 3, None),
        ("nplurals=4; plural=n/0;", 3, None),
    ],
)
def test_a_form_that_no_number_takes_may_be_empty(forms: str, empty: int, severity: Severity | None) -> None:
    texts = tuple("" if form == empty else "%d x" for form in range(4))
    own = catalogue(Entry("%d a", msgid_plural="%d b", msgstr_plural=texts), lang="ru", **{"Plural-Forms": forms})
    hits = [hit for hit in found("plural-forms", own) if "empty" in hit.message]
    assert [(hit.message, hit.severity) for hit in hits] == [(f"plural form {empty} is empty", severity)]


def test_gettext_for_elixir_needs_no_header_to_know_the_forms() -> None:
    entry = Entry("%d a", msgid_plural="%d b", msgstr_plural=("%d x",) * 3)
    told = {
        flags: next(
            hit.severity
            for hit in found("header", catalogue(replace(entry, flags=flags), lang="ru"))
            if "entries" in hit.message
        )
        for flags in ((), ("elixir-format",))
    }
    assert told == {(): Severity.ERROR, ("elixir-format",): Severity.WARNING}


@pytest.mark.parametrize("name", ["plural-forms", "header"])
def test_a_number_of_forms_that_python_does_not_read_is_only_wrong(name: str) -> None:
    entry = Entry("Datei", msgid_plural="Dateien", msgstr_plural=("file", "files"))
    assert found(name, catalogue(entry, **{"Plural-Forms": f"nplurals={'9' * 5000}; plural=0;"}))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "&apt-get;",
            "&dpkg.name; &foo_bar;",
            "<b>%s</b> – %s",
            "{0} px x {1} px",
            "%d dpi",
            "%d kB/s",
            "1280 px × 800 px",
        ),
        *(
            "README.md",
            "foo.c, bar.c",
            "/etc/passwd",
            r"C:\Program Files\foo",
            "foo_bar",
            "-v, --verbose",
            "org.gnome.Foo",
        ),
        *("https://example.org/foo (%s)", "%(name)s <foo@example.org>", ":count", "$name: %name%", "…"),
        "<citerefentry><refentrytitle>&apt-get;</refentrytitle><manvolnum>8</manvolnum></citerefentry>",
    ],
)
def test_what_nobody_translates_is_no_copy(text: str) -> None:
    assert hits("same-as-source", text, text, "ru") == []


@pytest.mark.parametrize("text", ["öffne %s", "%d open files", "/etc/passwd is read", "Se_ttings of the file"])
def test_words_beside_it_are_a_copy(text: str) -> None:
    assert len(hits("same-as-source", text, text, "ru")) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Haus %dcm", "дом %dcm"),
        ("Haus {n}px x %-5.2fmm", "дом {n}px x %-5.2fmm"),
        ("Haus @name", "дом @name"),
        ("Haus :count", "дом :count"),
        ("Haus $name und %name%", "дом $name и %name%"),
    ],
)
def test_units_and_variables_are_no_words_left_over(source: str, target: str) -> None:
    assert hits("source-left", source, target, "ru") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<!-- Kommentar -->Haus", "<!-- comment -->house"),
        ("<!-- <b>alt</b> --><i>Haus</i>", "<i>house</i>"),
        ("Haus", "<!-- sic -->house"),
    ],
)
def test_comments_in_xml_are_the_translators(source: str, target: str) -> None:
    assert hits("tags", source, target) == []
    assert len(hits("tags", source.replace("Haus", "<b>Haus</b>"), target)) == 1


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("get <Datei> [<Ziel>]", "get <файл> [<каталог назначения>]", 0),
        ("get <Datei> <b>jetzt</b>", "get <файл> <b>сейчас</b>", 0),
        ("get <Datei> <b>jetzt</b>", "get <файл> сейчас", 1),
        ("get <Datei>", "get файл", 1),
        ("get <Datei> <Ziel>", "get <файл>", 1),
        ("<b>Haus</b>", "<в>дом</в>", 1),
        ("Haus<br>", "дом<бр>", 1),
        ("Haus<p>Tür", "дом<п>дверь", 1),
        ("Haus <a href='x'>", "дом <ссылка>", 1),
    ],
)
def test_names_of_arguments_are_translated(source: str, target: str, count: int) -> None:
    assert len(hits("tags", source, target, "ru")) == count


def test_comments_without_an_end_take_no_time() -> None:
    started = time.monotonic()
    assert not hits("tags", "<!--" * 20_000, "<!--" * 20_000 + " x")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("target", ["100 %s\u0301", "<b>a\u0301</b> {u\u0301}", "%(name)s\u0301"])
def test_an_accent_after_a_placeholder_is_no_letter_in_two_pieces(target: str) -> None:
    """Put together with the accent, the placeholder would be gone."""
    flags = ("c-format",) if "%s" in target else ("python-format", "python-brace-format")
    for hit in hits("normal-form", "100 %s <b>a</b> {u}", target, flags=flags):
        assert all(target[start:end] == "a\u0301" for start, end, _ in hit.edits)
