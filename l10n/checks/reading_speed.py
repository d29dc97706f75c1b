"""A subtitle is shown for too short a time to be read, or its lines are too long.

Viewers read about 17 characters a second, in English 20, and a line has room for 42, in Russian for 39: what Netflix
asks of subtitles for adults in its Timed Text Style Guides, and about what other broadcasters do. Of scripts whose
characters say more, as in Chinese, it is accordingly less. Say it in fewer words. The time is that of the entry's
comment, `00:00:01,000 --> 00:00:04,000 (3.0 s, 2 lines)`: where sentences share a cue, each has its share of the time.
Up to a quarter more than that is a note. Not looked at: texts of fewer than 20 characters, whatever is no subtitle, and
texts no longer than their source, which is as fast.

Bad:  Ich gehe [1.5 s, 1 line] | I shall be going home right now
Bad:  Wir gehen jetzt alle nach Hause. [6.0 s, 1 line] | We are all of us going to go back home right now, all.
Bad ru: Ich gehe jetzt. [6.0 s, 1 line] | Мы сейчас все вместе пойдём домой к себе.
Good: Wir gehen jetzt nach Hause. [1.0 s, 1 line] | We are going home by now.
Good: Wir gehen jetzt alle nach Hause. [6.0 s, 2 lines] | We are all of us going to go back home right now, all.
Good: Wir gehen jetzt alle nach Hause. | We are all of us going to go back home right now, all.
Good: Ja! [0.1 s, 1 line] | Yes, of course!
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import Hit
from l10n.languages import record
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SEVERITY = Severity.WARNING

_BRIEF = 20
"""Characters that are read at a glance; of so few, times that are rounded to a tenth of a second say little."""
_SLIGHTLY = 1.25


def check(pair: Pair) -> Iterator[Hit]:
    """Characters a second, and characters a line."""
    room, length = pair.room, len(pair.target)
    if room is None or length < _BRIEF or length <= len(pair.source):
        return
    own = record(pair.language)
    speed, width = own.subtitles.speed / own.script.letters, own.subtitles.width / own.script.letters
    if length > speed * room.seconds:
        pace = f"{length / room.seconds:.0f} characters a second" if room.seconds else f"{length} characters in no time"
        yield _hit(f"{pace}, people read {speed:.0f}", length / (speed * room.seconds or 1), length)
    if length > width * room.lines:
        lines = f"{room.lines} lines" if room.lines > 1 else "a line"
        yield _hit(f"{length} characters for {lines} of {width:.0f}", length / (width * room.lines), length)


def _hit(message: str, share: float, length: int) -> Hit:
    return Hit(message, (0, length), severity=SEVERITY if share > _SLIGHTLY else Severity.INFO)
