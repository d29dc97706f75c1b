"""How a model for several languages is told which: by a token, of which its vocabulary shows the form.

OPUS-MT `>>rus<<` and MADLAD `<2ru>` stand before the text and name the language to translate into; M2M `__ru__` and
NLLB `rus_Cyrl` stand before text and translation and name the language of each. A model of one pair has none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from l10n.engines.decoding.coding import Frame
from l10n.languages.codes import tags

_BEFORE_TEXT = (">>{}<<", "<2{}>")
_BEFORE_BOTH = ("__{}__", "{}")
_FORMS = (*_BEFORE_TEXT, *_BEFORE_BOTH)
_TOKEN = re.compile(r">>\w+<<|<2\w+>|__\w+__|[a-z]{3}_[A-Z][a-z]{3}")


def frame(folder: Path, pieces: Collection[str], source: str, target: str, given: Mapping[str, str]) -> Frame:
    """What stands around texts and translations; `given` are tokens by language that people have named.

    ValueError if the model has tokens for languages and none for these, OSError if config.json cannot be read.
    """
    end = _end(folder)
    into = _token(pieces, target, given)
    if not into:
        return Frame(after=end)
    if into.startswith((">>", "<2")):
        return Frame((into,), end)
    return Frame((_token(pieces, source, given) or _missing(pieces, source),), end, (into,))


def _token(pieces: Collection[str], lang: str, given: Mapping[str, str]) -> str:
    """The token of this language; empty if the model has none for any."""
    if lang in given:
        return given[lang] if given[lang] in pieces else _missing(pieces, lang, given[lang])
    candidates = (form.format(name) for form in _FORMS for name in tags(lang) if form != "{}" or "_" in name)
    token = next((token for token in candidates if token in pieces), "")
    return token or (_missing(pieces, lang) if any(map(_TOKEN.fullmatch, pieces)) else "")


def _missing(pieces: Collection[str], lang: str, given: str = "") -> str:
    known = sorted(piece for piece in pieces if _TOKEN.fullmatch(piece))
    some = f"{', '.join(known[:3])} …" if known else "no token for a language"
    raise ValueError(
        f"its vocabulary has no {given or f'token for {lang}'}, but {some}; see 'tokens' in docs/engines.md"
    )


def _end(folder: Path) -> tuple[str, ...]:
    """What has to stand at the end of a text, unless CTranslate2 puts it there itself."""
    path = folder / "config.json"
    config = json.loads(path.read_text("utf-8-sig")) if path.exists() else {"add_source_eos": True}
    return () if config.get("add_source_eos") else (str(config.get("eos_token", "</s>")),)
