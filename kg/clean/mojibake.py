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
_UTF8 = rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
#: A character in the group, or a stretch in which none begins.
_NEXT = re.compile(rb"(%b)|(?:(?!%b)[\x80-\xff])+" % (_UTF8, _UTF8))
#: At most one place in so many may have lost bytes on the way; it becomes U+FFFD.
_BROKEN = 6
_LINE = re.compile(r"[^\n]+")


def undo_mojibake(work: Work) -> None:
    """Read such lines back; a line of which too much is lost stays."""
    text = work.text
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


@lru_cache(maxsize=30_000)
def _bytes(char: str, encoding: str) -> bytes:
    if encoding == "cp1252" and "\x80" <= char <= "\x9f":
        return bytes((ord(char),))
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return b"\xff"  # no part of any UTF-8 character
