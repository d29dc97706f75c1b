"""Changed and lost addresses, hashtags and mentions; and what only one of four languages lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.numbers import number_lost, values
from tests.seeding.texts import lost, one_of, put

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'()\[\]]*[\w/]")
_EMAIL = re.compile(r"(?<![\w:])[\w.+-]+@[\w.-]+\w")
_HASHTAG = re.compile(r"(?<![\w/(&])#(?=[^\W\d])\w+")
_MENTION = re.compile(r"(?<![\w/.])@\w[\w.]*\w")
_NAME = re.compile(r"(?<![\w@#./’-])[A-Za-zÀ-ž]{3,}(?![\w@./’-]*[\w@/])")


def _known(pattern: re.Pattern[str], material: Material) -> list[re.Match[str]]:
    """What the translation took over from the source."""
    return [match for match in pattern.finditer(material.target) if match[0] in material.source]


def _slips(text: str) -> Iterator[str]:
    """A letter lost, or two exchanged, behind the first letters of a name."""
    for match in re.finditer(r"(?<=[a-z]{2})[a-z]{2}", text):
        yield text[: match.start()] + text[match.start() + 1 :]
        yield text[: match.start()] + match[0][::-1] + text[match.end() :]


def _other_domain(text: str) -> Iterator[str]:
    for old, new in ((".org", ".com"), (".com", ".de"), (".net", ".org"), (".de", ".com")):
        if re.search(re.escape(old) + r"\b", text):
            yield text.replace(old, new, 1)


def _changed_urls(url: str) -> Iterator[str]:
    scheme, slashes, rest = url.rpartition("://")
    yield from (scheme + slashes + slip for slip in _slips(rest))
    yield from _other_domain(url)
    if "/" in rest:
        yield url[: url.rindex("/")]
        yield url.replace("/", "/ ").replace(":/ / ", "://")


def _url_changed(material: Material, rng: Random) -> str | None:
    urls = _known(_URL, material)
    options = [put(match, new) for match in urls for new in _changed_urls(match[0]) if new not in material.source]
    short = [put(match, match[0][: match[0].rindex("/")]) for match in urls if match[0].count("/") > 2]
    return one_of(rng, [*options, *short])


def _url_lost(material: Material, rng: Random) -> str | None:
    """A link's address is no text: it is lost with the link."""
    loose = [match for match in _known(_URL, material) if not material.target[: match.start()].endswith(("](", "("))]
    return one_of(rng, [lost(match) for match in loose])


def _email_changed(material: Material, rng: Random) -> str | None:
    options = [
        put(match, new)
        for match in _known(_EMAIL, material)
        for new in (*_slips(match[0]), *_other_domain(match[0]), match[0].replace("@", " @ "))
        if new not in material.source
    ]
    return one_of(rng, options)


def _tag_lost(pattern: re.Pattern[str], material: Material, rng: Random) -> str | None:
    """Without its sign, or altogether."""
    if not pattern.search(material.source):
        return None
    matches = list(pattern.finditer(material.target))
    return one_of(rng, [text for match in matches for text in (put(match, match[0][1:]), lost(match))])


def _hashtag_lost(material: Material, rng: Random) -> str | None:
    return _tag_lost(_HASHTAG, material, rng)


def _mention_lost(material: Material, rng: Random) -> str | None:
    return _tag_lost(_MENTION, material, rng)


def _beside(material: Material) -> list[tuple[str, str]]:
    """The other translations with their languages; three of them, or there is nothing to agree with."""
    others = [(code, text) for code, text in sorted(material.targets.items()) if code != material.language]
    return others if len(others) > 2 else []


def _number_in_one_lost(material: Material, rng: Random) -> str | None:
    spoiled, others = number_lost(material, rng), _beside(material)
    if spoiled is None or not others:
        return None
    gone = set(values(material.target, material.language)) - set(values(spoiled, material.language))
    return spoiled if gone and all(gone <= set(values(text, code)) for code, text in others) else None


def _in_one_lost(pattern: re.Pattern[str], material: Material, rng: Random) -> str | None:
    others = _beside(material)
    options = [match for match in _known(pattern, material) if all(match[0] in text for _, text in others)]
    named = [match for match in options if not match[0].islower() or pattern is not _NAME]
    return one_of(rng, [lost(match) for match in named]) if others else None


def _url_in_one_lost(material: Material, rng: Random) -> str | None:
    return _in_one_lost(_URL, material, rng)


def _name_in_one_lost(material: Material, rng: Random) -> str | None:
    return _in_one_lost(_NAME, material, rng)


KINDS = (
    kind("url-changed", "addresses", _url_changed),
    kind("url-lost", "addresses", _url_lost),
    kind("email-changed", "addresses", _email_changed),
    kind("hashtag-lost", "hashtags", _hashtag_lost),
    kind("mention-lost", "hashtags", _mention_lost),
    kind("number-in-one-language-lost", "agreement numbers", _number_in_one_lost, together=True),
    kind("url-in-one-language-lost", "agreement addresses", _url_in_one_lost, together=True),
    kind("name-in-one-language-lost", "agreement", _name_in_one_lost, together=True),
)
