"""Broken software strings: placeholders, ICU messages, HTML, Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import lost, one_of, put

_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?(?:\d+\$)?(?:\.\d)?[sdf](?!\w)|\{\w*(?::[^{}\s]*)?\}")
_NAMES = {
    "name": {"ru": "имя", "uk": "ім’я", "az": "ad"},
    "count": {"ru": "количество", "uk": "кількість", "az": "say"},
    "sender": {"ru": "отправитель", "uk": "відправник", "az": "göndərən"},
    "account": {"ru": "счет", "uk": "рахунок", "az": "hesab"},
    "user": {"ru": "пользователь", "uk": "користувач", "az": "istifadəçi"},
    "date": {"ru": "дата", "uk": "дата", "az": "tarix"},
    "file": {"ru": "файл", "uk": "файл", "az": "fayl"},
    "limit": {"ru": "предел", "uk": "межа", "az": "hədd"},
    "city": {"ru": "город", "uk": "місто", "az": "şəhər"},
    "code": {"ru": "код", "uk": "код", "az": "kod"},
    "error": {"ru": "ошибка", "uk": "помилка", "az": "xəta"},
    "price": {"ru": "цена", "uk": "ціна", "az": "qiymət"},
}
_KEYWORDS = {
    "plural": {"ru": "множественное", "uk": "множина", "az": "cəm"},
    "select": {"ru": "выбор", "uk": "вибір", "az": "seçim"},
    "one": {"ru": "один", "uk": "один", "az": "bir"},
    "few": {"ru": "несколько", "uk": "кілька", "az": "bir neçə"},
    "many": {"ru": "много", "uk": "багато", "az": "çox"},
    "other": {"ru": "другие", "uk": "інші", "az": "digər"},
    "male": {"ru": "мужской", "uk": "чоловіча", "az": "kişi"},
    "female": {"ru": "женский", "uk": "жіноча", "az": "qadın"},
}
_ICU = re.compile(r"\{\w+, (?:plural|select|selectordinal),(?:[^{}]|\{[^{}]*\})*\}")


def _placeholders(material: Material) -> list[re.Match[str]]:
    """Those that the source has, too; what stands within an ICU message is none."""
    text = material.target
    if _ICU.search(text):
        return []
    return [match for match in _PLACEHOLDER.finditer(text) if match[0] in material.source]


def _differing(material: Material, rng: Random, texts: Iterator[str]) -> str | None:
    good = Counter(_PLACEHOLDER.findall(material.target))
    return one_of(rng, [text for text in texts if Counter(_PLACEHOLDER.findall(text)) != good])


def _lost(material: Material, rng: Random) -> str | None:
    return one_of(rng, [lost(match) for match in _placeholders(material)])


def _changes(placeholder: str) -> Iterator[str]:
    """What people type, and decoders write, in place of a placeholder."""
    inner = placeholder.strip("{}%")
    if placeholder == "%s":
        yield from ("%d", "%", "% s")
    elif placeholder == "%d":
        yield from ("%s", "d%", "% d")
    elif placeholder.startswith("%("):
        yield from (placeholder[:-1], placeholder.replace("(", "").replace(")", ""), placeholder.replace(")", ") "))
    elif "$" in placeholder:
        yield from (placeholder.replace("$", ""), "%9" + placeholder[2:], placeholder.replace("%", "% "))
    elif placeholder.startswith("%"):
        yield from (placeholder.replace(".", ","), placeholder[:-1])
    elif inner.isdigit():
        yield from ("{9}", f"({inner})", "{" + inner)
    else:
        yield from (
            f"({inner})",
            "{" + inner,
            "{ " + inner + " }",
            "{" + inner.capitalize() + "}",
            "{" + inner[:-1] + "}",
        )


def _changed(material: Material, rng: Random) -> str | None:
    matches = _placeholders(material)
    return _differing(material, rng, (put(match, new) for match in matches for new in _changes(match[0])))


def _translated(material: Material, rng: Random) -> str | None:
    def texts() -> Iterator[str]:
        for match in _placeholders(material):
            name = re.search(r"[a-z]\w+", match[0])
            if name and name[0] in _NAMES:
                yield put(match, match[0].replace(name[0], _NAMES[name[0]][material.language]))

    return _differing(material, rng, texts())


def _keyword(material: Material, rng: Random) -> str | None:
    """Within a message a keyword stands before a brace or between commas."""
    options = [
        put(message, put(word, _KEYWORDS[word[0]][material.language]))
        for message in _ICU.finditer(material.target)
        for word in re.finditer(r"(?<=, )\w+(?=,)|\w+(?= \{)", message[0])
        if word[0] in _KEYWORDS
    ]
    return one_of(rng, options)


def _icu_broken(material: Material, rng: Random) -> str | None:
    """A brace lost, the argument called by another name, or the branch for all other cases gone."""
    options = []
    for message in _ICU.finditer(material.target):
        name = message[0][1 : message[0].index(",")]
        options += [put(message, message[0][:-1]), put(message, message[0].replace(name, f"{name}s", 1))]
        if other := re.search(r" other \{[^{}]*\}", message[0]):
            options.append(put(message, put(other, "")))
    return one_of(rng, options)


def _placeholder_first(material: Material, rng: Random) -> str | None:
    """An engine takes the text around a placeholder apart, and puts that first."""
    source, target = (list(_PLACEHOLDER.finditer(text)) for text in (material.source, material.target))
    if len(source) != 1 or len(target) != 1 or not re.search(r"[^\W\d_]", material.source[: source[0].start()]):
        return None
    return f"{target[0][0]} {lost(target[0])}" if target[0].start() and material.target[0].isupper() else None


KINDS = (
    kind("placeholder-first", "placeholders", _placeholder_first),
    kind("placeholder-lost", "placeholders", _lost),
    kind("placeholder-changed", "placeholders", _changed),
    kind("placeholder-translated", "placeholders", _translated, "ru uk az"),
    kind("icu-keyword-translated", "placeholders", _keyword, "ru uk az"),
    kind("icu-message-broken", "placeholders", _icu_broken),
)
