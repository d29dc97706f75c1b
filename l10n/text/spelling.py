"""Which words the Hunspell dictionary of a language has: read by Spylls, Hunspell in Python, an optional extra.

To read a dictionary takes seconds, so it is read when somebody asks for a word, and no word is looked up twice.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from l10n.errors import L10nError
from l10n.languages.cldr import region

SYSTEM = Path("/usr/share/hunspell")
"""Where Debian's packages put dictionaries: hunspell-de-de, hunspell-uk."""
LONGEST = 40
"""Letters of a word that is looked up: a longer one may be made of words in very many ways."""
_WORDS = 1 << 17
"""Words that are kept; an article has a few thousand."""

Knows = Callable[[str], bool]
"""Whether the dictionary has a word, in any of its forms."""


def check_ready(folder: Path) -> None:
    """Raise L10nError if Spylls is not installed, or the folder of the dictionaries is none."""
    if find_spec("spylls") is None:
        raise L10nError("the check spelling needs Spylls", "pip install 'spylls>=0.1.7,<0.2'")
    if not folder.is_dir():
        hint = 'install dictionaries, as Debian\'s hunspell-de-de, or set: [tool.l10n.check] dictionaries = "…"'
        raise L10nError(f"{folder}: no such folder of dictionaries", hint)


@cache
def dictionary(folder: Path, lang: str) -> Path | None:
    """The `.aff` file of a language beside a `.dic` file: its own, or that of the country with most of its speakers."""
    code = lang.replace("-", "_")
    names = [code, f"{code}_{region(code)}"]
    names += sorted(path.stem for path in folder.glob(f"{code}[_-]*.aff"))
    paths = (folder / f"{name}.aff" for name in names)
    return next((path for path in paths if path.is_file() and path.with_suffix(".dic").is_file()), None)


@cache
def knows(path: Path) -> Knows:
    """The words of the dictionary with this `.aff` file. What it returns raises L10nError if that cannot be read."""

    @lru_cache(_WORDS)
    def known(word: str) -> bool:
        return len(word) > LONGEST or _lookup(path)(word)

    return known


@cache
def _lookup(path: Path) -> Knows:
    try:
        return _read(path)
    except Exception as error:  # the file may be anything, and Spylls says nothing of what it raises
        hint = "put a Hunspell dictionary there, .aff and .dic, or take the files away"
        raise L10nError(f"{path}: not a dictionary that can be read: {error!r}", hint) from None


def _read(path: Path) -> Knows:
    """Spylls, left alone, leaves it to Python to close the files."""
    from spylls.hunspell import Dictionary
    from spylls.hunspell.readers import FileReader, read_aff, read_dic

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        affixes = FileReader(str(path))
        try:
            aff, context = read_aff(affixes)
        finally:
            affixes.io.close()
        words = FileReader(str(path.with_suffix(".dic")), context.encoding)
        try:
            dic = read_dic(words, aff=aff, context=context)
        finally:
            words.io.close()
    lookup: Knows = Dictionary(aff, dic).lookup
    return lookup
