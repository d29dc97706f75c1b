"""XLIFF 1.2 and 2.1: catalogues out to programs for translators, and back through the gate.

A `<file>` is a catalogue, a unit an entry, or a plural form of one; marks and tags of a text are inline elements. What
only we need goes in attributes of our own namespace, which no program has to understand: the state and the fingerprint
at the export, the profile, and what stands for each inline element in 1.2 (2.1 has `<originalData>`).

| module | knows |
|---|---|
| `profiles` | states as each receiving program calls them, and back |
| `inline` | texts as words and numbered codes |
| `outgoing` | which entries go out, as which units, with which notes |
| `markup` | escapes and attributes |
| `version12`, `version21` | units as XML |
| `tree` | XML of strangers as a tree, with its limits |
| `content` | content of inline elements as a text again |
| `segments` | what a program has cut within a unit, put together again |
| `states` | what a file says of the states of a unit |
| `incoming` | a tree as units for the gate |
| `leftover` | a file with some of its units |

Sources: XLIFF Version 1.2 (OASIS Standard, 1 February 2008); XLIFF Version 2.1 (OASIS Standard, 13 February 2018).
"""

from __future__ import annotations

from enum import StrEnum

OURS = "urn:l10n:exchange:1"
"""The namespace of our own attributes."""
NAMESPACE_12 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_20 = "urn:oasis:names:tc:xliff:document:2.0"
"""That of 2.1, too."""
SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
MEMOQ = "MQXliff"
ITS = "http://www.w3.org/2005/11/its"


class XliffVersion(StrEnum):
    """Which of the two standards."""

    V12 = "1.2"
    V21 = "2.1"


class XliffProfile(StrEnum):
    """Whose names of states a file has."""

    GENERIC = "generic"
    WEBLATE = "weblate"
    TRADOS = "trados"
    MEMOQ = "memoq"
