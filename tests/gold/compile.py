#!/usr/bin/env python3
"""Compile the annotated articles in ``src/SET*.txt`` into ``SET/NAME.clean.txt`` and ``SET/NAME.json``, and check them.

usage: compile.py SET [--divisions divisions-history.csv]

A source file holds several articles::

    === D01 noise=gloss punct=half          # half: ASCII commas, colons and brackets; else full-width ones
    headline and text as a reader of the clean page sees them
    ---
    pub 2021-11-10                 # article.published; also: src MEDIUM, authors A B
    O 姓名 = 赣州市: 市委书记, 市长; 某新区: 管委会主任      # O? optional official; "post?" optional post
    R 赣州市 市中区@370402 长三角:cluster=长江三角洲 江西省?   # ?: optional, @code, @-: unresolved, *: derived name
    M1 name | kind | date | place | alias; alias                # M2? optional; ~name: a clause, not verbatim
    I1 name | kind | alias
    m1 chair: 甲 / m1 spoke: 甲 乙 / m1 att: 丙 / m1 part: 赣州市 / m1 in: 瑞金市 / m1 about: i1 i2?
    i1 covers: 赣州市 龙岩市?
    C agreement: 甲市-乙市 丙县-丁县?      # pairs;  {甲市 乙市 丙市}: every pair;  {…}?: every pair, optional
    G 某局                                  # an organization that acts

A post is written ``region: title``; the organ follows from the title, or stands before a slash (``+局/局长``:
the region's name goes before it; ``某指挥部/总指挥``: as written). ``ATTENDED`` is added for whoever chaired or spoke.
A blank within a name is written ``_``.

The checks: every name stands in the text (or is marked as derived), every code is in the divisions table, every end of
a relation is declared, dates are ISO. Exit status 1 when one fails.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DEFAULT_DIVISIONS = HERE.parents[2] / "shared" / "data" / "divisions-history.csv"

MODES = {"joint_meeting", "agreement", "co_build", "pairing", "integration", "exchange", "programme"}
MEETING_KINDS = {
    "meeting", "symposium", "joint_conference", "mobilisation", "signing", "opening", "talks", "visit", "forum",
    "plenary", "congress", "press_conference",
}  # fmt: skip
INITIATIVE_KINDS = {"agreement", "plan", "project", "zone", "strategy", "mechanism", "campaign"}
LEVELS = {"country", "province", "prefecture", "county", "township", "zone", "cluster"}
ROLE_TYPES = {"chair": "CHAIRED", "spoke": "SPOKE_AT", "att": "ATTENDED"}
CSV_LEVEL = {"省级": "province", "地级": "prefecture", "县级": "county"}
DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d)$")

LEVEL_CHAR = r"(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道)"
PARTY_TITLE = re.compile(rf"^{LEVEL_CHAR}?(?:委|党委)(?=书记|副书记|专职副书记|委员|常委|候补委员|秘书长|副秘书长)")
PARTY_ORGAN = re.compile(
    rf"^{LEVEL_CHAR}?委((?:组织部|宣传部|统战部|政法委|社会工作部|农办|办公室|编办|党校|网信办).*?)$"
)
ORGAN_HEAD = re.compile(r"^(组织部|宣传部|统战部|政法委|社会工作部|农办|办公室|编办|党校|网信办)")
GOVERNMENT_TITLE = re.compile(
    r"^(?:常务)?(?:副|代理?)?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长)(?:助理|候选人)?$"
    r"|^(?:政府|办事处)?(?:党组(?:书记|副书记|成员)|副?秘书长)$|^(?:自治区)?(?:常务)?副?主席$"
)
DEPARTMENT = re.compile(
    rf"^(?:(?!乡村){LEVEL_CHAR})?(.*?(?:局|厅|委员会|改革委|健康委|建设委|科技委|国资委|教工委|办公室|外办|港澳办|法院|检察院|中心|海关"
    r"|银行|分行|指挥部|工作组|工作队|大学|学院|研究院|总队|支队|分局|站|总工会|团委|妇联|工商联|侨联|科协|管委会))(.*)$"
)


def norm(text: str) -> str:
    """The text as the scorer compares it: without blanks and quotation marks, compatibility forms folded."""
    text = unicodedata.normalize("NFKC", text or "")
    return re.sub(r"[\s\"'“”‘’「」《》〈〉()·•,,、。.]", "", text)


def full_width(text: str) -> str:
    """Commas, colons and brackets as Chinese print sets them; those within figures and times stay."""
    text = re.sub(r"(?<!\d),|,(?!\d)", "\uff0c", text)
    text = re.sub(r"(?<!\d):|:(?!\d)", "\uff1a", text)
    return text.translate(str.maketrans("();!?", "\uff08\uff09\uff1b\uff01\uff1f"))


@dataclass
class Divisions:
    """Names and codes of GB/T 2260, current and former."""

    by_name: dict[str, list[dict[str, str]]]
    by_code: dict[str, list[dict[str, str]]]

    @classmethod
    def load(cls, path: Path) -> Divisions:
        by_name: dict[str, list[dict[str, str]]] = defaultdict(list)
        by_code: dict[str, list[dict[str, str]]] = defaultdict(list)
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                by_name[row["名称"]].append(row)
                by_code[row["代码"]].append(row)
        return cls(by_name, by_code)

    def find(self, name: str, code: str | None) -> dict[str, str]:
        """The row of a name. Raises `ValueError` where it is unknown, ambiguous or does not bear the code."""
        rows = self.by_name.get(name, [])
        if code:
            rows = [row for row in self.by_code.get(code, []) if row["名称"] == name]
            if not rows:
                raise ValueError(f"{name}@{code}: no such division")
            return rows[-1]
        current = [row for row in rows if row["状态"] == "在用"] or rows
        codes = {row["代码"] for row in current}
        if len(codes) != 1:
            raise ValueError(f"{name}: {'unknown' if not codes else 'several: ' + ' '.join(sorted(codes))}")
        return current[-1]

    def parent(self, row: dict[str, str]) -> str | None:
        code = row["代码"]
        if code.endswith("0000"):
            return None
        above = [code[:2] + "0000"] if code.endswith("00") else [code[:4] + "00", code[:2] + "0000"]
        for candidate in above:
            rows = [r for r in self.by_code.get(candidate, []) if r["状态"] == "在用"] or self.by_code.get(candidate)
            if rows:
                return rows[-1]["名称"]
        return None


@dataclass
class Item:
    """One marked word of a list: ``name@code:level=alias|alias^parent`` and the trailing marks ``?`` and ``*``."""

    name: str
    optional: bool = False
    derived: bool = False
    code: str | None = None
    level: str | None = None
    aliases: list[str] = field(default_factory=list)
    parent: str | None = None

    @classmethod
    def read(cls, word: str) -> Item:
        optional = derived = False
        while word and word[-1] in "?*":
            optional |= word[-1] == "?"
            derived |= word[-1] == "*"
            word = word[:-1]
        match = re.fullmatch(r"([^@:=^]+)(?:@([^:=^]+))?(?::([a-z]+))?(?:=([^^]+))?(?:\^(.+))?", word)
        if not match:
            raise ValueError(f"cannot read {word!r}")
        name, code, level, aliases, parent = (part.replace("_", " ") if part else part for part in match.groups())
        return cls(name or "", optional, derived, code, level, aliases.split("|") if aliases else [], parent)


def organ(region: str, title: str) -> tuple[str, str]:
    """The organ a title belongs to, and the title: ``赣州市``, ``市委书记`` -> ``赣州市委``, ``市委书记``."""
    if "/" in title:
        org, _, title = title.partition("/")
        return (region + org[1:] if org.startswith("+") else org), title
    township = bool(re.search(r"(镇|乡|街道|办事处)$", region))
    party = region + ("党工委" if region.endswith(("街道", "办事处")) else "党委" if township else "委")
    if region.endswith("自治区"):
        party = region + "党委"
    if re.fullmatch(rf"(?:{LEVEL_CHAR}?委)?常委", title):
        return party, "常委"
    if PARTY_TITLE.match(title) or (re.fullmatch(r"党委(副?书记|委员)", title) and township):
        return party, title
    if match := PARTY_ORGAN.match(title):
        head = ORGAN_HEAD.match(match.group(1))
        return party + (head.group(1) if head else ""), title
    if match := ORGAN_HEAD.match(title):
        return party + match.group(1), title
    if GOVERNMENT_TITLE.match(re.sub(rf"^{LEVEL_CHAR}?政府", "政府", title)):
        return region + "人民政府", title
    for mark, org in (("人大常委会", "人大常委会"), ("人大主席", "人大"), ("政协", "政协"), ("纪委", "纪委"),
                      ("监委", "监委"), ("党工委", "党工委"), ("管委会", "管委会"), ("执委会", "执委会")):  # fmt: skip
        if re.match(rf"^{LEVEL_CHAR}?{mark}", title):
            return region + org, title
    if match := DEPARTMENT.match(title):
        return region + match.group(1), title
    raise ValueError(f"{region}: {title}: which organ?")


class Article:
    """One article and its annotation, compiled step by step; what is wrong is gathered in `errors`."""

    def __init__(self, name: str, text: str, notes: str, divisions: Divisions) -> None:
        self.name, self.text, self.divisions = name, text.strip() + "\n", divisions
        self.plain = norm(self.text)
        self.errors: list[str] = []
        self.info: dict[str, Any] = {"id": name, "title": self.text.split("\n", 1)[0], "published": None,
                                     "source": None, "authors": []}  # fmt: skip
        self.officials: list[dict[str, Any]] = []
        self.regions: list[dict[str, Any]] = []
        self.organizations: list[dict[str, Any]] = []
        self.meetings: dict[str, dict[str, Any]] = {}
        self.initiatives: dict[str, dict[str, Any]] = {}
        self.relations: list[dict[str, Any]] = []
        for number, line in enumerate(notes.strip().splitlines(), 1):
            line = line.split("  #")[0].strip()
            if not line:
                continue
            try:
                self.read_line(line)
            except ValueError as error:
                self.errors.append(f"line {number}: {error}")
        self.finish()

    def read_line(self, line: str) -> None:
        head, _, rest = line.partition(" ")
        if head in ("pub", "src", "title"):
            self.info[{"pub": "published", "src": "source", "title": "title"}[head]] = rest.strip()
        elif head == "authors":
            self.info["authors"] = rest.split()
        elif head in ("O", "O?"):
            self.read_official(rest, head.endswith("?"))
        elif head == "R":
            for word in rest.split():
                self.read_region(Item.read(word))
        elif head == "G":
            self.organizations += [{"name": word.replace("_", " ")} for word in rest.split()]
        elif match := re.fullmatch(r"([MI])(\d+)(\?)?", head):
            self.read_event(match.group(1), match.group(2), bool(match.group(3)), rest)
        elif match := re.fullmatch(r"m(\d+) (chair|spoke|att|part|in|about): *(.*)", line):
            self.read_meeting_relation(*match.groups())
        elif match := re.fullmatch(r"i(\d+) covers: *(.*)", line):
            source = self.initiatives[match.group(1)]["name"]
            for item in map(Item.read, match.group(2).split()):
                self.relate("COVERS", source, item.name, item.optional)
        elif match := re.fullmatch(r"C ([a-z_]+): *(.*)", line):
            self.read_cooperation(*match.groups())
        else:
            raise ValueError(f"cannot read {line!r}")

    def read_official(self, rest: str, optional: bool) -> None:
        name, _, posts = rest.partition("=")
        official: dict[str, Any] = {"name": name.strip().replace("_", " "), "positions": []}
        if optional:
            official["optional"] = True
        for group in filter(None, (part.strip() for part in posts.split(";"))):
            region, _, titles = group.partition(":")
            region = region.strip()
            for title in filter(None, (t.strip() for t in re.split("[,,]", titles))):
                loose = title.endswith("?")
                org, short = organ("" if region == "-" else region, title.rstrip("?"))
                post = {"title": short, "org": org, "region": None if region == "-" else region}
                official["positions"].append(dict(post, optional=True) if loose else post)
        if norm(official["name"]) not in self.plain:
            self.errors.append(f"official not in the text: {official['name']}")
        self.officials.append(official)

    def read_region(self, item: Item) -> None:
        region: dict[str, Any] = {"name": item.name, "code": None, "level": item.level, "parent": item.parent}
        if item.level not in (None, *LEVELS):
            raise ValueError(f"{item.name}: level {item.level}")
        if item.code == "-":
            region["level"] = item.level or "county"
        elif item.level is None:
            row = None
            if re.search(r"(镇|乡|街道|办事处|苏木)$", item.name):
                region["level"] = "township"
            else:
                row = self.divisions.find(item.name, item.code)
                region.update(code=row["代码"], level=CSV_LEVEL[row["级别"]], parent=self.divisions.parent(row))
        if item.aliases:
            region["aliases"] = item.aliases
        if item.optional:
            region["optional"] = True
        short = re.sub(r"(壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|省|市|区|县|旗|盟)$", "", item.name)
        short = short if len(short) > 1 else item.name
        if not item.derived and not any(norm(n) in self.plain for n in (item.name, short, *item.aliases)):
            self.errors.append(f"region not in the text: {item.name}")
        self.regions.append(region)

    def read_event(self, kind: str, number: str, optional: bool, rest: str) -> None:
        parts = [part.strip() for part in rest.split("|")]
        clause = parts[0].startswith("~")
        event: dict[str, Any] = {"name": parts[0].lstrip("~"), "kind": parts[1] if len(parts) > 1 else "meeting"}
        names = [event["name"]]
        if kind == "M":
            date, place, alias = ([*parts[2:], "", "", ""])[:3]
            if date not in ("", "-") and not DATE.match(date):
                self.errors.append(f"date {date}")
            event["date"] = None if date in ("", "-") else date
            event["date_precision"] = {0: "none", 4: "year", 7: "month"}.get(len(event["date"] or ""), "day")
            event["place"] = None if place in ("", "-") else place
        else:
            alias = parts[2] if len(parts) > 2 else ""
        if alias:
            event["aliases"] = [a.strip() for a in alias.split(";")]
        if optional:
            event["optional"] = True
        if event["kind"] not in (MEETING_KINDS if kind == "M" else INITIATIVE_KINDS):
            self.errors.append(f"kind {event['kind']}")
        if not clause and not any(norm(n) in self.plain for n in names):
            self.errors.append(f"not in the text: {event['name']}")
        (self.meetings if kind == "M" else self.initiatives)[number] = event

    def read_meeting_relation(self, number: str, verb: str, rest: str) -> None:
        meeting = self.meetings[number]["name"]
        for item in map(Item.read, rest.split()):
            if verb in ROLE_TYPES:
                self.relate(ROLE_TYPES[verb], item.name, meeting, item.optional)
            elif verb == "part":
                self.relate("TOOK_PART_IN", item.name, meeting, item.optional)
            elif verb == "in":
                self.relate("HELD_IN", meeting, item.name, item.optional)
            else:
                self.relate("CONCERNS", meeting, self.initiatives[item.name.lstrip("i")]["name"], item.optional)

    def read_cooperation(self, mode: str, rest: str) -> None:
        if mode not in MODES:
            raise ValueError(f"mode {mode}")
        for group, mark in re.findall(r"\{([^}]*)\}(\?)?", rest):
            for a, b in itertools.combinations(group.split(), 2):
                self.relate("COOPERATES_WITH", a, b, bool(mark), mode)
        for word in re.sub(r"\{[^}]*\}\??", "", rest).split():
            a, dash, b = word.rstrip("?").partition("-")
            if not dash:
                raise ValueError(f"pair {word}")
            self.relate("COOPERATES_WITH", a.replace("_", " "), b.replace("_", " "), word.endswith("?"), mode)

    def relate(self, kind: str, source: str, target: str, optional: bool = False, mode: str | None = None) -> None:
        relation: dict[str, Any] = {"type": kind, "source": source, "target": target}
        if mode:
            relation["mode"] = mode
        if optional:
            relation["optional"] = True
        self.relations.append(relation)

    def finish(self) -> None:
        """Add what follows (attendance of speakers, organs of posts) and check the ends of every relation."""
        attended = {(r["source"], r["target"]) for r in self.relations if r["type"] == "ATTENDED"}
        for relation in list(self.relations):
            pair = (relation["source"], relation["target"])
            if relation["type"] in ("CHAIRED", "SPOKE_AT") and pair not in attended:
                attended.add(pair)
                self.relate("ATTENDED", *pair, bool(relation.get("optional")))
        known = {o["name"] for o in self.organizations}
        for org in dict.fromkeys(p["org"] for o in self.officials for p in o["positions"] if p["org"]):
            if org not in known:
                self.organizations.append({"name": org, "optional": True})
        people = {o["name"] for o in self.officials}
        places = {r["name"] for r in self.regions}
        bodies = {o["name"] for o in self.organizations}
        meetings = {m["name"] for m in self.meetings.values()}
        plans = {i["name"] for i in self.initiatives.values()}
        ends = {"CHAIRED": (people, meetings), "SPOKE_AT": (people, meetings), "ATTENDED": (people, meetings),
                "TOOK_PART_IN": (places | bodies, meetings), "HELD_IN": (meetings, places),
                "CONCERNS": (meetings, plans), "COVERS": (plans, places),
                "COOPERATES_WITH": (places, places)}  # fmt: skip
        seen = set()
        for relation in self.relations:
            for end, pool in zip(("source", "target"), ends[relation["type"]], strict=True):
                if relation[end] not in pool:
                    self.errors.append(f"{relation['type']} {end} not declared: {relation[end]}")
            key = (relation["type"], relation["source"], relation["target"], relation.get("mode"))
            if key in seen:
                self.errors.append(f"twice: {key}")
            seen.add(key)
        for post_region in {p["region"] for o in self.officials for p in o["positions"] if p["region"]} - places:
            self.errors.append(f"region of a post not declared: {post_region}")
        if self.info["published"] and not DATE.match(self.info["published"]):
            self.errors.append(f"published {self.info['published']}")
        for author in self.info["authors"]:
            if norm(author) not in self.plain:
                self.errors.append(f"author not in the text: {author}")
        for kind in (self.officials, self.regions):
            names = [(x["name"], x.get("code")) for x in kind]
            for name in {n for n in names if names.count(n) > 1}:
                self.errors.append(f"declared twice: {name}")

    def record(self) -> dict[str, Any]:
        return {"article": self.info, "officials": self.officials, "regions": self.regions,
                "organizations": self.organizations, "meetings": list(self.meetings.values()),
                "initiatives": list(self.initiatives.values()), "relations": self.relations}  # fmt: skip


def split_source(path: Path) -> list[tuple[str, dict[str, str], str, str]]:
    """The articles of one source file: name, options, text, notes."""
    articles = []
    for block in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        head, _, body = block.partition("\n")
        name, *options = head.split()
        text, found, notes = body.partition("\n---\n")
        if not found:
            raise ValueError(f"{path.name}: {name}: no '---' between text and notes")
        articles.append((name, dict(option.split("=", 1) for option in options), text, notes))
    return articles


def articles_of(set_name: str) -> list[tuple[str, dict[str, str], str, str]]:
    """Every article of a set, in the order of the source files."""
    return [article for path in sorted((HERE / "src").glob(f"{set_name}*.txt")) for article in split_source(path)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set")
    parser.add_argument("--divisions", type=Path, default=DEFAULT_DIVISIONS)
    arguments = parser.parse_args()
    if not arguments.divisions.exists():
        print(f"{arguments.divisions}: no such file; give --divisions", file=sys.stderr)
        return 2
    divisions = Divisions.load(arguments.divisions)
    folder, failed, count = HERE / arguments.set, 0, 0
    folder.mkdir(exist_ok=True)
    for name, options, text, notes in articles_of(arguments.set):
        full = options.get("punct", "full") == "full"
        article = Article(name, full_width(text) if full else text, notes, divisions)
        for error in article.errors:
            print(f"{name}: {error}", file=sys.stderr)
        failed += bool(article.errors)
        count += 1
        (folder / f"{name}.clean.txt").write_text(article.text, encoding="utf-8")
        record = json.dumps(article.record(), ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(record + "\n", encoding="utf-8")
    print(f"{count} articles, {failed} with errors")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
