"""One file → its raw articles: text and HTML are one article a file, JSON Lines one a line."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.read.article import RawArticle
from kg.read.inputs import LINES_SUFFIXES, kind, stem

#: A page is an article, not an archive: beyond this a file is another thing than what its name says.
MAX_PAGE_BYTES = 64 * 1024 * 1024
#: First bytes of files that are no text whatever their name says.
_BINARY_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
)
_USUAL = re.compile(r"[\u3000-\u9fff\uff00-\uffef\r\n\t -~]")
_TEXT_KEYS = ("text", "content", "body", "html")
_DATE_KEYS = ("published", "date", "publish_date", "pubdate", "time")


def articles(path: Path, on_skip: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The articles in one file. What cannot be used (a line, or all of it) is handed to `on_skip`."""
    try:
        if kind(path) in LINES_SUFFIXES:
            yield from _json_lines(path, on_skip)
        else:
            yield _page(path)
    except InputError as error:
        on_skip(error)
    except (OSError, EOFError, zlib.error) as error:
        on_skip(InputError(str(path), (getattr(error, "strerror", None) or str(error) or "cannot be read")))


def _page(path: Path) -> RawArticle:
    if not path.is_file():
        raise InputError(str(path), "not a regular file")
    with _open(path) as stream:
        data = stream.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(str(path), f"larger than {MAX_PAGE_BYTES // 1024 // 1024} MB: not a page")
    if reason := _not_text(data):
        raise InputError(str(path), reason)
    return RawArticle(id=stem(path), data=data, path=str(path))


def _json_lines(path: Path, on_skip: Callable[[InputError], None]) -> Iterator[RawArticle]:
    with _open(path) as stream:
        for number, line in enumerate(stream, 1):
            where = f"{path}:{number}"
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            try:
                yield _from_json(line, where, f"{stem(path)}-{number}")
            except InputError as error:
                on_skip(error)


def _from_json(line: bytes, where: str, default_id: str) -> RawArticle:
    try:
        item: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(where, "the line is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"the line is not JSON ({error})") from None
    if not isinstance(item, dict):
        raise InputError(where, "the line is not a JSON object")
    text = next((item[key] for key in _TEXT_KEYS if isinstance(item.get(key), str)), None)
    if text is None:
        raise InputError(where, f"no text: none of the keys {', '.join(_TEXT_KEYS)}")
    if not text.strip():
        raise InputError(where, "the text is empty")
    given = item.get("id")
    return RawArticle(
        id=str(given) if isinstance(given, str | int) and str(given).strip() else default_id,
        data=_headed(text, _string(item, "title")).encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
        path=where,
        title=_string(item, "title"),
        published=next((value for key in _DATE_KEYS if (value := _string(item, key))), None),
        source=_string(item, "source"),
        url=_string(item, "url"),
    )


def _headed(text: str, title: str | None) -> str:
    """The text with its headline as first line, where a container keeps it apart: headlines name people too."""
    if not title or title.strip() in text[: len(title) + 200]:
        return text
    return f"{title.strip()}\n{text}"


def _string(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _open(path: Path) -> Any:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")


def _not_text(data: bytes) -> str | None:
    """Why these bytes are no text, or None where they may be."""
    if not data.strip():
        return "the file is empty"
    for magic, name in _BINARY_MAGIC:
        if data.startswith(magic):
            return f"not text: {name}"
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    if head.count(0):
        return None if _is_utf16(head) else "not text: binary data"
    controls = sum(head.count(code) for code in range(1, 9)) + sum(head.count(code) for code in range(14, 32))
    if controls > len(head) // 20:
        return "not text: binary data"
    return None


def _is_utf16(head: bytes) -> bool:
    """UTF-16 that lost its mark: read so, nearly all of it is Chinese or ASCII."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(encoding, "replace")
        usual = len(_USUAL.findall(text))
        if usual > 0.9 * len(text):
            return True
    return False
