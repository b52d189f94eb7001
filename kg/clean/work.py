"""The page on the bench: its text as it stands, the layers of repair so far, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from kg.clean.article import Finding
from kg.clean.offsets import Edit, Layer, apply


class Work:
    """One page under repair. Every step reads `text` and changes it through `edit` or `translate`."""

    __slots__ = ("found", "layers", "marks", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.layers: list[Layer] = []
        self.found: dict[str, Finding] = {}
        #: Damaged stretches left as they were: (number of layers below, start, end) in the text of that time.
        self.marks: list[tuple[int, int, int]] = []

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

    def mark(self, start: int, end: int) -> None:
        """Remember that ``text[start:end]`` is damaged and was left."""
        self.marks.append((len(self.layers), start, end))
