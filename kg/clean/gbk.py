"""The double-byte table of GBK: what a pair of bytes shows, and the bytes of a character."""

from __future__ import annotations

from functools import cache


class Gbk:
    """Pairs are ``(lead << 8) | trail``. Pairs that show nothing (user-defined, unassigned) are not in `shown`."""

    def __init__(self) -> None:
        self.shown: dict[int, str] = {}
        self.pair: dict[str, int] = {}
        undefined: list[int] = []
        for lead in range(0x81, 0xFF):
            for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
                number = lead << 8 | trail
                try:
                    char = bytes((lead, trail)).decode("gb18030")
                except UnicodeDecodeError:
                    undefined.append(number)
                    continue
                if "\ue000" <= char <= "\uf8ff":
                    undefined.append(number)
                else:
                    self.shown[number] = char
                self.pair.setdefault(char, number)
        #: Lead bytes → the trail bytes with which they show nothing.
        self.undefined: dict[int, list[int]] = {}
        for number in undefined:
            self.undefined.setdefault(number >> 8, []).append(number & 0xFF)

    def show(self, data: bytes) -> str:
        """What a browser or converter shows for `data`: ``?`` for a lead byte and the ASCII byte that it swallows."""
        out: list[str] = []
        at = 0
        while at < len(data):
            byte = data[at]
            if byte < 0x80:
                out.append(chr(byte))
                at += 1
            elif at + 1 < len(data):
                out.append(self.shown.get(byte << 8 | data[at + 1], "?"))
                at += 2
            else:
                out.append("?")
                at += 1
        return "".join(out)


@cache
def gbk() -> Gbk:
    """The table, built once."""
    return Gbk()
