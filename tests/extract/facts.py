"""Tables of the genre's constructions: short invented texts, and the facts that follow from the contract.

A `Case` says what an extraction record must hold. Every list is **exact**: what it does not name may not be found,
so that absence is tested as much as presence. Three marks loosen it:

* ``"名?"`` - optional: may be found, need not be;
* ``"…"`` - others may be found too;
* ``"!名"`` - may not be found (useful beside ``"…"``).

A field left at None is not looked at. Roles are written ``"主持 甲; 讲话 乙 丙; 出席 丁"``; attendance implied by
chairing or speaking is neither required nor wrong.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from kg.extract import extract_text
from kg.model import ArticleInfo, Meeting, Position, Record

#: cases the extractor does not meet yet: id, reason
KNOWN_FAILING = Path(__file__).with_name("known_failing.csv")
_MARKS = re.compile(r"[\s\"'“”‘’「」《》〈〉()（）·•,，、。.]")
_STEM = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|自治旗|地区|省|市|区|县|州|旗|盟)$")
_ROLES = {"主持": "CHAIRED", "讲话": "SPOKE_AT", "出席": "ATTENDED"}


@dataclass(frozen=True)
class Case:
    """One text and what must (not) be found in it. `posts` maps a person to ``"region title"`` items."""

    text: str
    published: str | None = "2023-06-20"
    source: str | None = None
    title: str | None = None
    hints: tuple[str, ...] = ()
    officials: Sequence[str] | None = None
    posts: Mapping[str, Sequence[str]] | None = None
    regions: Sequence[str] | None = None
    meetings: Sequence[str] | None = None
    kinds: Mapping[str, str] | None = None
    dates: Mapping[str, str | None] | None = None
    roles: Mapping[str, str] | None = None
    initiatives: Sequence[str] | None = None
    cooperation: Sequence[str] | None = None
    links: Sequence[str] | None = None
    silent: bool = False  # nothing at all may be found


@dataclass(frozen=True)
class Construction:
    """One construction of the genre: what it is, why a mistake in it hurts, and at least three variations."""

    name: str
    why: str
    cases: Sequence[Case] = field(default_factory=tuple)


def keyed(kind: str, constructions: Sequence[Construction]) -> Iterator[tuple[str, Case]]:
    """Every case with its id."""
    for construction in constructions:
        assert len(construction.cases) >= 3, f"{construction.name}: fewer than three variations"
        for number, case in enumerate(construction.cases, 1):
            yield f"{kind}/{construction.name}/{number}", case


def parameters(kind: str, constructions: Sequence[Construction]) -> list[object]:
    """The cases of a table as pytest parameters."""
    return keyed_parameters(keyed(kind, constructions))


def keyed_parameters(cases: Iterable[tuple[str, Case]]) -> list[object]:
    """The cases as pytest parameters; those in ``known_failing.csv`` are strict expected failures."""
    return [pytest.param(case, id=key, marks=marks_of(key)) for key, case in cases]


def marks_of(key: str) -> list[pytest.MarkDecorator]:
    """The marks of the case with this id."""
    known = known_failing()
    return [pytest.mark.xfail(strict=True, reason=known[key])] if key in known else []


@cache
def known_failing() -> dict[str, str]:
    """Case id -> reason, for the cases whose expectation the extractor does not meet yet."""
    if not KNOWN_FAILING.exists():
        return {}
    with KNOWN_FAILING.open(encoding="utf-8", newline="") as file:
        return {row["case"]: row["reason"] for row in csv.DictReader(file)}


def record_of(case: Case) -> Record:
    """The record of the case's text; a headline is the first line, as in cleaned articles."""
    info = ArticleInfo(id="t", title=case.title, published=case.published, source=case.source)
    return extract_text(case.text, info, hints=case.hints)


def check(case: Case) -> None:
    """Fail with every difference between the record and what the case expects."""
    problems = differences(case, record_of(case))
    assert not problems, "\n" + case.text + "\n\n" + "\n".join(problems)


