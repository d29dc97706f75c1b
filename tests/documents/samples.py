"""Texts of each format, for what holds for all of them: a format without samples fails its tests."""

from __future__ import annotations

from hypothesis import strategies as st

from l10n.documents.encoding import encoding_of
from tests.building.strategies import MARKS, articles
from tests.documents.epub import books as epub
from tests.documents.html import strategies as html
from tests.documents.markdown import strategies as markdown
from tests.documents.office import odf_files, pptx_files, word
from tests.documents.subtitles import strategies as subtitles

_plain = st.tuples(articles, MARKS).map(lambda sample: sample[1] + sample[0].encode(encoding_of(sample[1]).name))

SAMPLES: dict[str, st.SearchStrategy[bytes]] = {
    "docx": word.FILES,
    "epub": epub.FILES,
    "html": html.files(),
    "markdown": markdown.files,
    "odf": odf_files.FILES,
    "plain": _plain,
    "pptx": pptx_files.FILES,
    "srt": subtitles.subrip(),
    "webvtt": subtitles.webvtt(),
}
"""Files by the name of their format; some are refused."""
