#!/usr/bin/env python3
"""Compile the annotations ``src/SET.txt`` into ``SET/ID.json`` and check them against the texts, not kept here.

usage: build.py SET NEWS.jsonl.gz [--divisions divisions-history.csv]

The notation is that of ``../compile.py`` (an article is ``=== ID KIND``, without a text), and besides::

    P 云南省: 副省长 = 牛绍尧 梁公卿    # several officials of one post
    like 2 1                            # meeting 2 (an opening) has the roles and places of meeting 1, optional
    alt 1 1998-01-18                    # another date that is right as well
    G 某局*                             # * an organization named otherwise in the text

``-: organ/title`` is a post of no region; ``-: /title`` one of no organ either. KIND is ``rich``, ``little`` or
``none`` (a page with nothing to find). A relation with an optional end becomes optional. No meeting is dated after the
day of publication.

Exit status 1 when a check fails; the record is written all the same.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from compile import DEFAULT_DIVISIONS, Article, Divisions, norm  # noqa: E402
from draw import read  # noqa: E402

KINDS = ("rich", "little", "none")


class RealArticle(Article):
    """An annotation of an item of the collection; the record keeps its id, no title and no text."""

    def __init__(self, item: dict[str, Any], notes: str, divisions: Divisions) -> None:
        self.copies: list[tuple[str, str]] = []
        super().__init__(item["id"], item["title"] + "\n" + item["text"], notes, divisions)
        self.info["title"] = None
        self.info["published"] = item["date"]
        self.info["source"] = item["source"].split(" (")[0]
        for meeting in self.meetings.values():
            for date in (meeting["date"], *meeting.get("date_alternatives", [])):
                if date and date > item["date"]:
                    self.errors.append(f"after publication: {meeting['name']} {date}")

    def read_line(self, line: str) -> None:
        if match := re.fullmatch(r"P ([^:]+): ([^=]+) = (.+)", line):
            region, title, names = match.groups()
            for name in names.split():
                self.read_official(f"{name} = {region}: {title}", False)
        elif match := re.fullmatch(r"like (\d+) (\d+)", line):
            self.copies.append((match.group(1), match.group(2)))
        elif match := re.fullmatch(r"alt (\d+) (\d{4}-\d\d-\d\d)", line):
            self.meetings[match.group(1)].setdefault("date_alternatives", []).append(match.group(2))
        elif line.startswith("G "):
            for word in line[2:].split():
                if not word.endswith("*") and norm(word) not in self.plain:
                    self.errors.append(f"organization not in the text: {word}")
                self.organizations.append({"name": word.rstrip("*")})
        else:
            super().read_line(line)

    def finish(self) -> None:
        for number, original in self.copies:
            copy, source = self.meetings[number]["name"], self.meetings[original]["name"]
            for relation in [r for r in self.relations if source in (r["source"], r["target"])]:
                ends = [copy if relation[end] == source else relation[end] for end in ("source", "target")]
                self.relate(relation["type"], ends[0], ends[1], True)
        for official in self.officials:
            for post in official["positions"]:
                post["org"] = post["org"] or None
        super().finish()
        self.loosen()
        for part in (self.officials, self.organizations, [*self.meetings.values()], [*self.initiatives.values()]):
            names = [item["name"] for item in part]
            self.errors += [f"declared twice: {name}" for name in sorted({n for n in names if names.count(n) > 1})]

    def loosen(self) -> None:
        """A relation cannot be asked for where one of its ends need not be found: it becomes optional."""
        parts = (self.officials, self.regions, self.organizations, self.meetings.values(), self.initiatives.values())
        loose = {item["name"] for part in parts for item in part if item.get("optional")}
        required = {item["name"] for part in parts for item in part if not item.get("optional")}
        for relation in self.relations:
            if {relation["source"], relation["target"]} & (loose - required):
                relation["optional"] = True


def read_source(set_name: str) -> list[tuple[str, str, str]]:
    """Id, kind and notes of every article of a set."""
    found = []
    for block in re.split(r"(?m)^=== ", (HERE / "src" / f"{set_name}.txt").read_text(encoding="utf-8"))[1:]:
        head, _, notes = block.partition("\n")
        key, kind = head.split()
        if kind not in KINDS:
            raise ValueError(f"{key}: kind {kind}")
        found.append((key, kind, notes))
    return found


def compiled(set_name: str, news: Path, divisions: Path) -> list[RealArticle]:
    """The articles of a set. Raises `KeyError` for an id that the collection does not hold."""
    items, table = read(news), Divisions.load(divisions)
    return [RealArticle(items[key], notes, table) for key, _, notes in read_source(set_name)]


def as_json(article: RealArticle) -> str:
    """The record as it is kept."""
    return json.dumps(article.record(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set")
    parser.add_argument("news", type=Path)
    parser.add_argument("--divisions", type=Path, default=DEFAULT_DIVISIONS)
    arguments = parser.parse_args()
    for path in (arguments.news, arguments.divisions):
        if not path.exists():
            print(f"{path}: no such file", file=sys.stderr)
            return 2
    folder, failed = HERE / arguments.set, 0
    folder.mkdir(exist_ok=True)
    articles = compiled(arguments.set, arguments.news, arguments.divisions)
    for article in articles:
        for error in article.errors:
            print(f"{article.name}: {error}", file=sys.stderr)
        failed += bool(article.errors)
        (folder / f"{article.name}.json").write_text(as_json(article), encoding="utf-8")
    print(f"{len(articles)} articles, {failed} with errors")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
