"""``kg review``: what is open, shown with both sides' evidence, and what people decide."""

from __future__ import annotations

import getpass
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from kg.errors import UsageError
from kg.model import NODE_PROPERTIES, Edge, Evidence, GraphTables, Node
from kg.resolve.ids import digest
from kg.resolve.judgements import Judgement, Judgements, Question, Verb, append, read
from kg.run.outcome import read_aliases, read_conflicts, read_questions

_SENTENCES = 3
_SAID = {"same": "the same", "not_same": "not the same"}


@dataclass(frozen=True, slots=True)
class Side:
    """One entity as a reviewer sees it."""

    node: Node
    facts: tuple[str, ...]
    sentences: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Case:
    """A question with both sides; `again` is the judgement that is asked again because its evidence has changed."""

    question: Question
    one: Side
    other: Side
    again: Judgement | None = None


class Desk:
    """A graph folder as it lies before a reviewer."""

    def __init__(self, graph: Path) -> None:
        from kg.store.folder import read_graph

        self.graph = graph
        self.tables: GraphTables = read_graph(graph)
        self.nodes = {node.id: node for node in self.tables.nodes}
        self.aliases = read_aliases(graph)
        self.judgements = read(graph)
        self._edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.tables.edges:
            self._edges[edge.source].append(edge)
            self._edges[edge.target].append(edge)
        self._edge_ids = {edge.id for edge in self.tables.edges}
        self._evidence: dict[str, list[Evidence]] = defaultdict(list)
        for item in self.tables.evidence:
            self._evidence[item.edge].append(item)

    def cases(self) -> Iterator[Case]:
        """Judgements whose evidence has changed, then the open questions, those that matter most first."""
        for line, one, other in self._standing():
            number = len(self._articles(one, other))
            told = f"judged {_SAID[line.verb]} by {line.user or 'somebody'} on {line.time[:10] or 'some day'}"
            told += f" ({line.reason})" if line.reason else ""
            then = f"on {line.articles} articles, now there are {number}" if line.articles else "on other articles"
            question = Question(self.nodes[one].label.lower(), one, other, 1.0, f"{told} {then}", number)
            yield Case(question, self.side(one), self.side(other), line)
        for question in read_questions(self.graph):
            if question.one in self.nodes and question.other in self.nodes:
                yield Case(question, self.side(question.one), self.side(question.other))

    def _standing(self) -> Iterator[tuple[Judgement, str, str]]:
        """The judgements whose evidence is not what it was, with the nodes that they are about now.

        Of several about the same two entities the last one counts: who has confirmed a judgement is not asked again.
        """
        latest: dict[tuple[str, frozenset[str]], tuple[Judgement, str, str]] = {}
        for line in self.judgements.standing:
            if line.verb in ("same", "not_same") and line.evidence and line.other:
                one, other = (next((n for ref in side if (n := self.node_of(ref))), None) for side in line.sides)
                if one is not None and other is not None:
                    latest[line.verb, frozenset((one, other))] = line, one, other
        for line, one, other in latest.values():
            # a node torn apart by two mentions may fall into more than two: only more articles are news then
            mentions = "@" in line.one and "@" in (line.other or "")
            fewer = mentions and line.articles and len(self._articles(one, other)) <= line.articles
            if self.seen(one, other) != line.evidence and not fewer:
                yield line, one, other

    def conflicts(self) -> list[str]:
        """The conflicts of the graph, one line each."""
        return [f"{c.kind}: {c.text}" for c in read_conflicts(self.graph)]

    def find(self, reference: str) -> Node:
        """The node of an id, a former id, a mention (NAME@ARTICLE) or an unambiguous name.

        Raises `UsageError` with what is near otherwise.
        """
        if (known := self.node_of(reference)) is not None:
            return self.nodes[known]
        named = [n for n in self.tables.nodes if n.name == reference and n.label != "Article"]
        if len(named) == 1:
            return named[0]
        if named:
            listed = "; ".join(f"{n.id} ({', '.join(self.side(n.id).facts[:2]) or n.label})" for n in named[:8])
            raise UsageError(f"{reference} names {len(named)} nodes, give an id: {listed}")
        near = get_close_matches(reference, [n.name for n in self.tables.nodes], 3)
        raise UsageError(f"no node is called {reference}" + (f"; near: {'、'.join(near)}" if near else ""))

    def node_of(self, reference: str) -> str | None:
        """The id of the node that an id, a former id or a mention (NAME@ARTICLE) stands for now, if there is one."""
        id = self.aliases.get(reference, reference)
        if id in self.nodes:
            return id
        name, at, article = reference.partition("@")
        if at and article in self.nodes:
            for edge in self._edges[article]:
                node = self.nodes[edge.target]
                if edge.type == "MENTIONS" and (node.name == name or name in self._aliases(node)):
                    return node.id
        return None

    def side(self, id: str) -> Side:
        """What there is to see of a node."""
        node = self.nodes[id]
        mentions = sorted(
            (e for e in self._edges[id] if e.type == "MENTIONS" and e.target == id),
            key=lambda e: (str(self.nodes[e.source].props.get("published") or "9"), e.source),
        )
        # who somebody is shows in the posts, so these stand first
        known = {(e.type != "HOLDS", f) for e in self._edges[id] if (f := self._fact(id, e)) is not None}
        facts = [fact for _, fact in sorted(known)]
        shown: dict[str, None] = {}
        for edge in mentions:
            for item in self._evidence[edge.id]:
                article = self.nodes[edge.source]
                when = article.props.get("published") or "no date"
                shown.setdefault(f"[{when} {article.props.get('source') or article.name}] {item.sentence}")
        return Side(node, tuple(facts), tuple(shown)[:_SENTENCES], len(mentions))

    def seen(self, *ids: str) -> str:
        """Digest of the articles that name these nodes: what a judgement rests on."""
        return digest(*sorted(self._articles(*ids)))

    def _articles(self, *ids: str) -> set[str]:
        return {e.source for id in ids for e in self._edges[id] if e.type == "MENTIONS" and e.target == id}

    def judge(
        self,
        verb: Verb,
        one: str,
        other: str | None = None,
        *,
        field: str | None = None,
        value: str | None = None,
        reason: str = "",
        user: str | None = None,
    ) -> Judgement:
        """Write a judgement down. Raises `UsageError` where it makes no sense, `KgError` where others contradict it."""
        edge_only = verb == "undo" or (verb == "drop" and one in self._edge_ids)
        first = None if edge_only else self.find(one)
        second = self.find(other) if other is not None else None
        if verb == "undo" and one not in {line.id for line in self.judgements.standing}:
            raise UsageError(f"no judgement {one} stands; see: kg review --log")
        if first is not None and second is not None:
            if first.label != second.label:
                raise UsageError(f"{first.name} is of kind {first.label}, {second.name} of kind {second.label}")
            if first.id == second.id and (verb == "same" or not ("@" in one and "@" in str(other) and one != other)):
                hint = "" if verb == "same" else f"; {self._how_to_part(first.id)}"
                raise UsageError(f"{first.name} ({first.id}) is one node{hint}")
        if verb == "correct":
            assert first is not None
            allowed = ("name", *NODE_PROPERTIES[first.label])
            if field not in allowed:
                raise UsageError(f"{first.label} has no field {field}; it has {', '.join(allowed)}")
        about = [node.id for node in (first, second) if node is not None]
        return self._write(
            Judgement(
                id="",
                verb=verb,
                one=one if first is None or "@" in one else first.id,
                other=other if second is None or "@" in str(other) else second.id,
                field=field,
                value=value,
                user=user if user is not None else _user(),
                time=_now(),
                reason=reason,
                evidence=self.seen(*about) if about else "",
                one_at=() if "@" in one else self._mentions(first),
                other_at=() if "@" in str(other) else self._mentions(second),
                articles=len(self._articles(*about)),
            )
        )

    def _how_to_part(self, id: str) -> str:
        """What to do about a node that should be two: take back what made it one, else name two of its mentions."""
        joined = [
            line
            for line in self.judgements.standing
            if line.verb == "same" and all(id in map(self.node_of, side) for side in line.sides)
        ]
        if joined:
            who = "; ".join(f"{line.id}{f' by {line.user} {line.time[:10]}' if line.user else ''}" for line in joined)
            return f"it was judged to be one ({who}); to take that back: undo {joined[-1].id}"
        return "to tear it apart name two mentions: NAME@ARTICLE-ID NAME@ARTICLE-ID"

    def answer_again(self, case: Case, verb: Verb, *, reason: str = "") -> Judgement:
        """Confirm a judgement that came up again, on what is known now, or turn it round: it is undone first."""
        assert case.again is not None
        if verb != case.again.verb:
            self.judge("undo", case.again.id, reason=reason)
        about = case.question.one, case.question.other
        return self._write(
            replace(
                case.again,
                id="",
                verb=verb,
                user=_user(),
                time=_now(),
                reason=reason or (case.again.reason if verb == case.again.verb else ""),
                evidence=self.seen(*about),
                articles=len(self._articles(*about)),
            )
        )

    def _write(self, judgement: Judgement) -> Judgement:
        written = append(self.graph, judgement, self.node_of)
        self.judgements = Judgements((*self.judgements.lines, written))
        return written

    def _mentions(self, node: Node | None) -> tuple[str, ...]:
        """Mentions (NAME@ARTICLE) by which the node can be found again when ids have changed."""
        if node is None:
            return ()
        articles = sorted(e.source for e in self._edges[node.id] if e.type == "MENTIONS" and e.target == node.id)
        names = [node.name, *self._aliases(node)]
        return tuple(f"{name}@{article}" for article in articles[:3] for name in names[:6])

    @staticmethod
    def _aliases(node: Node) -> tuple[str, ...]:
        aliases = node.props.get("aliases")
        return tuple(str(alias) for alias in aliases) if isinstance(aliases, tuple) else ()

    def _fact(self, id: str, edge: Edge) -> str | None:
        if edge.type == "MENTIONS":
            return None
        other = self.nodes[edge.target if edge.source == id else edge.source]
        when = " to ".join(dict.fromkeys(d for d in (edge.first_seen, edge.last_seen) if d))
        what = str(edge.props.get("title") or edge.props.get("mode") or edge.type)
        return f"{when or 'no date'} {what} · {other.name} ({edge.weight})"


