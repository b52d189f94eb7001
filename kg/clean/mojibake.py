"""UTF-8 that was once read as GBK (``鍏ㄥ競浼氳``) or as Latin-1 (``å…¨å¸‚``) and saved so: read back, line by line."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.clean.offsets import Edit
from kg.clean.work import Work

#: What the commonest UTF-8 characters look like in GBK.
_GBK = re.compile(
    "[鍏鍙鍦鍚鍥鍜鍒鎴鎬鎵鏃鏈鏂鏄鏉鐨鐢鐞涓涔浼浠浣浜銆锛绗绠缁璁璇闂闀闄瀛瀹甯骞寮寤褰蹇鍔鍖鍗鍘鍐鍑鍛]"
)
_LATIN = re.compile("[äåæçèéãï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
#: Characters of the two: without any of them, and with Chinese ones, nothing was misread.
MISREAD = f"{_GBK.pattern[1:-1]}äåæçèéãï"
_EITHER = re.compile(f"[{MISREAD}]")
_UTF8 = rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
#: A character in the group, or a stretch in which none begins.
_NEXT = re.compile(rb"(%b)|(?:(?!%b)[\x80-\xff])+" % (_UTF8, _UTF8))
#: At most one place in so many may have lost bytes on the way; it becomes U+FFFD.
_BROKEN = 6
_LINE = re.compile(r"[^\n]+")
#: GBK read as Latin-1: ``È«ÊÐ``. So many pairs on a page, and so much of a line in them.
_PAIR = re.compile("[\u00b0-\u00f7][\u00a1-\u00fe]")
_PAIRS, _MOST_OF = 20, 0.5
_HAN = re.compile("[\u3400-\u9fff]")


def is_utf8(data: bytes) -> bool:
    """Whether `data` is valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def undo_mojibake(work: Work) -> None:
    """Read such lines back; a line of which too much is lost stays."""
    if _HAN.search(work.text) is None and len(_PAIR.findall(work.text[:20_000])) >= _PAIRS:
        _undo_gbk_in_latin(work)
    text = work.text
    if _EITHER.search(text, 0, 20_000) is None:
        return
    if len(_GBK.findall(text[:20_000])) >= 3:
        encoding = "gb18030"
    elif len(_LATIN.findall(text[:20_000])) >= 3:
        encoding = "cp1252"
    else:
        return
    edits: list[Edit] = []
    lines = 0
    for line in _LINE.finditer(text):
        found = _read_back(line.group(), line.start(), encoding)
        lines += bool(found)
        edits += found
    work.note("mojibake", lines)
    work.edit(edits)


def _read_back(line: str, start: int, encoding: str) -> list[Edit]:
    wrong = len((_GBK if encoding == "gb18030" else _LATIN).findall(line))
    if 12 * wrong < len(line):
        return []
    pieces = [_bytes(char, encoding) for char in line]
    data = b"".join(pieces)
    chars = _NEXT.findall(data)
    if _BROKEN * chars.count(b"") > len(chars):
        return []
    owner = [index for index, piece in enumerate(pieces, start) for _ in piece]
    edits: list[Edit] = []
    for found in _NEXT.finditer(data):
        char = found[1].decode("utf-8", "replace") if found[1] else "\ufffd"
        edits.append(Edit(owner[found.start()], owner[found.end() - 1] + 1, char))
    return edits


def _undo_gbk_in_latin(work: Work) -> None:
    edits: list[Edit] = []
    lines = 0
    for line in _LINE.finditer(work.text):
        found = _gbk_in_latin(line.group(), line.start())
        lines += bool(found)
        edits += found
    work.note("mojibake", lines)
    work.edit(edits)


def _gbk_in_latin(line: str, start: int) -> list[Edit]:
    """A line of GBK read as Latin-1 (its tags and all); nothing where it is none, or not whole."""
    high = sum(char > "\x7f" for char in line)
    if not high or 2 * len(_PAIR.findall(line)) < _MOST_OF * high:
        return []
    try:
        data = line.encode("latin-1")
        text = data.decode("gb18030")
    except UnicodeError:
        return []
    if is_utf8(data) or 2 * len(_HAN.findall(text)) < sum(char > "\x7f" for char in text):
        return []
    edits: list[Edit] = []
    at = start
    for char in text:
        size = len(char.encode("gb18030"))
        if size > 1:
            edits.append(Edit(at, at + size, char))
        at += size
    return edits


@lru_cache(maxsize=30_000)
def _bytes(char: str, encoding: str) -> bytes:
    if encoding == "cp1252" and "\x80" <= char <= "\x9f":
        return bytes((ord(char),))
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return b"\xff"  # no part of any UTF-8 character
