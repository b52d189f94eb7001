"""When a name, a post or a region that was found is the one in the gold: small differences of writing do not count.

The rules are those of the contract's scorer, to the letter, so that figures compare.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

#: One item of a record in its JSON form: an official, a position, a region, a relation …
Item: TypeAlias = Mapping[str, Any]

_DIVISION = re.compile(
    r"(壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|区|县|旗|盟)$"
)
#: Short and full forms of zones are one name.
_ZONES = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)
_MARKS = re.compile(r"[\s\"'“”‘’「」《》〈〉()()·•,,、。.]")
_GOVERNMENT = re.compile(r"人民政府|政府")
_LEVEL = re.compile(r"^[省市区县州旗](?!长)(?=.)")
_DIVISION_LEVELS = ("province", "prefecture", "county")


@lru_cache(maxsize=16384)
def norm(text: str) -> str:
    """`text` without marks and blanks, in NFKC, zones in their short form."""
    text = unicodedata.normalize("NFKC", text)
    for full, short in _ZONES:
        text = text.replace(full, short)
    return _MARKS.sub("", text)


def stem(region: str) -> str:
    """九江市 → 九江; names of two characters stay."""
    name = norm(region)
    cut = _DIVISION.sub("", name)
    return cut if len(cut) >= 2 else name


def dice(a: str, b: str) -> float:
    """Share of common character pairs, 0 to 1."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    x, y = _pairs(a), _pairs(b)
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()))


def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])


def alike(a: str, b: str) -> float:
    """How far two names of meetings or initiatives are one: 0 where they are not."""
    a, b = norm(a), norm(b)
    if not a or not b:
        return 0.0
    common = dice(a, b)
    if a in b or b in a:
        ratio = min(len(a), len(b)) / max(len(a), len(b))
        if ratio >= 0.6:
            return max(ratio, common)
    return common if common >= 0.7 else 0.0


def names(item: Item) -> list[str]:
    """The name of a gold item and its aliases."""
    return [item["name"], *item.get("aliases", [])]


def same_name(gold: Item, guess: Item) -> bool:
    """Whether the guess bears one of the gold item's names."""
    return any(norm(name) == norm(guess["name"]) for name in names(gold))


def alike_any(gold: Item, guess: Item) -> float:
    """`alike` of the guess and the nearest of the gold item's names."""
    return max(alike(name, guess["name"]) for name in names(gold))


def same_region(gold: Item, guess: Item) -> bool:
    """One code, or one name; a code guessed for what the gold leaves unresolved is an error."""
    theirs, ours = gold.get("code"), guess.get("code")
    if theirs and ours:
        return str(theirs)[:6] == str(ours)[:6]
    if ours and not theirs and gold.get("level") in _DIVISION_LEVELS:
        return False
    name = norm(guess["name"])
    return any(norm(g) == name or stem(g) == stem(name) or alike(g, name) >= 0.75 for g in names(gold))


def post(position: Item) -> tuple[str, str]:
    """A post as comparable text: (stem of its region, organ and title), without doubled or ceremonial parts."""
    full, region = norm(position.get("region") or ""), stem(position.get("region") or "")
    org, title = (_plain(position.get(key) or "", full, region) for key in ("org", "title"))
    for tail in ("党组", "党委", "党工委"):
        if tail in title:
            org = org.removesuffix(tail)
    if title.startswith(org) or not org:
        org = ""
    return region, org + title


def _plain(text: str, full: str, region: str) -> str:
    text = norm(text).replace("中国共产党", "").replace("中共", "").replace("发展和改革", "发展改革")
    for cut in (full, region):
        if cut and text.removeprefix(cut) not in ("", "长"):
            text = text.removeprefix(cut)
    text = _GOVERNMENT.sub("", text).replace("委员会", "委")
    return _LEVEL.sub("", text)


def same_post(a: Item, b: Item) -> bool:
    """Whether two positions are one post."""
    (region_a, text_a), (region_b, text_b) = post(a), post(b)
    if not text_a or not text_b or dice(text_a, text_b) < 0.6 or text_a[-2:] != text_b[-2:]:
        return False
    if ("副" in text_a) != ("副" in text_b):
        return False
    return region_a == region_b or not region_a or not region_b or region_a in text_b or region_b in text_a


def pair_up(gold: Sequence[Item], guesses: Sequence[Item], match: Callable[[Item, Item], float]) -> dict[int, int]:
    """Greedy one-to-one matching by descending likeness: index of the guess → index of the gold item."""
    scored = []
    for i, item in enumerate(gold):
        for j, guess in enumerate(guesses):
            score = match(item, guess)
            if score:
                scored.append((score, -i, j, i))
    scored.sort(key=lambda s: (s[0], s[1]), reverse=True)
    used: set[int] = set()
    out: dict[int, int] = {}
    for _, _, j, i in scored:
        if j not in out and i not in used:
            out[j] = i
            used.add(i)
    return out
