"""Every check proves the Bad and Good lines of its own docstring."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from l10n import checks
from l10n.catalogue.po.syntax import faults
from l10n.checks import CatalogueView, DocExample, Hit, MultilingualSegment
from l10n.glossary import Glossary, Term
from l10n.model import Entry, State
from l10n.pairs.pair import Pair
from l10n.text.display import Room
from tests.checks import whole

GLOSSARY = Glossary(
    (
        Term({"de": ("Kreml",), "en": ("Kremlin",), "ru": ("Кремль",), "uk": ("Кремль",), "az": ("Kreml",)}),
        Term({"de": ("Kyjiw", "Kiew"), "en": ("Kyiv",), "uk": ("Київ",)}, forbidden={"en": ("Kiev",)}),
        Term({"de": ("Internationaler Strafgerichtshof",), "ru": ("Международный уголовный суд",)}),
    )
)

WORDS = frozenset(["the", "old", "house", "burnt", "in", "with", "and", "das", "Das", "alte", "Haus", "brannte"])

ROOM = re.compile(r" \[(\d+\.\d) s, (\d+) lines?\]")
"""How an example says what the comment of an entry says."""

EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}-{'good' if example.good else 'bad'}")
    for name in checks.checks()
    for number, example in enumerate(checks.examples(name), 1)
]


def hits(name: str, example: DocExample) -> list[Hit]:
    """What the check finds in the example."""
    check = checks.checks()[name]
    if check.pair:
        ((source, target),) = example.entries
        languages = example.source_language, example.languages[0]
        shown = ROOM.search(source)
        room = Room(float(shown[1]), int(shown[2])) if shown else None
        source = ROOM.sub("", source)
        pair = Pair(source, target, *languages, glossary=GLOSSARY, knows=WORDS.__contains__, room=room)
        return list(check.pair(pair))
    if check.languages:
        (texts,) = example.entries
        segment = MultilingualSegment(
            texts[0], example.source_language, dict(zip(example.languages, texts[1:], strict=True))
        )
        return [hit for _, hit in check.languages(segment)]
    return whole.hits(check, _catalogue(name, example))


def _catalogue(name: str, example: DocExample) -> CatalogueView:
    lang = example.languages[0]
    if name == "syntax":
        ((text,),) = example.entries
        return CatalogueView((), (), (), (), lang, example.source_language, faults=faults(text.encode(), name))
    header: tuple[tuple[str, str], ...] = (("Language", lang),)
    entries = (
        [replace(_entry(texts), line=line) for line, texts in enumerate(example.entries, 1)] if name != "header" else []
    )
    if name == "header":
        lines = example.entries[0][0].splitlines()
        header = tuple((field, value) for field, _, value in (line.partition(": ") for line in lines))
    marks = {"!": State.UNREAD, "~": State.OUTDATED_UNREAD}
    states = [marks.get(texts[0][:1], State.TRANSLATED) for texts in example.entries]
    current, obsolete = ([entry for entry in entries if entry.obsolete is old] for old in (False, True))
    longest = 5 if name == "long-sentences" else 0
    return CatalogueView(
        header, (), current, states[: len(current)], lang, example.source_language, obsolete=obsolete, longest=longest
    )


def _entry(texts: tuple[str, ...]) -> Entry:
    """`one / many | form / form` is a plural entry, `#~ …` an obsolete one."""
    source, target = texts
    if source.startswith("#~ "):
        return Entry(source.removeprefix("#~ "), target, obsolete=True)
    if " / " not in source:
        return Entry(source.lstrip("!~"), target)
    one, many = source.split(" / ")
    return Entry(one, msgid_plural=many, msgstr_plural=tuple(part.strip() for part in target.split("/")))


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_check_finds_its_bad_examples_and_nothing_in_the_good_ones(name: str, example: DocExample) -> None:
    found = hits(name, example)
    assert not found if example.good else found, found


@pytest.mark.parametrize("name", checks.checks())
def test_every_check_has_good_and_bad_examples_and_says_what_to_do(name: str) -> None:
    examples = list(checks.examples(name))
    assert any(example.good for example in examples)
    assert any(not example.good for example in examples)
    rule = checks.checks()[name].rule
    assert rule.title
    assert rule.help
    assert "Bad" not in rule.help
