"""Terms as TBX: TBX-Basic of version 3 (ISO 30042:2019, style DCA) or 2 (ISO 30042:2008), or TBX-Min as BYU has it.

TBX-Basic holds everything that a glossary has, see `l10n.glossary.tbx`. TBX-Min is for two languages, and has a note a
word and no other: what is lost is `lost_in_min`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from xml.sax.saxutils import escape

from l10n.errors import L10nError
from l10n.glossary.tbx import CASE, FIXED
from l10n.glossary.term import Term


class Dialect(StrEnum):
    """Which TBX is written."""

    BASIC = "basic"
    """TBX-Basic of version 3."""
    V2 = "v2"
    """TBX-Basic of version 2."""
    MIN = "min"
    """TBX-Min."""


NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All that production 2 of XML 1.0 leaves out."""
_BASIC = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{source}" xmlns="{namespace}">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>{name}, written by l10n</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
{entries}    </body>
  </text>
</tbx>
"""
_MARTIF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="{source}">
  <martifHeader>
    <fileDesc>
      <sourceDesc>
        <p>{name}, written by l10n</p>
      </sourceDesc>
    </fileDesc>
  </martifHeader>
  <text>
    <body>
{entries}    </body>
  </text>
</martif>
"""
_NAMES = {"langSec": "langSet", "termSec": "tig"}
"""Elements of version 3, and what version 2 calls them."""
_RENAMED = re.compile(r"(</?)(langSec|termSec)\b")
"""Their tags: texts have no `<`, it is escaped."""
_MIN = """\
<?xml version="1.0" encoding="UTF-8"?>
<TBX dialect="TBX-Min">
  <header>
    <id>{name}</id>
    <languages source="{source}" target="{target}"/>
  </header>
  <body>
{entries}  </body>
</TBX>
"""


def basic(terms: Iterable[Term], origin: Path, source: str) -> str:
    """A TBX-Basic file; L10nError that names the line of `origin` for a character that XML cannot have."""
    entries = (
        f'      <conceptEntry id="c{number}">\n{"".join(_basic(term, origin))}      </conceptEntry>\n'
        for number, term in enumerate(terms, 1)
    )
    name = _text(origin.name, str(origin))
    return _BASIC.format(source=source, namespace=NAMESPACE, name=name, entries="".join(entries))


def martif(terms: Iterable[Term], origin: Path, source: str) -> str:
    """The same in version 2, which Lokalize and other programs read; L10nError as `basic`."""
    entries = (
        f'      <termEntry id="c{number}">\n{"".join(map(_older, _basic(term, origin)))}      </termEntry>\n'
        for number, term in enumerate(terms, 1)
    )
    name = _text(origin.name, str(origin))
    return _MARTIF.format(source=source, name=name, entries="".join(entries))


def minimal(terms: Iterable[Term], origin: Path, source: str, target: str) -> str:
    """A TBX-Min file of two languages, with the terms that have words in one of them."""
    chosen = (term for term in terms if source in term.words or target in term.words)
    entries = (
        f'    <termEntry id="c{number}">\n{"".join(_minimal(term, origin, (source, target)))}    </termEntry>\n'
        for number, term in enumerate(chosen, 1)
    )
    name = _text(origin.name, str(origin))
    return _MIN.format(source=source, target=target, name=name, entries="".join(entries))


def lost_in_min(terms: Iterable[Term], source: str, target: str) -> Counter[str]:
    """What TBX-Min has no place for, and how often there is something of it."""
    lost: Counter[str] = Counter()
    for term in terms:
        others = (term.words.keys() | term.forbidden.keys()) - {source, target}
        lost.update(f"language {lang}" for lang in sorted(others))
        lost.update(["case: no"] * (not term.case) + ["do-not-translate"] * term.do_not_translate)
    return lost


def _basic(term: Term, origin: Path) -> Iterator[str]:
    location = f"{origin}:{term.line}"
    marks = [CASE] * (not term.case) + [FIXED] * term.do_not_translate
    for note in ([term.note] if term.note else []) + marks:
        yield f"        <note>{_text(note, location)}</note>\n"
    for lang in dict.fromkeys((*term.words, *term.forbidden)):
        yield f'        <langSec xml:lang="{lang}">\n'
        for word, status in _statuses(term, lang):
            yield f"          <termSec>\n            <term>{_text(word, location)}</term>\n"
            if status:
                yield f'            <termNote type="administrativeStatus">{status}Term-admn-sts</termNote>\n'
            yield "          </termSec>\n"
        yield "        </langSec>\n"


def _older(lines: str) -> str:
    """Version 3 as version 2: other names of the elements, texts have no tags."""
    return _RENAMED.sub(lambda match: match[1] + _NAMES[match[2]], lines)


def _minimal(term: Term, origin: Path, languages: tuple[str, str]) -> Iterator[str]:
    """The note stands with the first word."""
    location = f"{origin}:{term.line}"
    note = f"          <note>{_text(term.note, location)}</note>\n" if term.note else ""
    for lang in languages:
        if statuses := list(_statuses(term, lang)):
            yield f'      <langSet xml:lang="{lang}">\n'
            for word, status in statuses:
                yield f"        <tig>\n          <term>{_text(word, location)}</term>\n"
                if status:
                    short = "notRecommended" if status == "deprecated" else status
                    yield f"          <termStatus>{short}</termStatus>\n"
                yield f"{note}        </tig>\n"
                note = ""
            yield "      </langSet>\n"


def _statuses(term: Term, lang: str) -> Iterator[tuple[str, str]]:
    """Words with their status: of several, the first is preferred; the only one needs none."""
    words = term.words.get(lang, ())
    yield from (
        (word, "" if len(words) == 1 else "admitted" if index else "preferred") for index, word in enumerate(words)
    )
    yield from ((word, "deprecated") for word in term.forbidden.get(lang, ()))


def _text(text: str, location: str) -> str:
    if bad := _FORBIDDEN_IN_XML.search(text):
        raise L10nError(f"{location}: XML cannot have the character U+{ord(bad[0]):04X}", "delete it")
    return escape(text, {"\r": "&#13;"})
