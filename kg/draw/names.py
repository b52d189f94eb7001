"""Names as a page shows them: hostile or broken ones made harmless before they reach a canvas."""

from __future__ import annotations

import re
import unicodedata

#: Characters that reorder, hide or break the text around them: bidi controls, zero widths, controls, separators.
_UNSEEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
_BLANKS = re.compile(r"\s+")


def shown(text: str) -> str:
    """`text` on one line without invisible or reordering characters; '?' where nothing visible is left."""
    visible = "".join(char for char in _UNSEEN.sub(" ", text) if unicodedata.category(char) not in ("Cs", "Co", "Cn"))
    return _BLANKS.sub(" ", visible).strip() or "?"


def short(text: str, width: float) -> str:
    """`shown(text)` cut to about `width` Chinese characters (two Latin letters count as one), with an ellipsis."""
    clean = shown(text)
    used = 0.0
    for position, char in enumerate(clean):
        used += 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.55
        if used > width:
            return clean[: max(1, position - 1)].rstrip() + "…"
    return clean
