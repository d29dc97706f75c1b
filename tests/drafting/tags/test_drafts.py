"""Articles and catalogues with tags, drafted by real packages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import risk_of
from l10n.drafting import linking
from l10n.engines.argos.demo.builder import build_package
from l10n.model import Catalogue, Draft, Entry
from tests.conftest import Run

Drafts = Mapping[str, Mapping[str, Draft]]
ENGLISH = {
    "Das": "The",
    "das": "the",
    "Haus": "house",
    "ist": "is",
    "sehr": "very",
    "alt": "old",
    "Siehe": "See",
    "Seite": "page",
    "die": "the",
    "Bild": "picture",
    "von": "by",
    "Nutzen Sie": "Use",
    "Wichtig": "Important",
    "Dorf": "village",
    "im Dorf": "in town",
    "viel größer": "much bigger",
    "als man denkt": "than one thinks",
    "und": "",
    "Hund": "dog",
    "sieht": "sees",
}
RUSSIAN = {"The": "Этот", "the": "этот", "house": "дом", "is": "очень", "old": "старый", "page": "страница", "by": "от"}
RUSSIAN |= {"dog": "пёс", "sees": "видит"}


@pytest.fixture(scope="module")
def tag_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    build_package(folder, "de", "en", ENGLISH)
    build_package(folder, "en", "ru", RUSSIAN)
    return folder


def drafted(run: Run, project: Path, packages: Path, text: str, lang: str = "en") -> list[Entry]:
    (project / "text.md").write_text(text, "utf-8")
    run("draft", "text.md", "--packages", packages, "--to", lang)
    return [
        entry for entry in po.read(project / "locales" / lang / "LC_MESSAGES" / "text.po").entries if not entry.obsolete
    ]


@pytest.mark.parametrize(
    ("text", "draft", "rungs"),
    [
        pytest.param("Das **Haus** ist alt.", "The **house** is old.", "tags:span", id="span"),
        pytest.param("Siehe das Haus von **Anna**.", "See the house by **Anna**.", "tags:same-words", id="same words"),
        pytest.param("Nutzen Sie [`f()`](a.md).", "Use [`f()`](a.md).", "", id="a link around code"),
        pytest.param("Das Haus\\* ist alt.", "The house\\* is old.", "", id="an escape"),
        pytest.param(
            'Siehe [die Seite](a.md "Das Bild").', 'See [the page](a.md "The picture").', "tags:span", id="title"
        ),
        pytest.param("Siehe ![Das Bild](x.png)!", "See ![The picture](x.png)!", "", id="a picture"),
        pytest.param("![Das Bild](x.png)", "![The picture](x.png)", "", id="nothing but a picture"),
        pytest.param("**Wichtig**: das Haus.", "**Important**: the house.", "tags:span", id="a beginning"),
        pytest.param("5 < 6 & [a] *", "5 < 6 & \\[a\\] \\*", "", id="no words"),
        pytest.param("Das Haus **im** Dorf.", "The house in town. **…**", "tags:end", id="no place"),
        pytest.param(
            "Das Haus ist alt **und viel größer als** man denkt, von Anna.",
            "The house is old **much bigger als** man denkt, by Anna.",
            "tags:parts",
            id="parts",
        ),
    ],
)
def test_the_tags_of_an_article_are_in_its_drafts(
    run: Run, project: Path, tag_packages: Path, text: str, draft: str, rungs: str
) -> None:
    (entry,) = drafted(run, project, tag_packages, text)
    assert entry.msgid == text
    assert entry.msgstr == draft
    assert (f"repaired={rungs} " if rungs else " s=") in entry.comments[-1]
    assert "tags:" in rungs or "tags:" not in entry.comments[-1]


def test_a_tag_without_a_place_is_named_and_has_the_highest_risk(run: Run, project: Path, tag_packages: Path) -> None:
    (entry,) = drafted(run, project, tag_packages, "Das Haus [im](a.md) Dorf.")
    assert entry.msgstr == "The house in town.[](a.md)"
    assert entry.comments[0] == "l10n-lost: [im](a.md) ¶"
    assert risk_of(entry) == 1.0


def test_tags_pass_two_packages(run: Run, project: Path, tag_packages: Path) -> None:
    (entry,) = drafted(run, project, tag_packages, "Das **Haus** ist `alt` von ![Bild](x.png) Anna.", "ru")
    assert entry.msgstr == "Этот **дом** очень `alt` от ![Picture](x.png) Anna."
    assert entry.comments[0] == "l10n-pivot: The house is `alt` by ![Bild](x.png) Anna. ¶"


def test_drafts_start_from_the_accepted_english_once(run: Run, project: Path, tag_packages: Path) -> None:
    text = "Das *sehr* **Haus** von `f`."
    drafted(run, project, tag_packages, text)
    (entry,) = drafted(run, project, tag_packages, text, "ru")
    assert entry.comments[0] == "l10n-pivot: The very house by `f`. ¶"
    english = project / "locales/en/LC_MESSAGES/text.po"
    accepted = replace(po.read(english).entries[0].accepted(), msgstr="The **page** by `f` is *old*.")
    po.write(english, replace(po.read(english), entries=(accepted,)))
    (entry,) = drafted(run, project, tag_packages, text, "ru")
    assert entry.comments[0] == "l10n-pivot: The **page** by `f` is *old*. ¶"
    assert "argos reviewed+en-ru-1.0" in entry.comments[-1]
    assert entry.msgstr == "Этот **страница** от `f` очень *старый*."
    before = (project / "locales/ru/LC_MESSAGES/text.po").read_bytes()
    drafted(run, project, tag_packages, text, "ru")
    assert (project / "locales/ru/LC_MESSAGES/text.po").read_bytes() == before


def test_english_accepted_as_the_machine_wrote_it_changes_nothing(run: Run, project: Path, tag_packages: Path) -> None:
    text = "Das **Haus** ist alt."
    drafted(run, project, tag_packages, text)
    before = drafted(run, project, tag_packages, text, "ru")
    english = project / "locales/en/LC_MESSAGES/text.po"
    po.write(english, replace(po.read(english), entries=(po.read(english).entries[0].accepted(),)))
    assert drafted(run, project, tag_packages, text, "ru") == before


def test_the_tags_of_html_are_in_its_drafts(run: Run, project: Path, tag_packages: Path) -> None:
    (project / "text.html").write_text(
        '<p>Siehe <a href="a">die <b>Seite</b></a> von <a href="b">Anna</a>. Das Haus ist <i>5</i> &lt; 6 alt.<br></p>',
        "utf-8",
    )
    run("draft", "text.html", "--packages", tag_packages, "--to", "en")
    first, second = po.read(project / "locales/en/LC_MESSAGES/text.po").entries
    assert first.msgstr == "See <a1>the <b>page</b></a1> by <a2>Anna</a2>."
    assert second.msgstr == "The house is <i>5</i> < 6 old."


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        pytest.param(
            "Das *Hund* sieht das Hund.", "The *dog* sees the dog.", "Этот *пёс* видит этот пёс.", id="the first"
        ),
        pytest.param(
            "Das Hund sieht das [Hund](a).", "The dog sees the [dog](a).", "Этот пёс видит этот [пёс](a).", id="a link"
        ),
        pytest.param(
            "Das *Hund* sieht das **Hund** und Anna.",
            "The *dog* sees the **dog** Anna.",
            "Этот *пёс* видит этот **пёс** Anna.",
            id="both",
        ),
        pytest.param(
            "Das Hund von `f()` sieht ![x](y) das *Hund*.",
            "The dog by `f()` sees ![x](y) the *dog*.",
            "Этот пёс от `f()` видит ![x](y) этот *пёс*.",
            id="beside code",
        ),
    ],
)
def test_the_decoder_says_which_of_equal_words_a_tag_belongs_to(
    run: Run, project: Path, tag_packages: Path, text: str, english: str, russian: str
) -> None:
    for language, draft in (("en", english), ("ru", russian)):
        (entry,) = drafted(run, project, tag_packages, text, language)
        assert entry.msgstr == draft
        assert "repaired=tags:attention " in entry.comments[-1]
        assert 0 < (risk_of(entry) or 0) < 1


def test_no_links_are_asked_for_where_there_is_no_tie(
    run: Run, project: Path, tag_packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    original = linking.links

    def links(drafts: Drafts, *more: Any) -> Iterator[Any]:
        asked.extend(text for texts in drafts.values() for text in texts)
        return original(drafts, *more)

    monkeypatch.setattr("l10n.drafting.run.links", links)
    drafted(run, project, tag_packages, "Das **Haus** ist alt.\n\nDas Hund sieht *das Hund im* Dorf.\n")
    assert asked == []
    drafted(run, project, tag_packages, "Das **Haus** ist alt.\n\nDas Hund sieht das **Hund**.\n")
    assert asked == ["Das Hund sieht das Hund."]


def test_an_engine_without_links_leaves_a_tie_as_it_is(
    run: Run, project: Path, words_engine: list[tuple[str, str]]
) -> None:
    folder = project / "words"
    folder.mkdir()
    (folder / "de-en.words").write_text("das the\nHund dog\nsieht sees\n", "utf-8")
    (entry,) = drafted(run, project, folder, "Das *Hund* sieht das Hund.")
    assert entry.msgstr == "The dog sees the dog. *…*"
    assert "repaired=tags:end " in entry.comments[-1]
    assert [text for _, text in words_engine] == ["Das Hund sieht das Hund.", "Hund", "Hund."], "each once"


def test_a_package_that_broke_since_is_named_and_what_it_made_is_kept(
    run: Run, project: Path, tag_packages: Path, tmp_path: Path
) -> None:
    packages = shutil.copytree(tag_packages, tmp_path / "copies")
    text = "Das *Hund* sieht das Hund.\n\nDas Haus.\n"
    drafted(run, project, packages, text)
    shutil.rmtree(project / "locales")
    (packages / "translate-de_en-1_0/model/model.bin").write_bytes(b"nonsense")
    done = run("draft", "text.md", "--packages", packages, "--to", "en", code=3)
    assert "translate-de_en-1_0: broken package" in done.stderr
    tied, other = po.read(project / "locales/en/LC_MESSAGES/text.po").entries
    assert (tied.msgstr, other.msgstr) == ("The dog sees the dog. *…*", "The house.")


def test_a_tie_in_what_the_memory_has_stays_one(run: Run, project: Path, tag_packages: Path) -> None:
    memory(run, project, {"Das Hund sieht das Hund.": "A dog sees a dog."})
    (entry,) = drafted(run, project, tag_packages, "Das *Hund* sieht das Hund.")
    assert entry.msgstr == "A dog sees a dog. *…*"


def test_a_repaired_text_is_not_linked_by_what_it_was(run: Run, project: Path, tag_packages: Path) -> None:
    """The words of the draft are not those that the package writes, so nobody knows which became which."""
    (entry,) = drafted(run, project, tag_packages, "DAS *HUND* SIEHT DAS HUND.")
    assert "sentence-case" in entry.comments[-1]
    assert "tags:attention" not in entry.comments[-1]


def catalogue(path: Path, *entries: Entry) -> Path:
    po.write(path, Catalogue((("Language", "en"), ("X-Source-Language", "de")), entries))
    return path


def test_catalogues_of_documents_that_are_not_ours_take_the_same_way(
    run: Run, project: Path, tag_packages: Path
) -> None:
    path = catalogue(
        project / "en.po",
        Entry("Das **Haus** ist `alt`.", references=("guide.md:3",)),
        Entry("Das **Haus** ist alt.", references=("main.c:3",)),
        Entry('Das <a href="x">Haus</a> ist alt.', references=("page.html",)),
        Entry("Das <b>Haus</b> ist %s.", flags=("c-format",), references=("page.html",)),
        Entry("%d **Haus**", msgid_plural="%d **Haus**", msgstr_plural=("", ""), references=("guide.md:4",)),
    )
    run("draft", "--po", path, "--packages", tag_packages)
    first, second, *templates, _ = po.read(path).entries
    assert first.msgstr == "The **house** is `alt`."
    assert "tags:span" in first.comments[-1]
    assert second.msgstr == "The **house** is old."
    assert "tags:" not in second.comments[-1]
    assert [entry.msgstr for entry in templates] == [
        'The <a href="x">house</a> is old.',
        "The <b>house</b> is %s.",
    ]
    assert not any("tags:" in entry.comments[-1] for entry in templates)


def memory(run: Run, project: Path, texts: Mapping[str, str], reference: str = "old.md:1") -> None:
    entries = (Entry(text, translation, references=(reference,)) for text, translation in texts.items())
    path = catalogue(project / "old.po", *entries)
    run("memory", "learn", path)


@pytest.mark.parametrize(
    ("known", "text", "draft", "rung"),
    [
        pytest.param(("Das **Haus**!", "A **house**!"), "Das **Haus**!", "A **house**!", "", id="the same tags"),
        pytest.param(
            ("Das Haus von Anna!", "Anna's place!"),
            "Das Haus von **Anna**!",
            "**Anna's** place!",
            "same-words",
            id="words alone",
        ),
        pytest.param(
            ("Das Haus von Anna!", "Anna's house!"),
            "Das **Haus** von Anna!",
            "Anna's **house**!",
            "span",
            id="a span of the memory's text",
        ),
    ],
)
def test_the_memory_is_asked_for_the_words(
    run: Run, project: Path, tag_packages: Path, known: tuple[str, str], text: str, draft: str, rung: str
) -> None:
    memory(run, project, dict([known]))
    (entry,) = drafted(run, project, tag_packages, text)
    assert entry.msgstr == draft
    assert entry.comments[-1].startswith("l10n-tm: 100% human")
    assert (f"repaired=tags:{rung}" in entry.comments[-1]) is bool(rung)