def show(case: Case, width: int) -> str:
    """A case for the terminal, both sides beside each other where there is room."""
    head = f"{case.question.kind}: {case.one.node.name} / {case.other.node.name} — {case.question.reason}"
    if case.again is None:
        head += f" (p {case.question.probability:.2f}, {case.question.weight} mentions)"
    if case.one.node.id == case.other.node.id:
        return "\n".join(
            [f"{case.question.kind}: {case.one.node.name} — {case.question.reason}", "", *_lines(case.one)]
        )
    columns = [_lines(case.one), _lines(case.other)]
    if width < 100:
        return "\n".join([head, "", *columns[0], "", *columns[1]])
    half = (width - 3) // 2
    left, right = ([piece for line in column for piece in _folded(line, half)] for column in columns)
    rows = [
        f"{_padded(left[i] if i < len(left) else '', half)} | {right[i] if i < len(right) else ''}"
        for i in range(max(len(left), len(right)))
    ]
    return "\n".join([head, "", *rows])


def apply(graph: Path) -> str:
    """Bring the graph in line with the judgements; one line that says what happened."""
    from kg.run.build import resolve_again

    return "applied: the graph has changed" if resolve_again(graph) else "the graph is as it was"


def _lines(side: Side) -> list[str]:
    return [
        f"{side.node.name}  {side.node.id}  ({side.articles} articles)",
        *(f"  {fact}" for fact in side.facts[:12]),
        *(f"  “{sentence}”" for sentence in side.sentences),
    ]


def _wide(char: str) -> int:
    return 2 if ord(char) > 0x2E7F else 1


def _folded(line: str, width: int) -> list[str]:
    """`line` in pieces of at most `width` terminal cells."""
    out, piece, used = [], "", 0
    for char in line:
        if used + _wide(char) > width:
            out.append(piece)
            piece, used = "    ", 4
        piece += char
        used += _wide(char)
    return [*out, piece]


def _padded(line: str, width: int) -> str:
    return line + " " * max(0, width - sum(map(_wide, line)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name for this user id, as in a container
        return ""
