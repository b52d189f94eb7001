"""UTF-8 that was once read as GBK (``鍏ㄥ競浼氳``) or as Latin-1 (``å…¨å¸‚``) and saved so: read back, line by line."""

from __future__ import annotations

import re

from kg.clean.offsets import Edit
from kg.clean.work import Work

#: What the commonest UTF-8 characters look like in GBK.
_GBK = re.compile(
    "[鍏鍙鍦鍚鍥鍜鍒鎴鎬鎵鏃鏈鏂鏄鏉鐨鐢鐞涓涔浼浠浣浜銆锛绗绠缁璁璇闂闀闄瀛瀹甯骞寮寤褰蹇鍔鍖鍗鍘鍐鍑鍛]"
)
_LATIN = re.compile("[äåæçèéãï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_UTF8 = re.compile(rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
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
    owner = [index for index, piece in enumerate(pieces) for _ in piece]
    edits: list[Edit] = []
    at = broken = 0
    while at < len(data):
        whole = _UTF8.match(data, at)
        if whole is not None:
            end = whole.end()
            char = whole.group().decode("utf-8", "replace")
        else:
            end = at + 1
            while end < len(data) and not _UTF8.match(data, end):
                end += 1
            char = "\ufffd"
            broken += 1
        edits.append(Edit(start + owner[at], start + owner[end - 1] + 1, char))
        at = end
    return edits if _BROKEN * broken <= len(edits) else []


def _bytes(char: str, encoding: str) -> bytes:
    if encoding == "cp1252" and "\x80" <= char <= "\x9f":
        return bytes((ord(char),))
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return b"\xff"  # no part of any UTF-8 character