def differences(case: Case, record: Record) -> list[str]:
    """What is missed, wrong or out of place, one line each."""
    out = _sound(case, record)
    if case.silent:
        for kind in ("officials", "regions", "organizations", "meetings", "initiatives", "relations"):
            if getattr(record, kind):
                out.append(f"{kind}: nothing expected, got {[_named(item) for item in getattr(record, kind)]}")
        return out
    if case.officials is not None:
        out += _compare("officials", case.officials, [o.name for o in record.officials], _same_name)
    if case.posts is not None:
        out += _posts(case.posts, record)
    if case.regions is not None:
        out += _compare(
            "regions", case.regions, [f"{r.name} {r.code or ''}".strip() for r in record.regions], _same_region
        )
    if case.meetings is not None:
        out += _compare("meetings", case.meetings, [m.name for m in record.meetings], same_meeting)
    if case.kinds is not None:
        out += _kinds(case.kinds, record)
    if case.dates is not None:
        out += _dates(case.dates, record)
    if case.roles is not None:
        out += _roles(case.roles, record)
    if case.initiatives is not None:
        out += _compare("initiatives", case.initiatives, [i.name for i in record.initiatives], _same_initiative)
    if case.cooperation is not None:
        out += _cooperation(case.cooperation, record)
    if case.links is not None:
        out += _links(case.links, record)
    return out


# -- comparing ------------------------------------------------------------


def plain(text: str) -> str:
    """Names as compared: without marks and blanks, zones in their short form."""
    text = _MARKS.sub("", text)
    for full, short in (("高新技术产业开发区", "高新区"), ("经济技术开发区", "经开区"), ("经济开发区", "经开区")):
        text = text.replace(full, short)
    return text


def same_meeting(want: str, got: str) -> bool:
    """Whether two names of a meeting are one: equal, or one holds most of the other, or nearly the same characters."""
    a, b = plain(want), plain(got)
    if a == b:
        return True
    if re.findall(r"第[一二三四五六七八九十\d]+", a) != re.findall(r"第[一二三四五六七八九十\d]+", b):
        return False
    if (a in b or b in a) and min(len(a), len(b)) / max(len(a), len(b)) >= 0.6:
        return True
    return _dice(a, b) >= 0.7


def _dice(a: str, b: str) -> float:
    x, y = (Counter(s[i : i + 2] for i in range(len(s) - 1)) for s in (a, b))
    return 2 * sum((x & y).values()) / max(1, sum(x.values()) + sum(y.values()))


def _same_name(want: str, got: str) -> bool:
    return plain(want) == plain(got)


def _same_initiative(want: str, got: str) -> bool:
    a, b = plain(want), plain(got)
    return a == b or ((a in b or b in a) and min(len(a), len(b)) / max(len(a), len(b)) >= 0.75) or _dice(a, b) >= 0.85


def _same_region(want: str, got: str) -> bool:
    """``"赣州市"`` asks for the name, ``"市中区 -"`` for no code, ``"鼓楼区 320106"`` for that code."""
    name, _, code = want.partition(" ")
    got_name, _, got_code = got.partition(" ")
    if plain(name) != plain(got_name):
        return False
    return not code or (not got_code if code == "-" else code == got_code[:6])


def _compare(what: str, want: Sequence[str], got: Sequence[str], same: Callable[[str, str], bool]) -> list[str]:
    open_ended = "…" in want
    required = [w for w in want if w != "…" and not w.startswith("!") and not w.endswith("?")]
    allowed = [w.rstrip("?") for w in want if w != "…" and not w.startswith("!")]
    banned = [w[1:] for w in want if w.startswith("!")]
    out = [f"{what}: missed {w}" for w in required if not any(same(w, g) for g in got)]
    for g in got:
        if any(same(b, g) for b in banned) or (not open_ended and not any(same(a, g) for a in allowed)):
            out.append(f"{what}: wrong {g}")
    return out


