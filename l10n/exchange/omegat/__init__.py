"""OmegaT projects: catalogues out to a translator, and what came back into the catalogues again.

    FOLDER/omegat.project                     sentence segmentation off: a segment is an entry already
    FOLDER/source/article.properties          a key an entry: its name in `l10n review list`
    FOLDER/omegat/project_save.tmx            what people have accepted; OmegaT writes here what is translated
    FOLDER/tm/mt/penalty-010/drafts.tmx       machine drafts, matches of 90 % at most, on red when inserted
    FOLDER/tm/penalty-010/unfinished.tmx      texts of people that are still fuzzy, outdated ones with their old source
    FOLDER/tm/penalty-010/refused.tmx         what could not go back into a catalogue
    FOLDER/glossary/l10n.utf8                 the terms of the settings, for this pair of languages
    FOLDER/l10n-omegat.json                   what each catalogue said, entry by entry

Why no PO files in `source/`: OmegaT's filter takes a fuzzy text for a match of its own kind, drops the flag when it
writes, offers the header for translation, has no id (only a msgctxt tells equal sentences apart) and loses entries with
U+2028. Of Java properties it takes the key as the segment's id, the comments above as comments, and nothing else.

Source: OmegaT's manual, "Project Folder"; its ResourceBundleFilter, ParseEntry, ProjectTMX, FindMatches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from l10n.model import Key

MANIFEST = "l10n-omegat.json"
SAVED = "omegat/project_save.tmx"
DRAFTS = "tm/mt/penalty-010/drafts.tmx"
UNFINISHED = "tm/penalty-010/unfinished.tmx"
REFUSED = "tm/penalty-010/refused.tmx"
TERMS = "glossary/l10n.utf8"
FOLDERS = ("source", "target", "omegat", "tm", "glossary", "dictionary")
"""OmegaT opens no project in which one of them is missing."""


@dataclass(frozen=True, slots=True)
class ExportedEntry:
    """An entry as the project has it."""

    id: str
    """Its key in the properties file, and so OmegaT's id of the segment."""
    key: Key
    """msgctxt and msgid."""
    hash: str
    """Its `catalogue.fingerprint` when it was last exported or imported."""
    saved: str | None
    """`wording.trace` of the text that OmegaT has, or had then; None for none."""
    older: tuple[str, ...] = ()
    """Traces of the texts that the project has had of it before."""


@dataclass(frozen=True, slots=True)
class ExportedCatalogue:
    """A catalogue as the project has it."""

    path: str
    """Below the settings' folder if it lies there, with `/`."""
    file: str
    """Below `source/`."""
    entries: tuple[ExportedEntry, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """What the manifest says."""

    source_language: str
    language: str
    catalogues: tuple[ExportedCatalogue, ...]
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Older texts of entries that are no longer in it, by the trace of their source."""
