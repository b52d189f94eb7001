"""Who belongs together: disjoint sets that respect what must stay apart."""

from __future__ import annotations


class Clusters:
    """Disjoint sets over 0..n-1 with pairs that may never meet in one set."""

    def __init__(self, n: int) -> None:
        self._up = list(range(n))
        self._size = [1] * n
        self._foes: dict[int, set[int]] = {}  # root -> members of other sets its set must not meet

    def find(self, i: int) -> int:
        """The root of i's set. Roots change as sets join; compare them only while nothing joins."""
        up = self._up
        while up[i] != i:
            up[i] = up[up[i]]
            i = up[i]
        return i

    def part(self, i: int, j: int) -> bool:
        """Forbid i and j to meet; False where they already share a set."""
        a, b = self.find(i), self.find(j)
        if a == b:
            return False
        self._foes.setdefault(a, set()).add(j)
        self._foes.setdefault(b, set()).add(i)
        return True

    def parted(self, i: int, j: int) -> bool:
        """Whether the sets of i and j may not meet."""
        foes = self._foes.get(self.find(i))
        return bool(foes) and any(self.find(foe) == self.find(j) for foe in foes or ())

    def join(self, i: int, j: int) -> bool:
        """Put the sets of i and j together; False where they must stay apart."""
        a, b = self.find(i), self.find(j)
        if a == b:
            return True
        if self._foes and self.parted(a, b):
            return False
        if self._size[a] < self._size[b] or (self._size[a] == self._size[b] and a > b):
            a, b = b, a
        self._up[b] = a
        self._size[a] += self._size[b]
        if b in self._foes:
            self._foes.setdefault(a, set()).update(self._foes.pop(b))
        return True

    def groups(self) -> list[list[int]]:
        """The sets, each ascending, ordered by their first member."""
        out: dict[int, list[int]] = {}
        for i in range(len(self._up)):
            out.setdefault(self.find(i), []).append(i)
        return list(out.values())
