"""Zip archives as programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class _Stream(io.BytesIO):
    """A file in which nobody can go back: sizes are written behind the content."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError

    def seek(self, *args: int) -> int:
        raise OSError


def archive(
    contents: Mapping[str, bytes],
    methods: Sequence[int] = (zipfile.ZIP_DEFLATED,),
    comment: bytes = b"",
    extra: bytes = b"",
    streamed: bool = False,
) -> bytes:
    """An archive with these members; the methods are for them in turn."""
    file = _Stream() if streamed else io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.comment = comment
        for number, (name, content) in enumerate(contents.items()):
            info = zipfile.ZipInfo(name, (2026, 11, 30, 12, 0, 0))
            info.compress_type, info.extra = methods[number % len(methods)], extra
            written.writestr(info, content)
    return file.getvalue()


_NAMES = st.text(st.sampled_from("abcä/."), min_size=1, max_size=8)
CONTENTS = st.dictionaries(_NAMES, st.text(max_size=40).map(lambda text: text.replace("\0", "").encode()), max_size=5)


@st.composite
def archives(draw: st.DrawFn) -> tuple[dict[str, bytes], bytes]:
    contents = draw(CONTENTS)
    methods = draw(st.lists(st.sampled_from(METHODS), min_size=1, max_size=3))
    comment = draw(st.sampled_from([b"", b"made by hand", b"PK\5\5 is no end"]))
    extra = draw(st.sampled_from([b"", b"\xfe\xca\0\0", b"\x55\x54\5\0\3\1\2\3\4"]))
    return contents, archive(contents, methods, comment, extra, draw(st.booleans()))


def contents(data: bytes) -> dict[str, bytes]:
    """What another program finds in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}
