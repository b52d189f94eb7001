"""A made-up press of which the truth is known: who is who in it, and which meeting is which.

Divisions are the real ones, people and events are drawn. Officials make careers over fifteen years (a seat is filled
from below, from beside, from elsewhere in the province, seldom from another one, or by somebody new); their names are
drawn by the frequency of surnames and given characters, so namesakes are as common as they are. Every event is
reported by one to eight media, each with its own wording: posts left out, meeting names shortened or turned, dates
without a year, blanks in names, reprints word for word, the division's name of the day.
"""

from __future__ import annotations

import bisect
import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import resources
from itertools import accumulate

from kg.lexicon.tables import load
from kg.model import ArticleInfo, Meeting, Official, Position, Record, Region, Relation, Span
from kg.resolve.names import OTHER

FIRST, LAST = date(2008, 1, 1), date(2022, 12, 31)

_HEADS = {"province": "省", "prefecture": "市", "county": "县"}
#: (title, steps below the chief, how many of them)
_SEATS = (
    ("委书记", 0, 1),
    ("长", 0, 1),
    ("人大常委会主任", 0, 1),
    ("政协主席", 0, 1),
    ("委副书记", 1, 1),
    ("常务副长", 1, 1),
    ("纪委书记", 1, 1),
    ("委常委、组织部部长", 1, 1),
    ("委常委、宣传部部长", 1, 1),
    ("副长", 1, 4),
    ("发改委主任", 2, 1),
    ("财政局局长", 2, 1),
    ("交通运输局局长", 2, 1),
    ("教育局局长", 2, 1),
)
_CHIEF = {"province": 8, "prefecture": 6, "county": 4}
# fmt: off
_TOPICS = (
    "优化营商环境", "乡村振兴", "安全生产", "生态环境保护", "招商引资", "项目建设", "防汛抗旱", "森林防火",
    "教育高质量发展", "卫生健康", "城市更新", "数字经济", "科技创新", "农村人居环境整治", "扫黑除恶", "信访维稳",
    "脱贫攻坚", "交通建设", "文旅融合", "粮食安全", "法治建设", "国资国企改革", "民营经济", "产业链", "开发区改革",
    "基层治理", "河湖长制", "食品安全", "就业创业", "住房保障",
)
# fmt: on
_FORMS = ("工作会议", "推进会", "动员大会", "座谈会", "专题会议", "现场会", "调度会", "领导小组会议")
_SERIES = ("政府常务会议", "委常委会会议", "人大常委会会议", "政协常委会会议")
_MEDIA = ("日报", "晚报", "政府网", "新闻网", "发布", "广播电视台", "在线", "晨报")


@dataclass(eq=False)
class Person:
    number: int
    name: str
    seat: Seat | None = None


@dataclass(eq=False)
class Seat:
    unit: Unit
    title: str
    step: int
    holder: Person | None = None
    until: date = FIRST

    @property
    def rank(self) -> int:
        return _CHIEF[self.unit.level] - self.step


@dataclass(eq=False)
class Unit:
    code: str
    name: str
    level: str
    parent: Unit | None
    start: int | None = None
    seats: list[Seat] = field(default_factory=list)
    below: list[Unit] = field(default_factory=list)
    former: tuple[str, str, int] | None = None  # name and code it bore until that year
    sessions: dict[str, int] = field(default_factory=dict)

    def called(self, day: date) -> tuple[str, str]:
        if self.former and day.year < self.former[2]:
            return self.former[0], self.former[1]
        return self.name, self.code


@dataclass(frozen=True)
class Labelled:
    """A record and its truth: official name -> person, meeting name -> event."""

    record: Record
    people: dict[str, int]
    meetings: dict[str, int]


#: How often, beside a listed character, another is drawn: as often as the listed were counted in one name only.
_UNLISTED = 0.1


