"""The page on the bench: its text as it stands, the layers of repair so far, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from kg.clean.article import Finding, Mark
from kg.clean.offsets import Edit, Layer, apply

#: Marks no farther apart are one: a character or two between damaged ones are hardly sound.
GAP = 2


class Work:
    """One page under repair. Every step reads `text` and changes it through `edit` or `translate`."""

    __slots__ = ("_marks", "found", "layers", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.layers: list[Layer] = []
        self.found: dict[str, Finding] = {}
        #: Damaged stretches left as they were, each in the text of its time: so many layers were below it.
        self._marks: list[tuple[int, Mark]] = []

    def edit(self, edits: Sequence[Edit]) -> None:
        """Make `edits` (sorted) and keep the way back."""
        self.text, layer = apply(self.text, edits)
        if layer is not None:
            self.layers.append(layer)

    def translate(self, text: str) -> None:
        """Put `text`, which has the same length and means the same character by character, in the text's place."""
        if len(text) != len(self.text):
            raise ValueError("a translation keeps the length")
        self.text = text

    def note(self, kind: str, count: int = 1, confidence: float = 1.0) -> None:
        """Count `count` places of one kind of damage."""
        if count <= 0:
            return
        before = self.found.get(kind)
        if before is None:
            self.found[kind] = Finding(count, confidence)
        else:
            self.found[kind] = Finding(before.count + count, min(before.confidence, confidence))

    def mark(self, start: int, end: int, kind: str) -> None:
        """Remember that ``text[start:end]`` is damaged and was left."""
        self._marks.append((len(self.layers), Mark(start, end, kind)))

    def marked(self) -> tuple[Mark, ...]:
        """The marks in the text as it stands now: sorted, those near each other as one, those cut out left out."""
        found: list[tuple[int, int, str]] = []
        for below, (start, end, kind) in self._marks:
            for layer in self.layers[below:]:
                start, end = layer.forward(start, end)
            if start < end:
                found.append((start, end, kind))
        joined: list[Mark] = []
        begin, stop, sort = -1, -1, ""
        for start, end, kind in sorted(found):
            if begin >= 0 and start <= stop + GAP and "\n" not in self.text[stop:start]:
                stop = max(stop, end)
                sort = "lost_byte" if kind == "lost_byte" else sort
                continue
            if begin >= 0:
                joined.append(Mark(begin, stop, sort))
            begin, stop, sort = start, end, kind
        if begin >= 0:
            joined.append(Mark(begin, stop, sort))
        return tuple(joined)
