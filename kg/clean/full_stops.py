"""Full stops that a page converter broke together with the character behind them: ``??h委`` → ``。縣委``.

The converter wrote full-width question marks (A3 BF) as half-width ones, in GBK bytes and without regard to where a
character begins. In 。縣 (A1 A3 BF 68) it met A3 BF across the two: what is left is A1, which shows as ``?``, the ``?``
it wrote, and the second byte of the character behind, which shows as the letter it is.
"""

from __future__ import annotations

import re

from kg.clean.characters import characters, common
from kg.clean.offsets import Edit
from kg.clean.script import simplified
from kg.clean.work import Work

_BROKEN = re.compile(r"(?<=[\u3400-\u9fff)）”》])\?\?([@-~])(?=([\u3400-\u9fff]))")
_LEAD = 0xBF
#: How well the character must go with the one behind it (bits).
_JOIN = 0.25


def restore_full_stops(work: Work) -> None:
    """Put back every 。 and the character behind it where that character goes with what follows."""
    if "??" not in work.text:
        return
    model = characters()
    edits: list[Edit] = []
    for match in _BROKEN.finditer(work.text):
        try:
            char = bytes((_LEAD, ord(match[1]))).decode("gb18030")
        except UnicodeDecodeError:
            continue
        if model.bond(common(simplified(char)), common(simplified(match[2]))) >= _JOIN:
            edits.append(Edit(match.start(), match.end(), f"。{char}"))
    work.note("lost_byte", len(edits), 0.97)
    work.edit(edits)