class Names:
    """Draws names as often as they are borne."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._surnames = self._table("surname_shares.csv", 1.0)
        self._one = self._table("given_characters.csv", 1.0, 2)
        # given names are likelier pairs of likely characters than chance makes them
        self._two = self._table("given_characters.csv", 1.2)

    def draw(self) -> str:
        given = self._pick(self._one) if self._rng.random() < 0.15 else self._pick(self._two) + self._pick(self._two)
        return self._pick(self._surnames) + given

    def _pick(self, table: tuple[list[str], list[float]]) -> str:
        values, sums = table
        return values[bisect.bisect(sums, self._rng.random() * sums[-1])]

    @staticmethod
    def _table(name: str, power: float, column: int = 1) -> tuple[list[str], list[float]]:
        with resources.files("kg.resolve").joinpath("data", name).open(encoding="utf-8") as handle:
            shares = {row[0]: float(row[column]) ** power for row in list(csv.reader(handle))[1:]}
        if shares.pop(OTHER, None) is not None:
            rare = sum(shares.values()) * _UNLISTED / len(others := [c for c in _characters() if c not in shares])
            shares |= dict.fromkeys(others, rare)
        return list(shares), list(accumulate(shares.values()))


def _characters() -> list[str]:
    """The 3,755 common characters of GB 2312: what a rare given name is made of."""
    found = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [char for code in found if (char := code.decode("gb2312", "ignore"))]


class Press:
    """The country, its officials and its papers; `articles` runs through the years."""

    def __init__(self, seed: int, provinces: int = 31) -> None:
        self.rng = random.Random(seed)
        self.names = Names(self.rng)
        self.people: list[Person] = []
        self.units = self._units()
        chosen = set(self.rng.sample(sorted({u.code[:2] for u in self.units}), provinces))
        self.units = [u for u in self.units if u.code[:2] in chosen]
        self.by_rank: dict[tuple[str, int], list[Seat]] = defaultdict(list)
        for unit in self.units:
            for title, step, number in _SEATS:
                for _ in range(number):
                    seat = Seat(unit, title, step)
                    unit.seats.append(seat)
                    self.by_rank[self._province(unit).code, seat.rank].append(seat)
                    self._sit(seat, self._new(), FIRST - timedelta(days=self.rng.randrange(1200)))
        self.events = 0
        self.number = 0

    # -- the country ------------------------------------------------------------------------------------------------

    def _units(self) -> list[Unit]:
        places = load().places
        units: dict[str, Unit] = {}
        order = {"province": 0, "prefecture": 1, "county": 2}
        live = [p for p in places.values() if p.end is None and p.code and p.level in order and p.kind == "division"]
        for place in sorted(live, key=lambda p: (order[p.level], p.id)):
            if place.code is None or place.code[:2] in ("71", "81", "82"):
                continue
            parent = units.get(place.parent or "")
            unit = Unit(place.code, place.name, place.level, parent, place.start)
            units[place.id] = unit
            if parent is not None:
                parent.below.append(unit)
        for place in places.values():
            heir = units.get(place.successor or "")
            if heir and place.end and place.code and heir.start == place.end and FIRST.year < place.end <= LAST.year:
                heir.former = None if heir.former else (place.name, place.code, place.end)
        return list(units.values())

    def _province(self, unit: Unit) -> Unit:
        while unit.parent is not None:
            unit = unit.parent
        return unit

    # -- careers ----------------------------------------------------------------------------------------------------

    def _new(self) -> Person:
        person = Person(len(self.people), self.names.draw())
        self.people.append(person)
        return person

    def _sit(self, seat: Seat, person: Person, day: date) -> None:
        if person.seat is not None:
            person.seat.holder = None
        person.seat = seat
        seat.holder = person
        seat.until = day + timedelta(days=self.rng.randrange(500, 2000))

    def turn(self, day: date) -> None:
        """Fill the seats that are empty or whose time is over."""
        for unit in self.units:
            for seat in unit.seats:
                if seat.holder is not None and seat.until > day:
                    continue
                old = seat.holder
                self._sit(seat, self._candidate(seat), day)
                if old is not None and old.seat is seat:
                    old.seat = None

    def _candidate(self, seat: Seat) -> Person:
        draw = self.rng.random()
        pool: list[Seat] = []
        if draw < 0.35:
            pool = [s for s in seat.unit.seats if s.step == seat.step + 1]
        elif draw < 0.55 and seat.unit.parent is not None and seat.rank >= 3:
            near = self.rng.choice(seat.unit.parent.below)
            pool = [s for s in near.seats if s.rank in (seat.rank, seat.rank - 1)]
        elif draw < 0.62:
            pool = self.by_rank[self._province(seat.unit).code, seat.rank - 1]
        elif draw < 0.64 and seat.rank >= 6:
            pool = self.by_rank[self._province(self.rng.choice(self.units)).code, seat.rank]
        pool = [s for s in pool[:4000] if s.holder is not None]
        return self.rng.choice(pool).holder or self._new() if pool else self._new()

    # -- the papers -------------------------------------------------------------------------------------------------

    def articles(self, number: int) -> Iterator[Labelled]:
        """`number` articles over the fifteen years."""
        days = (LAST - FIRST).days
        made = 0
        turned = FIRST
        per_event = 2.6
        events = int(number / per_event) + 1
        for n in range(events * 2):
            day = FIRST + timedelta(days=int(days * n / events))
            if day > LAST or made >= number:
                day = min(day, LAST)
            if (day - turned).days >= 60:
                self.turn(day)
                turned = day
            unit = self.rng.choice(self.units)
            # one day in eight the same people sit in a second meeting
            for _ in range(1 if self.rng.random() < 0.88 else 2):
                for item in self._event(day, unit):
                    yield item
                    made += 1
                    if made >= number:
                        return

    def _event(self, day: date, unit: Unit) -> Iterator[Labelled]:
        rng = self.rng
        self.events += 1
        event = self.events
        partner: Unit | None = None
        session: int | None = None
        draw = rng.random()
        if draw < 0.12:
            partner = rng.choice([u for u in self.units[:3000] if u.level == unit.level and u is not unit])
            name = f"{unit.name}{partner.name}合作联席会议"
            key = f"joint {unit.code} {partner.code}"
            session = unit.sessions[key] = unit.sessions.get(key, 0) + 1
            name = f"{unit.name}、{partner.name}{rng.choice(_TOPICS)}合作第{_chinese(session)}次联席会议"
        elif draw < 0.3:
            series = rng.choice(_SERIES)
            session = unit.sessions[series] = unit.sessions.get(series, 0) + 1
            name = f"{unit.name}{series}" if rng.random() < 0.5 else f"{unit.name}第{_chinese(session)}次{series}"
        else:
            name = f"{unit.name}{rng.choice(_TOPICS)}{rng.choice(_FORMS)}"
        seats = [s for s in unit.seats if s.holder]
        present = rng.sample(seats, min(len(seats), rng.choice((2, 3, 3, 4, 5, 6, 8))))
        if partner is not None:
            present += rng.sample(partner.seats, 3)
        for below in rng.sample(unit.below, min(len(unit.below), rng.choice((0, 0, 1, 2, 3)))):
            present += [s for s in below.seats[:2] if s.holder]
        seen: set[str] = set()
        attending = [s for s in present if s.holder and s.holder.name not in seen and not seen.add(s.holder.name)]  # type: ignore[func-returns-value]
        media = rng.choices(range(1, 9), weights=(40, 20, 13, 9, 7, 5, 3, 3))[0]
        original: Labelled | None = None
        for medium in range(media):
            if original is not None and rng.random() < 0.3:
                yield self._reprint(original, medium)
                continue
            original = self._report(event, day, unit, partner, name, attending, medium)
            yield original

    def _report(
        self, event: int, day: date, unit: Unit, partner: Unit | None, name: str, seats: list[Seat], medium: int
    ) -> Labelled:
        rng = self.rng
        self.number += 1
        published = day + timedelta(days=rng.choice((0, 0, 1, 1, 2)))
        called, _ = unit.called(day)
        told = self._wording(name.replace(unit.name, called), unit, called)
        officials: list[Official] = []
        relations: list[Relation] = []
        people: dict[str, int] = {}
        regions = {called: self._region(unit, day)}
        if partner is not None:
            regions[partner.called(day)[0]] = self._region(partner, day)
        kept = [s for s in seats if rng.random() < 0.9] or seats[:1]
        for n, seat in enumerate(kept):
            assert seat.holder is not None
            person = seat.holder
            written = self._written(person.name)
            bare = n > 0 and rng.random() < 0.35
            if seat.unit is not unit and not bare:
                regions.setdefault(seat.unit.called(day)[0], self._region(seat.unit, day))
            positions = () if bare else self._positions(seat, day)
            sentence = f"{seat.unit.name}{seat.title}{written}出席{told}。"
            officials.append(Official(written, positions, span=Span(n * 40, n * 40 + len(sentence), sentence)))
            people[written] = person.number
            role = ("CHAIRED", "SPOKE_AT")[n] if n < 2 else "ATTENDED"
            relations.append(Relation(role, written, told, sentence, n * 40, n * 40 + len(sentence), 0.9))  # type: ignore[arg-type]
        when: str | None = day.isoformat()
        if (draw := rng.random()) < 0.03:
            when = f"--{day:%m-%d}"
        elif draw < 0.05:
            when = None
        relations.append(Relation("HELD_IN", told, called, f"{told}在{called}召开", 1, 9, 0.9))
        if partner is not None:
            for one in (called, partner.called(day)[0]):
                relations.append(Relation("TOOK_PART_IN", one, told, f"{one}参加{told}", 1, 9, 0.9))
        info = ArticleInfo(
            f"a{self.number}",
            title=f"{called}召开{told}",
            source=f"{unit.name}{_MEDIA[medium]}",
            published=published.isoformat() if rng.random() < 0.97 else None,
            sha256=f"{rng.getrandbits(256):064x}",
        )
        meeting = Meeting(told, date=when, span=Span(0, len(told), f"{info.title}，{info.source}{self.number}"))
        record = Record(info, tuple(officials), tuple(regions.values()), (), (meeting,), (), tuple(relations))
        return Labelled(record, people, {told: event})

    def _reprint(self, original: Labelled, medium: int) -> Labelled:
        self.number += 1
        info = original.record.article
        again = ArticleInfo(
            f"a{self.number}",
            info.title,
            source=f"转载{_MEDIA[medium]}",
            published=info.published,
            sha256=f"{self.rng.getrandbits(256):064x}",
        )
        r = original.record
        record = Record(again, r.officials, r.regions, (), r.meetings, (), r.relations)
        return Labelled(record, original.people, original.meetings)

    def _wording(self, name: str, unit: Unit, called: str) -> str:
        """One meeting's name as this paper gives it."""
        rng = self.rng
        head = {"province": "全省", "prefecture": "全市", "county": "全县"}[unit.level]
        draw = rng.random()
        if draw < 0.35:
            return name
        if draw < 0.5:
            return name.replace(called, head, 1) if not name.startswith(called + "、") else name
        if draw < 0.6:
            return name.replace(called, called.rstrip("省市县区"), 1)
        if draw < 0.7:
            return name.replace("工作会议", "会议").replace("专题会议", "专题会").replace("动员大会", "动员部署会")
        if draw < 0.8:
            return name.replace("、", "—")
        if draw < 0.9:
            return name.replace("会议", "会") if "会议" in name else name + "议"
        return name.replace(called, "", 1).lstrip("、")

    def _written(self, name: str) -> str:
        if len(name) == 2 and self.rng.random() < 0.2:
            return f"{name[0]}　{name[1]}"
        return name

    def _region(self, unit: Unit, day: date) -> Region:
        called, code = unit.called(day)
        return Region(called, code, unit.level)  # type: ignore[arg-type]

    def _positions(self, seat: Seat, day: date) -> tuple[Position, ...]:
        called, code = seat.unit.called(day)
        tail = called[-1] if called[-1] in "省市县区州盟旗" else _HEADS[seat.unit.level]
        out = []
        for title in seat.title.split("、"):
            if title in ("长", "副长", "常务副长"):
                out.append(Position(title.replace("长", "") + f"{tail}长", f"{called}人民政府", called, code))
            elif title.startswith("委"):
                out.append(Position(f"{tail}{title}", f"{called[:-1]}{tail}委", called, code))
            elif title.endswith(("主任", "主席")) and title[:2] in ("人大", "政协"):
                out.append(Position(title, f"{called}{title[:-2]}", called, code))
            else:
                out.append(Position(title, f"{called}{title.removesuffix('局长').removesuffix('主任')}", called, code))
        return tuple(out)


def _chinese(n: int) -> str:
    digits = "零一二三四五六七八九"
    if n < 10:
        return digits[n]
    tens, ones = divmod(n, 10)
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
