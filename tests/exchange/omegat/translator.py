"""What OmegaT does with a project of ours; after its sources, ResourceBundleFilter, ParseEntry and ProjectTMX."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

_WHITE = " \t\n\v\f\r\xa0\u1680\u2028\u2029\u3000" + "".join(map(chr, (*range(0x2000, 0x2007), *range(0x2008, 0x200B))))
"""What Java calls white space, and the no-break space: OmegaT takes both off."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A line of the editor."""

    file: str
    id: str
    source: str
    comment: str


@dataclass(slots=True)
class OmegaT:
    """A project that somebody has opened."""

    folder: Path
    language: str = ""
    segments: list[Segment] = field(default_factory=list)
    defaults: dict[str, str] = field(default_factory=dict)
    alternatives: dict[Segment, str] = field(default_factory=dict)
    strangers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = ElementTree.parse(self.folder / "omegat.project")
        self.language = settings.findtext("project/target_lang", "")
        for path in sorted((self.folder / "source").iterdir()):
            self.segments += segments_of(path)
        sources = {segment.source for segment in self.segments}
        names = {(segment.file, segment.id, segment.source): segment for segment in self.segments}
        for props, source, target in units(self.folder / "omegat" / "project_save.tmx"):
            if "file" in props:
                self.alternatives[names[props["file"], props["id"], source]] = target
            else:
                (self.defaults if source in sources else self.strangers)[source] = target

    def shows(self, segment: Segment) -> str | None:
        """The translation in the editor; None for none."""
        return self.alternatives.get(segment, self.defaults.get(segment.source))

    def write(self, segment: Segment, text: str, alternative: bool = False) -> None:
        """Translate the segment, and without `alternative` every other with that source that has none of its own."""
        if alternative:
            self.alternatives[segment] = text
        else:
            self.alternatives.pop(segment, None)
            self.defaults[segment.source] = text

    def remove(self, segment: Segment) -> None:
        """Take the translation away."""
        if segment in self.alternatives:
            del self.alternatives[segment]
        else:
            self.defaults.pop(segment.source, None)

    def drafts(self) -> dict[str, str]:
        """The matches for whole segments, by source."""
        return {source: target for _, source, target in units(self.folder / "tm/mt/penalty-010/drafts.tmx")}

    def save(self) -> None:
        """Write `project_save.tmx` as OmegaT 3 does, sources without translation left out."""
        head = '<tmx version="1.1"><header creationtool="OmegaT" segtype="paragraph" srclang="de"/><body>'
        parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx11.dtd">\n', head]
        parts += [_unit(self.language, "", source, text) for source, text in (self.defaults | self.strangers).items()]
        for segment, text in self.alternatives.items():
            props = f'<prop type="file">{escape(segment.file)}</prop><prop type="id">{segment.id}</prop>'
            parts.append(_unit(self.language, props, segment.source, text))
        path = self.folder / "omegat" / "project_save.tmx"
        path.write_text("\n".join([*parts, "</body></tmx>\n"]), "utf-8", newline="\n")


def units(path: Path) -> list[tuple[dict[str, str], str, str]]:
    """Props, source and target of each unit of a TMX file."""
    found = []
    for unit in ElementTree.parse(path).getroot().iter("tu"):
        props = {prop.attrib["type"]: prop.text or "" for prop in unit.iter("prop")}
        texts = ["".join(seg.itertext()) for seg in unit.iter("seg")]
        if len(texts) > 1:  # else a note alone
            found.append((props, texts[0], texts[1]))
    return found


def _unit(language: str, props: str, source: str, text: str) -> str:
    who = f'changeid={quoteattr("Rita")} changedate="20260228T101112Z"'
    variants = (
        f'<tuv lang="de"><seg>{escape(source)}</seg></tuv><tuv lang="{language}" {who}><seg>{escape(text)}</seg></tuv>'
    )
    return f"<tu>{props}{variants}</tu>"


def segments_of(path: Path) -> list[Segment]:
    """Comments stand above their key; an empty line parts them from it, a backslash at the end glues lines."""
    segments: list[Segment] = []
    comments: list[str] = []
    hidden = False
    lines = iter(path.read_bytes().decode("ascii").split("\n"))
    for raw in lines:
        if not raw.strip():
            comments = []
            continue
        line = _normalized(raw)
        if raw.strip()[0] in "#!":
            comments.append(line)
            hidden = hidden or "NOI18N" in raw
            continue
        while line.endswith("\\"):
            line = line[:-1] + _normalized(next(lines, ""))
        key, _, value = line.partition("=")
        text = re.sub(r"\\(.)", r"\1", value.lstrip(" \t"), flags=re.S)
        source = unicodedata.normalize("NFC", text.replace("\n\n", "\n \n").strip(_WHITE))
        if source and not hidden:
            segments.append(Segment(path.name, key, source, "\n".join(comments)))
        comments, hidden = [], False
    return segments


def _normalized(line: str) -> str:
    r"""\u and \n become characters, other backslashes stay."""

    def meaning(match: re.Match[str]) -> str:
        if match[1][0] == "u":
            return chr(int(match[1][1:], 16))
        return {"n": "\n", "r": "\r", "t": "\t"}.get(match[1], match[0])

    text = re.sub(r"\\(u[0-9A-Fa-f]{4}|.)", meaning, line.lstrip())
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
