"""The double-byte table of GBK: what a pair of bytes shows, and the bytes of a character."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

from kg.clean.characters import Choices, characters, common
from kg.clean.script import simplified


class Row(tuple[tuple[int, str], ...]):
    """Pairs of bytes with their characters as the model knows them, the likeliest first."""

    @cached_property
    def choices(self) -> Choices:
        """The characters, ready to be weighed."""
        return Choices(form for _, form in self)


def _rows(items: Iterable[tuple[int, tuple[int, str]]]) -> dict[int, Row]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for key, item in items:
        rows.setdefault(key, []).append(item)
    return {key: Row(row) for key, row in rows.items()}


class Gbk:
    """Pairs are ``(lead << 8) | trail``. Pairs that show nothing (user-defined, unassigned) are in `undefined`.

    `form` is a shown character as the character model knows it. `usual` are the characters of news, likeliest first,
    `hidden` those of them of which the trail can begin a pair that shows nothing, `swallowing` those of which it can
    swallow the ASCII byte behind it. `ends_of` lists the usual characters that end with a byte, `hidden_of` and
    `swallowing_of` those that begin with one.
    """

    def __init__(self) -> None:
        self.shown: dict[int, str] = {}
        self.pair: dict[str, int] = {}
        self.undefined: set[int] = set()
        for lead in range(0x81, 0xFF):
            for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
                number = lead << 8 | trail
                try:
                    char = bytes((lead, trail)).decode("gb18030")
                except UnicodeDecodeError:
                    self.undefined.add(number)
                    continue
                if "\ue000" <= char <= "\uf8ff":
                    self.undefined.add(number)
                else:
                    self.shown[number] = char
                self.pair.setdefault(char, number)
        self.form = {number: common(simplified(char)) for number, char in self.shown.items()}
        model = characters()
        usual = [(cost, number) for number, form in self.form.items() if (cost := model.alone(form)) < USUAL]
        usual.sort()
        hiding = {number >> 8 for number in self.undefined}
        self.usual = Row((number, self.form[number]) for _, number in usual)
        self.hidden = Row((number, form) for number, form in self.usual if number & 0xFF in hiding)
        self.swallowing = Row((number, form) for number, form in self.usual if number & 0xFF >= 0x80)
        self.ends_of = _rows((number & 0xFF, (number, form)) for number, form in self.usual)
        self.hidden_of = _rows((number >> 8, (number, form)) for number, form in self.hidden)
        self.swallowing_of = _rows((number >> 8, (number, form)) for number, form in self.swallowing)

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

    def without_lead(self, words: str) -> str | None:
        """What shows of `words` when their first byte is lost, ``?`` in its place: up to the ASCII byte behind them,
        which the last byte takes along. None where GBK does not hold them."""
        try:
            return self.show(b"?" + words.encode("gbk")[1:] + b" ")
        except UnicodeEncodeError:
            return None


#: Characters dearer than this (bits) are in no news text.
USUAL = 21.0


@cache
def gbk() -> Gbk:
    """The table, built once."""
    return Gbk()