def _post(region: str, text: str) -> str:
    """A post without what only repeats its region or the word for government: 大丰区委书记 → 委书记."""
    text = plain(text).replace("中国共产党", "").replace("中共", "").replace("发展和改革", "发展改革")
    for cut in (plain(region), _STEM.sub("", plain(region))):
        if len(cut) >= 2 and text.removeprefix(cut) not in ("", "长"):
            text = text.removeprefix(cut)
    text = re.sub(r"人民政府|政府", "", text).replace("委员会", "委")
    return re.sub(r"^[省市区县州旗镇乡](?!长)(?=.)", "", text)


def _same_post(want: str, position: Position) -> bool:
    region, _, title = want.rpartition(" ")
    if region != "*" and plain(region) != plain(position.region or ""):
        return False
    need = _post(region, title)
    org, got = _post(region, position.org or ""), _post(region, position.title)
    forms = {got, org + got}
    for tail in ("党组", "党委", "党工委", "委"):
        if got.startswith(tail):
            forms.add(org.removesuffix(tail) + got)
    return need in forms or any(
        _dice(need, f) >= 0.75 and need[-2:] == f[-2:] for f in forms if ("副" in f) == ("副" in need)
    )


def _posts(want: Mapping[str, Sequence[str]], record: Record) -> list[str]:
    out: list[str] = []
    for name, posts in want.items():
        official = next((o for o in record.officials if plain(o.name) == plain(name)), None)
        if official is None:
            out.append(f"posts: no official {name}")
            continue
        left = list(official.positions)
        for post in posts:
            if post == "…":
                continue
            optional, banned = post.endswith("?"), post.startswith("!")
            bare, _, status = post.strip("!?").partition("/")
            hit = next((p for p in left if _same_post(bare, p)), None)
            if hit is None:
                if not optional and not banned:
                    out.append(f"posts: {name} missed {bare}")
                continue
            left.remove(hit)
            if banned:
                out.append(f"posts: {name} wrong {_shown(hit)}")
            elif status and hit.status not in status.split("|"):
                out.append(f"posts: {name} {bare} should be {status}, is {hit.status}")
        if "…" not in posts:
            out += [f"posts: {name} wrong {_shown(p)}" for p in left]
    return out


def _shown(position: Position) -> str:
    return f"{position.region}|{position.org}|{position.title}|{position.status}"


def _find(name: str, meetings: Iterable[Meeting]) -> Meeting | None:
    found = list(meetings)
    for meeting in found:
        if plain(meeting.name) == plain(name):
            return meeting
    return next((m for m in found if any(same_meeting(name, n) for n in (m.name, *m.aliases))), None)


def _kinds(want: Mapping[str, str], record: Record) -> list[str]:
    out: list[str] = []
    for name, kind in want.items():
        item = _find(name, record.meetings) or next(
            (i for i in record.initiatives if _same_initiative(name, i.name)), None
        )
        if item is None:
            out.append(f"kinds: nothing named {name}")
        elif item.kind not in kind.split("|"):
            out.append(f"kinds: {item.name} should be {kind}, is {item.kind}")
    return out


def _dates(want: Mapping[str, str | None], record: Record) -> list[str]:
    out: list[str] = []
    for name, iso in want.items():
        meeting = _find(name, record.meetings)
        if meeting is None:
            out.append(f"dates: no meeting {name}")
        elif meeting.date != iso:
            out.append(f"dates: {meeting.name} should be {iso}, is {meeting.date}")
        elif iso is not None:
            precision = {7: "day" if iso.startswith("--") else "month", 4: "year"}.get(len(iso), "day")
            if meeting.date_precision != precision:
                out.append(f"dates: {meeting.name} precision should be {precision}, is {meeting.date_precision}")
    return out


