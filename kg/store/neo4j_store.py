"""Neo4j over Bolt: connecting, with errors a user can act on, and reading.

Credentials never stand in an address: `Credentials` come from the environment or a prompt, and neither its ``repr`` nor
any message of this module shows the password.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as fault
from neo4j.graph import Node, Path, Relationship

from kg.errors import KgError, UsageError
from kg.store.base import Rows
from kg.store.cypher import CypherError, QueryTimeout, ReadOnlyViolation, first_line
from kg.store.files import statement as cypher_file
from kg.store.hint_names import HINT_NAMES

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
#: The oldest server a graph is loaded into.
OLDEST = (5, 26)
_CONNECT_SECONDS = 10.0
#: Where a node keeps the ids that once led to it; like `_graph` it is ours, and no property of the ontology.
FORMER = "_former"
_OWN = frozenset({"_graph", FORMER}) | HINT_NAMES
#: How long managed transactions go on trying when the server is away or busy.
RETRY_SECONDS = 120.0
#: How often one transaction is given again where its commit was cut off.
_COMMIT_TRIES = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Credentials:
    """User name and password; the password is never shown."""

    username: str
    password: str = field(repr=False)


class Unreachable(KgError):  # noqa: N818
    """No server answers at the address."""


class AccessDenied(KgError):  # noqa: N818
    """The server refuses the user, or what the user wants to do."""


def is_address(text: str) -> bool:
    """Whether `text` is a Neo4j address rather than a folder."""
    return text.partition("://")[0] in SCHEMES and "://" in text


def clean_address(uri: str) -> str:
    """`uri` checked: a Bolt scheme, a host, no credentials in it. Raises `UsageError`, never repeating a password."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        raise UsageError("the Neo4j address is not readable; it looks like neo4j://host:7687") from None
    if "@" in parts.netloc:
        raise UsageError(
            "leave user name and password out of the address: set NEO4J_USERNAME and NEO4J_PASSWORD, or be asked"
        )
    if parts.scheme not in SCHEMES:
        raise UsageError(f"{parts.scheme or 'no'}://: not a Neo4j address; it begins with {', '.join(SCHEMES)}")
    if not parts.hostname:
        raise UsageError("the Neo4j address names no host; it looks like neo4j://host:7687")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def credentials_from(
    environment: Mapping[str, str] | None = None, ask: Callable[[str, bool], str] | None = None
) -> Credentials:
    """From NEO4J_USERNAME (default ``neo4j``) and NEO4J_PASSWORD; else from `ask`, called with (question, hidden).

    Raises `UsageError` where no password is to be had.
    """
    env = os.environ if environment is None else environment
    username = env.get("NEO4J_USERNAME") or ""
    password = env.get("NEO4J_PASSWORD")
    if password is None:
        if ask is None:
            raise UsageError("no Neo4j password: set NEO4J_PASSWORD (and NEO4J_USERNAME)")
        username = username or ask("Neo4j user name", False) or "neo4j"
        password = ask("Neo4j password", True)
    return Credentials(username or "neo4j", password)


@dataclass(frozen=True, slots=True)
class Server:
    """An open driver, whom it talks to, and which version answers there."""

    driver: neo4j.Driver
    name: str
    database: str | None
    product: str
    version: tuple[int, ...]


def connect(
    uri: str,
    credentials: Credentials,
    *,
    database: str | None = None,
    oldest: tuple[int, ...] | None = None,
    retry_seconds: float = RETRY_SECONDS,
) -> Server:
    """Connect and make sure that the server answers, lets us in and is not older than `oldest`.

    Raises `UsageError` for a wrong address, `Unreachable`, `AccessDenied`, or `KgError` for a wrong version.
    """
    name = clean_address(uri)
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # its lines would stand between ours
    with translated(name, credentials.username):
        driver = neo4j.GraphDatabase.driver(
            name,
            auth=(credentials.username, credentials.password),
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=60.0,
            max_transaction_retry_time=retry_seconds,
            retry_delay_multiplier=1.5,
            user_agent="govkg",
        )
    try:
        with translated(name, credentials.username):
            info = driver.get_server_info()
            product, version = _version(info.agent)
        if oldest is not None and (product != "Neo4j" or version < oldest):
            need = ".".join(map(str, oldest))
            raise KgError(f"{name}: {info.agent} answers there; Neo4j {need} or newer is needed")
    except BaseException:
        driver.close()
        raise
    return Server(driver, name, database, product, version)


def _version(agent: str) -> tuple[str, tuple[int, ...]]:
    product, _, version = agent.partition("/")
    return product, tuple(int(part) for part in re.findall(r"\d+", version)[:3])


