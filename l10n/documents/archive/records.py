"""What a zip archive consists of (APPNOTE 6.3, 4.3), and the same archive with other contents in some members."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
"""Signature, version, flags, method, time, date; checksum, compressed size, size; lengths of name and extra field."""
_CENTRAL = struct.Struct("<4s6H3I5H2I")
"""Signature, both versions, flags, method, time, date; as above; lengths of name, extra field and comment, disk, both
attributes, offset of the local header."""
_END = struct.Struct("<4s4H2IH")
_END_SIGNATURE = b"PK\5\6"
_HAS_DESCRIPTOR = 8
"""Sizes and checksum stand behind the content, and not in its local header."""
_DEFLATED = 8
_ZIP64 = 1
"""The extra field with sizes of more than four bytes."""
_FULL = 0xFFFFFFFF


class _Sizes(NamedTuple):
    checksum: int
    compressed: int
    size: int


@dataclass(frozen=True, slots=True)
class Records:
    """An archive cut into what its members stand in, and its directory."""

    head: bytes
    """What stands before the first member."""
    locals: Sequence[bytes]
    """For each member its local header, its content and what stands behind that, in the order of the directory."""
    offsets: Sequence[int]
    """Where these begin."""
    directory: Sequence[bytes]
    end: bytes

    def with_contents(self, contents: Mapping[int, bytes]) -> bytes:
        """The archive with other contents in the members of these numbers."""
        chunks, offset = [self.head], len(self.head)
        written = list(self.directory)
        for number in sorted(range(len(self.locals)), key=self.offsets.__getitem__):
            chunk = self.locals[number]
            if number in contents:
                chunk, written[number] = _changed(chunk, written[number], contents[number])
            written[number] = written[number][:42] + struct.pack("<I", offset) + written[number][46:]
            chunks.append(chunk)
            offset += len(chunk)
        size = sum(map(len, written))
        return b"".join((*chunks, *written, self.end[:12], struct.pack("<2I", size, offset), self.end[20:]))


def records(data: bytes) -> Records:
    """Cut an archive; ValueError for one that is not written as simply as all office programs write theirs."""
    end = _end(data)
    _, _, _, _, count, size, start, _ = _END.unpack_from(data, end)
    if start + size != end:
        raise ValueError("there is something before its members, or behind them, or it is a zip64 archive")
    directory = list(_directory(data, start, count))
    if sum(map(len, directory)) != size:
        raise ValueError("its directory is damaged")
    offsets = [_CENTRAL.unpack_from(record)[-1] for record in directory]
    ends = dict(pairwise((*sorted(offsets), start)))
    if len(set(offsets)) < count or any(data[offset : offset + 4] != b"PK\3\4" for offset in offsets):
        raise ValueError("its members are not where its directory says")
    local = [data[offset : ends[offset]] for offset in offsets]
    return Records(data[: min(offsets, default=start)], local, offsets, directory, data[end:])


def _end(data: bytes) -> int:
    """Where the last record begins, which ends with a comment."""
    end = data.rfind(_END_SIGNATURE)
    while end >= 0:
        if end + _END.size <= len(data) and end + _END.size + _END.unpack_from(data, end)[-1] == len(data):
            return end
        end = data.rfind(_END_SIGNATURE, 0, end)
    raise ValueError("its end is missing")


def _directory(data: bytes, position: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        if data[position : position + 4] != b"PK\1\2" or position + _CENTRAL.size > len(data):
            raise ValueError("its directory is damaged")
        fields = _CENTRAL.unpack_from(data, position)
        if _FULL in (*fields[8:10], fields[-1]):
            raise ValueError("it is a zip64 archive")
        end = position + _CENTRAL.size + sum(fields[10:13])
        yield data[position:end]
        position = end


def _changed(local: bytes, central: bytes, content: bytes) -> tuple[bytes, bytes]:
    """Both records of a member with another content, compressed if it was."""
    signature, version, flags, method, time, date, *_, name, extra = _LOCAL.unpack_from(local)
    body = _deflated(content) if method == _DEFLATED else content
    sizes = _Sizes(zlib.crc32(content), len(body), len(content))
    flags &= ~_HAS_DESCRIPTOR
    names = local[_LOCAL.size : _LOCAL.size + name]
    fields = _without_zip64(local[_LOCAL.size + name : _LOCAL.size + name + extra])
    header = _LOCAL.pack(signature, version, flags, method, time, date, *sizes, name, len(fields))
    return header + names + fields + body, _listed(central, flags, sizes)


def _listed(central: bytes, flags: int, sizes: _Sizes) -> bytes:
    fields = list(_CENTRAL.unpack_from(central))
    start = _CENTRAL.size + fields[10]
    extra = _without_zip64(central[start : start + fields[11]])
    rest = central[start + fields[11] :]
    fields[3], fields[7:10], fields[11] = flags, sizes, len(extra)
    return _CENTRAL.pack(*fields) + central[_CENTRAL.size : start] + extra + rest


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields but for the sizes of the content that was there."""
    kept, position = [], 0
    while position + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, position)
        if kind != _ZIP64:
            kept.append(extra[position : position + 4 + size])
        position += 4 + size
    return b"".join((*kept, extra[position:]))


def _deflated(content: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(content) + compressor.flush()
