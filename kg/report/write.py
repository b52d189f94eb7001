"""From a graph and a question to a `Report`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import KgError, UsageError
from kg.model import GraphTables, Node
from kg.report import reports, wide
from kg.report.desk import Desk, Issues
from kg.report.find import Lookup, find_node
from kg.report.model import Lang, Report
from kg.report.view import SURE, Period, View
from kg.report.words import Words, tidy
from kg.store.folder import read_graph
from kg.store.former import former_ids
from kg.store.rows import in_bulk

#: Kind of report -> kinds of the nodes it is about.
KINDS: dict[str, tuple[str, ...]] = {
    "region": ("region",),
    "pair": ("region", "region"),
    "official": ("official",),
    "initiative": ("initiative",),
    "cluster": ("region",),
    "overview": (),
    "changes": (),
}


def report(
    tables: GraphTables,
    kind: str,
    names: Sequence[str] = (),
    *,
    lang: Lang = "zh",
    first: str | None = None,
    last: str | None = None,
    since: str | None = None,
    issues: Issues | None = None,
    former: Mapping[str, str] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Report:
    """The report of `kind` (one of `KINDS`) about the nodes that `names` name, from articles of `first` to `last`.

    `former` maps former ids to those of today. `tell` is given a line where a name was not taken literally
    (九江 → 九江市). `since` is for ``changes``. Dates are ``2021``, ``2021-11`` or ``2021-11-08``. The same graph and
    question give the same report. Raises `UsageError` for an unknown kind, name or date, and where a name may mean
    several.
    """
    if kind not in KINDS:
        raise UsageError(f"no report called {kind!r}; there are {', '.join(KINDS)}")
    if len(names) != len(KINDS[kind]):
        raise UsageError(f"report {kind} takes {len(KINDS[kind])} names, not {len(names)}")
    if kind == "changes":
        if since is None or first is not None:
            raise UsageError("report changes takes --since DATE (and --to DATE), not --from")
        since = Period.parse(since, None).first
    elif since is not None:
        raise UsageError("--since is for kg report changes; for the others: --from DATE")
    view = View(tables, Period.parse(first, last))
    desk = Desk(view, Words(lang), issues or Issues())
    lookup = Lookup(tables, former or {})
    nodes = [find_node(lookup, of, name, tell) for of, name in zip(KINDS[kind], names, strict=True)]
    if len(nodes) == 2 and nodes[0].id == nodes[1].id:
        raise UsageError(f"{names[0]} and {names[1]} are both {nodes[0].name}")
    if not view.articles:
        raise KgError("the graph holds no article in this period")
    sections = _sections(desk, kind, nodes, since)
    return Report(
        _title(desk, kind, nodes, since),
        lang,
        tuple(_basis(desk, kind, nodes)),
        tuple(sections),
        desk.ledger.citations,
        desk.words.renderer,
    )


def report_from_folder(
    graph: Path,
    kind: str,
    names: Sequence[str] = (),
    *,
    lang: Lang = "zh",
    first: str | None = None,
    last: str | None = None,
    since: str | None = None,
    tell: Callable[[str], None] | None = None,
) -> Report:
    """As `report`, from a graph folder, with the conflicts and questions that its build left open."""
    with in_bulk():
        tables, issues, former = read_folder(graph)
        return report(
            tables, kind, names, lang=lang, first=first, last=last, since=since, issues=issues, former=former, tell=tell
        )


def read_folder(graph: Path) -> tuple[GraphTables, Issues, Mapping[str, str]]:
    """The graph of a folder, the conflicts and questions that its build left open, and former ids with today's."""
    issues = Issues(_lines(graph / "conflicts.jsonl"), _lines(graph / "questions.jsonl"))
    return read_graph(graph), issues, former_ids(graph)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises `KgError` where it cannot be written."""
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        if path.parent.is_dir():
            aside.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot write the report: {error.strerror or error}") from None


def _sections(desk: Desk, kind: str, nodes: Sequence[Node], since: str | None) -> reports.Sections:
    if kind == "pair":
        return reports.pair(desk, nodes[0], nodes[1])
    if kind == "overview":
        return wide.overview(desk)
    if kind == "changes":
        assert since is not None
        return wide.changes(desk, since)
    writers = {
        "region": reports.region,
        "official": reports.official,
        "initiative": reports.initiative,
        "cluster": wide.cluster,
    }
    return writers[kind](desk, nodes[0])


def _title(desk: Desk, kind: str, nodes: Sequence[Node], since: str | None) -> str:
    names = [desk.name(node) for node in nodes]
    values = {"name": names[0] if names else "", "one": names[0] if names else "", "other": names[-1] if names else ""}
    return desk.words.say(f"title_{kind}", since=since, **values)


def _basis(desk: Desk, kind: str, nodes: Sequence[Node]) -> list[str]:
    """What the report rests on, and what is known of its subjects from tables instead of articles."""
    words, view = desk.words, desk.view
    lines = [line for node in nodes if (line := _identity(desk, node))]
    if kind == "cluster":
        members = wide.members_of(view, nodes[0])
        if members:
            lines.append(words.say("b_members", names=desk.names(members, 60)))
    count = words.count("article", len(view.articles))
    key = "b_articles" if view.first_day else "b_articles_undated"
    lines.append(words.say(key, articles=count, first=view.first_day, last=view.last_day))
    if not view.period.whole:
        first, last = view.period.first or words.say("b_open"), view.period.last or words.say("b_end")
        lines.append(words.say("b_period", first=first, last=last))
    lines.append(words.say("b_count"))
    lines.append(words.say("b_sure", share=SURE))
    if kind == "changes":
        lines.append(words.say("b_undated_changes"))
    return lines


def _identity(desk: Desk, node: Node) -> str:
    """Level, parent, code and other names of a region; other names of the rest."""
    words, props = desk.words, node.props
    parts = []
    if node.label == "Region":
        level, parent = words.value("level", props.get("level")), desk.parent(node)
        parts.append(words.say("b_place", level=level, parent=parent) if parent else level)
        if props.get("code"):
            parts.append(words.say("b_code", code=props["code"]))
    elif props.get("kind"):
        parts.append(words.value("kind", props["kind"]))
    aliases = props.get("aliases")
    if isinstance(aliases, tuple) and aliases:
        parts.append(words.say("b_aliases", names=words.many(tidy(str(a)) for a in aliases[:8])))
    if not parts:
        return ""
    return (
        f"{desk.name(node)}{'：' if words.lang == 'zh' else ': '}{('；' if words.lang == 'zh' else '; ').join(parts)}"
    )


def _lines(path: Path) -> tuple[dict[str, Any], ...]:
    """A file of JSON lines; nothing where there is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return ()
    try:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    except ValueError:
        raise KgError(f"{path}: damaged; build the graph again with: kg build") from None
    return tuple(row for row in rows if isinstance(row, dict))
