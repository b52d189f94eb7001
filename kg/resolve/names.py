"""Names as keys, and how common a person's name is."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib import resources
from unicodedata import normalize

#: What is its own key: most names are, and need not be taken apart.
_PLAIN = re.compile("[\u4e00-\u9fff0-9A-Za-z]*")
_BLANK = re.compile(r"[\s\u200b\ufeff\u3000]+")
_DOTS = re.compile(r"[•‧・･∙●]")
_QUOTES = re.compile(r"[“”\"„‟‘’'「」『』《》〈〉【】]")
_DASHES = re.compile(r"[-‐‑‒–—―－~～]+")

#: Share of people whose given name has one character; the rest is taken as two.
_ONE_CHARACTER = 0.15
#: Given names are not two characters drawn apart: the pairs parents choose are this much commoner than chance.
_CHOSEN = 4.0
#: Per million, for a surname that the table does not list.
_RARE_SURNAME = 100.0
#: The line of the table of given characters that stands for any character it does not list.
OTHER = "*"


def person_key(name: str) -> str:
    """A person's name without blanks (张  强) and with one form of the dot (买买提·艾力)."""
    return name if _PLAIN.fullmatch(name) else _person_key(name)


@lru_cache(maxsize=1 << 13)
def _person_key(name: str) -> str:
    return _DOTS.sub("·", _BLANK.sub("", normalize("NFKC", name)))


def title_key(name: str) -> str:
    """A meeting's, organization's or initiative's name without blanks and quotation marks, dashes alike."""
    return name if _PLAIN.fullmatch(name) else _title_key(name)


@lru_cache(maxsize=1 << 13)
def _title_key(name: str) -> str:
    return _DASHES.sub("-", _DOTS.sub("·", _QUOTES.sub("", _BLANK.sub("", normalize("NFKC", name)))))


@lru_cache(maxsize=1 << 12)
def name_share(name: str) -> float:
    """The share of people in China who bear `name`, estimated from surname and given characters.

    Names of other nationalities (with a dot, or longer than four characters) are taken as rare.
    """
    surnames, (characters, alone) = _surnames(), _given()
    if "·" in name or not 2 <= len(name) <= 4:
        return 2e-7
    surname = _surname(name)
    share = surnames.get(surname, _RARE_SURNAME) * 1e-6
    given = name[len(surname) :]
    if len(given) == 1:
        return share * _ONE_CHARACTER * alone.get(given, alone[OTHER]) * 1e-6
    if len(given) == 2:
        one, two = (characters.get(char, characters[OTHER]) * 1e-6 for char in given)
        return share * (1 - _ONE_CHARACTER) * one * two * _CHOSEN
    return 2e-8


def given_name(name: str) -> str:
    """The one or two given characters of a Chinese name with a listed surname; else nothing."""
    surname = _surname(name)
    given = name[len(surname) :]
    return given if surname in _surnames() and "·" not in name and 1 <= len(given) <= 2 else ""


def _surname(name: str) -> str:
    return name[:2] if len(name) >= 3 and name[:2] in _compound() else name[:1]


@cache
def _compound() -> frozenset[str]:
    return frozenset(surname for surname in _surnames() if len(surname) == 2)


@cache
def _surnames() -> dict[str, float]:
    return _table("surname_shares.csv")


@cache
def _given() -> tuple[dict[str, float], dict[str, float]]:
    """Shares of given characters, and of those of names that have but one."""
    return _table("given_characters.csv"), _table("given_characters.csv", 2)


def _table(name: str, column: int = 1) -> dict[str, float]:
    with resources.files(__package__).joinpath("data", name).open(encoding="utf-8") as handle:
        rows = csv.reader(handle)
        next(rows)
        return {row[0]: float(row[column]) for row in rows}
