"""Bytes → characters: which encoding a file is really in, and what to do where it changes on the way.

A declaration (``<meta charset>``) is a hint only: scraped files are often saved in another encoding than they
declare. Chinese text decides by itself: bytes that are valid UTF-8 are UTF-8; else the legacy encoding whose
characters are the commonest is taken.
"""

from __future__ import annotations

import codecs
import re
import threading
from collections.abc import Iterator

from kg.clean.data import text_table
from kg.clean.offsets import Segment

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
#: The commonest characters of Chinese prose, simplified and traditional: what tells GBK from Big5.
_COMMON = frozenset(text_table("common_characters.txt"))


def decode(data: bytes) -> tuple[str, list[Segment], str]:
    """The text of `data`, its segments (for the way back to bytes) and the encoding's name.

    Never raises: what no encoding explains stays as one U+FFFD a byte. A byte order mark is not part of the text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, len(mark), encoding)
    if wide := _utf16_without_mark(data):
        return _decode_as(data, 0, wide)
    try:
        return data.decode("utf-8"), [Segment(0, 0, "utf-8")], "utf-8"
    except UnicodeDecodeError:
        pass
    legacy = _legacy(data)
    if _mostly_utf8(data):
        return _mixed(data, legacy)
    return _decode_as(data, 0, legacy)


def _decode_as(data: bytes, skip: int, encoding: str) -> tuple[str, list[Segment], str]:
    body = data[skip:] if skip else data
    try:
        return body.decode(encoding), [Segment(0, skip, encoding)], encoding
    except UnicodeDecodeError:
        pass
    _bad.spans = []
    text = body.decode(encoding, "kg-note-undecodable")
    segments: list[Segment] = []
    chars = at = 0
    # Made in the short way: a file may be full of them.
    new = tuple.__new__
    for run, (start, end) in zip(_BAD_RUN.finditer(text), _bad.spans, strict=True):
        first, last = run.span()
        if first > chars:
            segments.append(new(Segment, (chars, skip + at, encoding)))
        segments.append(new(Segment, (first, skip + start, None)))
        chars, at = last, end
    if chars < len(text):
        segments.append(Segment(chars, skip + at, encoding))
    return text.replace(_BAD, "\ufffd"), segments, encoding


#: Stands for one undecodable byte while decoding: no decoder gives it.
_BAD = "\udfff"
_BAD_RUN = re.compile(f"{_BAD}+")
#: Bytes that begin nothing in an encoding: what they follow may have taken them along, so they are passed at once.
_NEVER = {
    "utf-8": re.compile(rb"[\x80-\xc1\xf5-\xff]*"),
    "gb18030": re.compile(rb"[\x80\xff]*"),
    "big5hkscs": re.compile(rb"[\x80\xff]*"),
}
#: Stretches of bytes that are nothing in the encoding, those that touch as one.
_bad = threading.local()


def _note_undecodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start = error.start
    never = _NEVER.get(error.encoding)
    # Only the first byte is certainly none: the one after a lone lead byte may well begin the next character.
    passed = never.match(error.object, start + 1) if never is not None else None
    end = passed.end() if passed is not None else min(max(error.end, start + 1), len(error.object))
    spans: list[tuple[int, int]] = _bad.spans
    if spans and spans[-1][1] == start:
        spans[-1] = spans[-1][0], end
    else:
        spans.append((start, end))
    return _BAD * (end - start), end


codecs.register_error("kg-note-undecodable", _note_undecodable)


def _mixed(data: bytes, legacy: str) -> tuple[str, list[Segment], str]:
    """A UTF-8 file with foreign stretches (a header or a quoted block in GBK): line by line, then run by run."""
    parts: list[str] = []
    segments: list[Segment] = []
    chars = 0
    found = set()
    for at, line in _lines(data):
        for start, piece, encoding in _pieces(line, legacy):
            try:
                text = piece.decode(encoding)
                inner = [Segment(0, 0, encoding)]
            except UnicodeDecodeError:
                text, inner, _ = _decode_as(piece, 0, encoding)
            found.add(encoding)
            for char, byte, name in inner:
                if not segments or segments[-1].encoding != name:
                    segments.append(Segment(chars + char, at + start + byte, name))
            parts.append(text)
            chars += len(text)
    return "".join(parts), segments, "+".join(sorted(found, reverse=True))


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for line in data.splitlines(keepends=True):
        yield at, line
        at += len(line)


_HIGH_RUN = re.compile(rb"[\x80-\xff][\x40-\xff]*")


def _pieces(line: bytes, legacy: str) -> Iterator[tuple[int, bytes, str]]:
    try:
        line.decode("utf-8")
        yield 0, line, "utf-8"
        return
    except UnicodeDecodeError as error:
        if error.start == 0 or not _is_utf8_text(line[: error.start]):
            yield 0, line, "utf-8" if _mostly_utf8(line) else legacy
            return
    # The line begins in UTF-8 and goes over: cut at runs of high bytes, each decided for itself.
    at = 0
    for match in _HIGH_RUN.finditer(line):
        if match.start() < at:
            continue
        run = match.group()
        if match.start() > at:
            yield at, line[at : match.start()], "utf-8"
        yield match.start(), run, "utf-8" if _is_utf8(run) or _mostly_utf8(run) else legacy
        at = match.end()
    if at < len(line):
        yield at, line[at:], "utf-8"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8_text(data: bytes) -> bool:
    return _is_utf8(data) and any(byte >= 0x80 for byte in data)


_HIGH = bytes(range(0x80, 0x100))
_UTF8_HAN = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}")


def _mostly_utf8(data: bytes) -> bool:
    """Most high bytes stand in well-formed three-byte sequences: UTF-8 with a few broken places."""
    high = len(data) - len(data.translate(None, _HIGH))
    return bool(high) and 3 * len(_UTF8_HAN.findall(data)) >= 0.7 * high


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 that lost its mark: its ASCII characters have zeros beside them, and only it makes sense of the rest."""
    head = data[:4096]
    if head.count(0) < max(2, len(head) // 200):
        return None
    best, sense = None, 0.5
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(encoding, "replace")
        usual = sum(c in _COMMON or c.isascii() for c in text) / max(1, len(text))
        if usual > sense:
            best, sense = encoding, usual
    return best


def _legacy(data: bytes) -> str:
    """GB18030 or Big5, by whose characters are common ones; what the page declares breaks a tie."""
    sample = data[:200_000]
    declared = _DECLARED.search(data[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    scores: dict[str, float] = {}
    for encoding in ("gb18030", "big5hkscs"):
        text = sample.decode(encoding, "replace")
        wide = [c for c in text if c > "\x7f"]
        good = sum(c in _COMMON for c in wide)
        bad = text.count("\ufffd")
        scores[encoding] = (good - 3 * bad) / max(1, len(wide))
    scores["gb18030"] += 0.02 + 0.05 * name.startswith("gb")
    scores["big5hkscs"] += 0.05 * name.startswith("big5")
    return max(scores, key=lambda key: scores[key])