class Neo4jStore:
    """A Neo4j database, open for reading."""

    def __init__(self, server: Server) -> None:
        self.name = server.name
        self._server = server

    def run(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        row_limit: int | None = None,
    ) -> Rows:
        """See `kg.store.base.Store.run`. The server itself refuses to write: the transaction is a reading one."""

        @neo4j.unit_of_work(timeout=timeout)
        def work(tx: neo4j.ManagedTransaction) -> Rows:
            result = tx.run(statement, dict(parameters or {}))
            columns = tuple(result.keys())
            records = list(result) if row_limit is None else result.fetch(row_limit + 1)
            rows = tuple(tuple(_plain(value) for value in record.values()) for record in records[:row_limit])
            return Rows(columns, rows, row_limit is not None and len(records) > row_limit)

        with translated(self.name), session(self._server, reading=True) as s:
            return until_committed(s.execute_read, work)

    def graphs(self) -> tuple[str, ...]:
        """The ids of the graphs that the database holds."""
        return tuple(str(row[0]) for row in self.run(cypher_file("lookup/graphs")).rows)

    def current_id(self, former: str) -> str | None:
        """See `kg.store.former.KnowsFormerIds`; where several graphs know the id, the first of the nodes."""
        rows = self.run(cypher_file("lookup/former"), {"text": former}).rows
        return str(rows[0][0]) if rows else None

    def close(self) -> None:
        """See `kg.store.base.Store.close`."""
        self._server.driver.close()

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def open_neo4j(uri: str, credentials: Credentials, *, database: str | None = None) -> Neo4jStore:
    """Open the database at `uri` for reading; raises what `connect` raises."""
    return Neo4jStore(connect(uri, credentials, database=database, retry_seconds=5.0))


def session(server: Server, *, reading: bool = False) -> neo4j.Session:
    """A session on the chosen database."""
    mode = neo4j.READ_ACCESS if reading else neo4j.WRITE_ACCESS
    return server.driver.session(database=server.database, default_access_mode=mode, fetch_size=5000)


def until_committed(execute: Callable[..., Any], work: Callable[..., T], *arguments: Any) -> T:
    """Run `work` by a session's `execute_read` or `execute_write` until it is known to be committed; its last result.

    The driver tries again by itself, but not where the connection was lost while the server committed: then nobody
    knows whether it did. So `work` must come to the same when it is done twice.
    """
    for _ in range(_COMMIT_TRIES - 1):
        with suppress(fault.IncompleteCommit):
            result: T = execute(work, *arguments)
            return result
    result = execute(work, *arguments)
    return result


@contextmanager
def translated(name: str, username: str | None = None) -> Iterator[None]:
    """Turn the driver's faults into one-line errors that name the server."""
    try:
        yield
    except fault.AuthError:
        who = f" for user {username}" if username else ""
        raise AccessDenied(f"{name}: user name or password is wrong{who}") from None
    except fault.Neo4jError as error:
        raise _server_fault(name, error) from None
    except fault.ConfigurationError as error:
        raise UsageError(f"{name}: {first_line(error)}") from None
    except (fault.DriverError, OSError) as error:
        raise Unreachable(f"{name}: Neo4j does not answer there ({_reason(error)})") from None


def _server_fault(name: str, error: fault.Neo4jError) -> KgError:
    code = error.code or ""
    message = " ".join(str(error.message or error).split())[:300]
    if "AccessMode" in code:
        return ReadOnlyViolation("only reading is allowed here, and this statement writes")
    if "must be changed" in message or "CredentialsExpired" in code:
        return AccessDenied(f"{name}: this user's password must be changed first (ALTER CURRENT USER SET PASSWORD)")
    if "Security" in code or "Forbidden" in code or "read-only mode" in message:
        return AccessDenied(f"{name}: not allowed ({message})")
    if "TimedOut" in code or "TransactionTimedOut" in message:
        return QueryTimeout("the query took longer than its time limit and was stopped")
    if "DatabaseNotFound" in code:
        return UsageError(f"{name}: {message}")
    if "Statement" in code:
        return CypherError(message)
    if code.startswith("Neo.TransientError"):
        return Unreachable(f"{name}: the server is too busy or not ready ({message})")
    return KgError(f"{name}: {message}")


def _reason(error: BaseException) -> str:
    """The innermost cause in few words: "connection refused" rather than a list of addresses tried."""
    text = str(error)
    found = re.search(r"(?i)connection refused|timed out|timeout|name or service not known|certificate[^)]*", text)
    return found.group(0).lower() if found else first_line(error, 120)


def _plain(value: Any) -> Any:
    """The driver's values in the contract's form."""
    if isinstance(value, Node):
        props = {k: _plain(v) for k, v in sorted(value.items()) if k not in _OWN}
        return {"id": props.get("id"), "labels": sorted(value.labels), "properties": props}
    if isinstance(value, Relationship):
        props = {k: _plain(v) for k, v in sorted(value.items()) if k not in _OWN}
        return {"id": props.get("id"), "type": value.type, "properties": props}
    if isinstance(value, Path):
        return {"nodes": [_plain(n) for n in value.nodes], "edges": [_plain(r) for r in value.relationships]}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return value
