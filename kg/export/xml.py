"""Text in XML: escaped, and without the characters that XML 1.0 cannot hold at all."""

from __future__ import annotations

import re

#: Not even a reference (``&#1;``) may name these; a lone surrogate has no UTF-8.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
_TO_ESCAPE = re.compile('[&<>"\r\n\t]')


def escape(text: str) -> str:
    """`text` for an element or an attribute in double quotes; what XML cannot hold becomes U+FFFD."""
    return _TO_ESCAPE.sub(lambda m: _SPECIAL[m[0]], _FORBIDDEN.sub("\ufffd", text))
