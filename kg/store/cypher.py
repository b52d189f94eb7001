"""Cypher text: what a statement does (reads or writes), and the errors that statements end in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import KgError

#: Clauses that change data or schema, or that read files and networks, wherever they stand.
_WRITING = frozenset(
    ["CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "DROP", "LOAD", "FOREACH"]
)
#: Commands on access, databases and the session: such a statement begins with the word, elsewhere it is a name.
_COMMANDS = frozenset(
    ["ALTER", "GRANT", "DENY", "REVOKE", "START", "STOP", "TERMINATE", "RENAME", "ENABLE", "DEALLOCATE", "USE"]
)
_PREFIXES = frozenset(["EXPLAIN", "PROFILE", ";"])

#: Procedures that only read. Any other is refused: its name does not tell what it does.
_READING_PROCEDURES = re.compile(
    r"db\.(labels|relationshiptypes|propertykeys|schema\.\w+|index\.fulltext\.(querynodes|queryrelationships"
    r"|listavailableanalyzers)|info|ping)|dbms\.(components|info|procedures|functions)",
    re.IGNORECASE,
)

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z))
  | (?P<string>'(?:[^'\\]|\\.)*(?:'|\Z)|"(?:[^"\\]|\\.)*(?:"|\Z))
  | (?P<quoted>`(?:[^`]|``)*(?:`|\Z))
  | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d[\w.]*)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class CypherError(KgError):
    """A statement that is wrong, or that did not end well; the message is one line."""


class ReadOnlyViolation(CypherError):  # noqa: N818 - it is a violation, not a fault
    """A statement that would write where only reading is allowed."""


class QueryTimeout(CypherError):  # noqa: N818
    """A statement that took longer than its time limit."""


def tokens(statement: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of every token that is no space and no comment.

    Kinds: ``string``, ``quoted`` (a name in backticks), ``parameter``, ``word``, ``number``, ``sign``.
    """
    for match in _TOKEN.finditer(statement):
        kind = match.lastgroup or "sign"
        if kind not in ("space", "comment"):
            yield kind, match.group()


def writing_clause(statement: str) -> str | None:
    """The first clause or procedure that may write, or None for a statement that only reads.

    A word counts as a clause where it stands neither as a property (``n.set``), a label or type (``:CREATE``), a map
    key (``{set: 1}``), a parameter, nor a function's name; strings, comments and quoted names never count. When in
    doubt the statement is taken for a writing one.
    """
    items = list(tokens(statement))
    for i, (kind, text) in enumerate(items):
        if kind != "word":
            continue
        before = items[i - 1][1] if i else ""
        after = items[i + 1][1] if i + 1 < len(items) else ""
        if before == ".":
            continue
        upper = text.upper()
        if upper == "CALL":
            name = _dotted(items, i + 1)
            if name and not _READING_PROCEDURES.fullmatch(name):
                return f"CALL {name}"
        elif upper in _COMMANDS:
            if not i or before.upper() in _PREFIXES:
                return upper
        elif upper in _WRITING:
            label = before in (":", "|", "&", "!")
            key = after == ":" and before in ("{", ",")
            if not label and not key:
                return upper
    return None


def check_reading(statement: str) -> None:
    """Raise `ReadOnlyViolation` where `statement` may write."""
    clause = writing_clause(statement)
    if clause:
        raise ReadOnlyViolation(f"only reading is allowed here, and {clause} may write")


def first_line(error: BaseException, limit: int = 300) -> str:
    """An engine's message as one short line."""
    text = " ".join(str(error).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _dotted(items: list[tuple[str, str]], start: int) -> str:
    """The dotted name that begins at `start`; empty for a subquery ``CALL { … }`` or ``CALL (x) { … }``."""
    parts: list[str] = []
    for kind, text in items[start:]:
        if kind == "word" or kind == "quoted":
            if parts and parts[-1] != ".":
                break
            parts.append(text.strip("`"))
        elif text == "." and parts:
            parts.append(".")
        else:
            break
    return "".join(parts)