def _roles(want: Mapping[str, str], record: Record) -> list[str]:
    out: list[str] = []
    told: set[str] = set()
    for name, text in want.items():
        if name == "…":
            told |= {m.name for m in record.meetings}
            continue
        optional = name.endswith("?")
        meeting = _find(name.rstrip("?"), record.meetings)
        if meeting is None:
            if not optional:
                out.append(f"roles: no meeting {name}")
            continue
        told.add(meeting.name)
        if optional:
            continue
        got = {
            r: {x.source for x in record.relations if x.type == r and x.target == meeting.name} for r in _ROLES.values()
        }
        got["ATTENDED"] -= got["CHAIRED"] | got["SPOKE_AT"]
        need: dict[str, list[str]] = {}
        for part in filter(None, (p.strip() for p in text.split(";"))):
            word, *people = part.split()
            need[_ROLES[word]] = people
        got["ATTENDED"] -= {p.rstrip("?") for r in ("CHAIRED", "SPOKE_AT") for p in need.get(r, ())}
        for role, found in got.items():
            out += [
                f"{line} ({meeting.name})" for line in _compare(role, need.get(role, ()), sorted(found), _same_name)
            ]
    for relation in record.relations:
        if relation.type in _ROLES.values() and relation.target not in told:
            out.append(f"roles: wrong {relation.source} {relation.type} {relation.target}")
    return out


def _cooperation(want: Sequence[str], record: Record) -> list[str]:
    """``"甲市-乙市 agreement co_build?"``: the pair, its modes; a mode or a pair (``?甲市-乙市``) may be optional."""
    got: dict[frozenset[str], set[str]] = {}
    for r in record.relations:
        if r.type == "COOPERATES_WITH":
            got.setdefault(frozenset((plain(r.source), plain(r.target))), set()).add(r.mode or "")
    out: list[str] = []
    seen: set[frozenset[str]] = set()
    for line in want:
        if line == "…":
            continue
        pair, *modes = line.lstrip("?!").split()
        ends = frozenset(plain(p) for p in pair.split("-"))
        seen.add(ends)
        have = got.get(ends)
        if line.startswith("!"):
            if have:
                out.append(f"cooperation: wrong {pair} {sorted(have)}")
            continue
        if have is None:
            if not line.startswith("?"):
                out.append(f"cooperation: missed {line}")
            continue
        out += [f"cooperation: {pair} missed mode {m}" for m in modes if not m.endswith("?") and m not in have]
        if modes:
            out += [f"cooperation: {pair} wrong mode {m}" for m in sorted(have - {m.rstrip("?") for m in modes})]
    if "…" not in want:
        out += [f"cooperation: wrong {'-'.join(sorted(k))} {sorted(v)}" for k, v in got.items() if k not in seen]
    return out


def _links(want: Sequence[str], record: Record) -> list[str]:
    """``"HELD_IN 座谈会 赣州市"``; types not named by any line are not looked at."""
    types = {line.lstrip("!").split()[0] for line in want if line != "…"}
    got = [f"{r.type}|{r.source}|{r.target}" for r in record.relations if r.type in types]
    bodies = {o.name for o in record.organizations}
    if "…" not in want:
        got = [g for g in got if not (g.startswith("TOOK_PART_IN") and g.split("|")[1] in bodies)]

    def same(line: str, found: str) -> bool:
        kind, a, b = line.split()
        got_kind, got_a, got_b = found.split("|")
        return kind == got_kind and all(
            plain(x) == plain(y) or (len(plain(x)) > 5 and same_meeting(x, y)) for x, y in ((a, got_a), (b, got_b))
        )

    return _compare("links", want, got, same)


def _named(item: object) -> str:
    return str(getattr(item, "name", None) or item)


def _sound(case: Case, record: Record) -> list[str]:
    """What holds of every record: evidence lies in the text, relations end at nodes of the record."""
    out: list[str] = []
    names = {
        item.name
        for kind in (record.officials, record.regions, record.organizations, record.meetings, record.initiatives)
        for item in kind
    }
    for r in record.relations:
        if r.source not in names or r.target not in names:
            out.append(f"sound: {r.type} {r.source} {r.target} ends at no node")
        if not 0 <= r.start < r.end <= len(case.text):
            out.append(f"sound: {r.type} {r.source} offsets {r.start}:{r.end} lie outside the text")
        if not 0 <= r.confidence <= 1:
            out.append(f"sound: {r.type} {r.source} confidence {r.confidence}")
    return out
