"""Links by name in messages, which have no definitions: `[Lua]` is one if a document of ours has it.

Its translation `[Луа]` would lead nowhere: it becomes `[Луа][Lua]`, as in our texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

_NAMED = re.compile(r"\]\[(?P<label>[^\[\]\\]+)\]")
_SHORT = re.compile(r"(?<![\]\\!])\[(?P<text>[^\[\]\\^][^\[\]\\]*)\](?:\[\]|(?![\[(:]))")
"""`[Lua]` and `[Lua][]`, but neither footnotes nor definitions."""
_FOOTNOTE = re.compile(r"\[(\^[^\[\]\s]+)\](?!:)")


def folded(label: str) -> str:
    """The label as it is compared: CommonMark takes no notice of case and white space."""
    return " ".join(label.split()).casefold()


def labels(texts: Iterable[str]) -> frozenset[str]:
    """What our texts refer to, folded."""
    return frozenset(folded(label) for text in texts for label in _NAMED.findall(text))


def written_out(source: str, target: str, known: Collection[str]) -> tuple[str, str]:
    """Both texts with the known references written out: `[Lua][Lua]`, `[Луа][Lua]`.

    In the translation these are the ones by the same name, and for the others, in their order, whatever else is in
    brackets there and not in the source; where that is not clear, the translation stays as it is.
    """
    theirs, others = _SHORT.findall(source), _SHORT.findall(target)
    names = [name for name in theirs if folded(name) in known]
    wanted = _without(names, others)
    new = _without(others, theirs)
    renamed = dict(zip(new, wanted, strict=False))
    clear = len(new) == len(wanted) and [renamed[name] for name in new] == wanted
    leads = {name: name for name in names} | (renamed if clear else {})
    return _replaced(source, leads), _replaced(target, leads)


def _without(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """The names in their order, without as many of each as there are among the others."""
    left = Counter(others)
    kept = []
    for name in names:
        left[name] -= 1
        if left[name] < 0:
            kept.append(name)
    return kept


def defining(text: str, known: Collection[str]) -> Iterator[str]:
    """Lines that define all references and footnotes of a text, so that it can be read as a file of its own."""
    labels = dict.fromkeys((*_NAMED.findall(text), *_FOOTNOTE.findall(text)))
    return (f"[{label}]: x\n\n" for label in labels if folded(label) in known or label.startswith("^"))


def _replaced(text: str, leads: dict[str, str]) -> str:
    def long(match: re.Match[str]) -> str:
        name = leads.get(match["text"])
        return match[0] if name is None else f"[{match['text']}][{name}]"

    return _SHORT.sub(long, text)
