"""Subtitles, what SubRip and WebVTT have in common: a text that is cut into cues is translated sentence by sentence.

`cues` says where the cues of a file are, `tokens` and `passages` what of their lines is text, `joining` which cues a
sentence runs over, and `blocks` makes blocks of them. A translation goes back by `sharing`, in which each cue gets the
share that it has of the source, and `writing`. A format says with a `Syntax` how it differs from the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from l10n.model import InlinePart, Span


class Syntax(NamedTuple):
    """How a format writes subtitles."""

    tag: re.Pattern[str]
    """What is a tag in the text of a cue."""
    runs: Callable[[str, Span], Iterator[InlinePart]]
    """The text between two tags: runs of words, and character references one by one."""
    written: Callable[[str], str]
    """How words stand in the file."""
