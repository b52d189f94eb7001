"""The application: the explorer over a live store, pages of queries, a reading console, and the JSON API."""

from __future__ import annotations

import hmac
import json
from asyncio import Lock
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.draw import LARGEST, draw
from kg.draw.asked import centres_of
from kg.draw.explorer import explorer_page
from kg.draw.subgraph import ids_in_rows
from kg.errors import KgError, UsageError
from kg.report.render import render as render_report
from kg.report.render import written_form
from kg.report.write import KINDS
from kg.serve.graph_data import GraphData
from kg.serve.guard import LOOPBACK, Guard
from kg.serve.names import Lang
from kg.serve.openapi import description, query_summary
from kg.serve.pages import policy, render
from kg.serve.reports import Reports
from kg.store.ask import Answer, ask, find_query
from kg.store.base import Rows, Store
from kg.store.files import CypherFile, named_queries
from kg.store.table import render as table

_REPORT_TYPES = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_DRAWN = 600  # nodes of a query's answer that one picture shows


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server behaves. Times in seconds; `judge` writes a judgement down and returns what to tell the reviewer;
    `folder` is the graph folder behind the store, if there is one."""

    title: str
    lang: Lang = "zh"
    hosts: Collection[str] = LOOPBACK
    timeout: float = 20.0
    row_limit: int = 1000
    token: str | None = None
    judge: Callable[[Mapping[str, str]], str] | None = None
    folder: Path | None = None


def make_app(store: Store, settings: Settings) -> Starlette:
    """The ASGI application over `store`, which stays open as long as it runs."""
    pages = _Pages(store, settings)
    routes = [
        Route("/", pages.home),
        Route("/queries", pages.queries),
        Route("/queries/{name}", pages.query),
        Route("/draw/{name}", pages.drawing),
        Route("/report", pages.reports),
        Route("/report/{kind}", pages.report),
        Route("/cypher", pages.console, methods=["GET", "POST"]),
        Route("/favicon.ico", pages.no_icon),
        Route("/health", pages.health),
        Route("/openapi.json", pages.openapi),
        Route("/api/overview", pages.api_overview),
        Route("/api/neighbours", pages.api_neighbours),
        Route("/api/search", pages.api_search),
        Route("/api/evidence", pages.api_evidence),
        Route("/api/queries", pages.api_queries),
        Route("/api/query/{name}", pages.api_query),
        Route("/api/cypher", pages.api_cypher, methods=["POST"]),
        Route("/api/judgements", pages.api_judgements, methods=["POST"]),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=settings.hosts)],
        exception_handlers={KgError: pages.failed, HTTPException: pages.failed, Exception: pages.broken},
    )


class _Pages:
    """The endpoints. What asks the store runs in a thread, so that a slow query does not hold up the others."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.data = GraphData(store, settings.timeout)
        self.made = Reports(store, settings.folder, settings.timeout)
        self.judging = Lock()

    # ------------------------------------------------------------------ pages
    async def home(self, request: Request) -> Response:
        text, rule = explorer_page(self.settings.title, self._lang(request))
        return HTMLResponse(text, headers={"Content-Security-Policy": rule + "; frame-ancestors 'none'"})

    async def queries(self, request: Request) -> Response:
        groups: dict[str, list[CypherFile]] = {}
        for query in named_queries().values():
            groups.setdefault(query.group, []).append(query)
        return self._page("queries", request, groups=groups)

    async def query(self, request: Request) -> Response:
        query = find_query(request.path_params["name"])
        given = _given(request)
        form = given.pop("format", "")
        wanted = given.pop("run", "") or form or any(given.values())
        given = {key: value for key, value in given.items() if value}
        answer: Answer | None = None
        error = ""
        if wanted or not any(p.required for p in query.parameters):
            try:
                answer = await run_in_threadpool(self._ask, query.name, given)
            except KgError as problem:
                error = str(problem)
        if form in ("csv", "json") and answer is not None:
            kind = "text/csv; charset=utf-8" if form == "csv" else "application/json"
            text = table(answer.rows, form, None)
            name = f"{query.name}.{form}"
            body = ("\ufeff" + text if form == "csv" else text).encode()
            return Response(body, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
        return self._page(
            "query", request, 400 if error else 200,
            query=query, given=given, answer=answer, error=error, link=urlencode(given),
        )  # fmt: skip

    async def drawing(self, request: Request) -> Response:
        query = find_query(request.path_params["name"])
        given = {key: value for key, value in _given(request).items() if value and key != "run"}
        lang = self._lang(request)

        def make() -> str:
            answer = self._ask(query.name, given)
            centres = centres_of(self.store, query, given)
            ids = list(dict.fromkeys([*centres, *ids_in_rows(answer.rows.dicts())]))
            if not ids:
                raise UsageError("the answer names no node that could be drawn")
            tables = self.data.tables(ids[: min(_DRAWN, LARGEST)])
            shown = {node.id for node in tables.nodes} & set(ids)
            title = query.title_zh if lang == "zh" else query.title
            return draw(tables, shown, title=title, lang=lang, centres=[id for id in centres if id in shown])

        text = await run_in_threadpool(make)
        # The page brings its own policy; the header must not be stricter than it.
        return HTMLResponse(text, headers={"Content-Security-Policy": "frame-ancestors 'none'"})

    async def reports(self, request: Request) -> Response:
        return self._page("report", request, kinds=KINDS, asked="", given={}, error="")

    async def report(self, request: Request) -> Response:
        """The report itself, the same bytes as `kg report` writes."""
        kind, lang = request.path_params["kind"], self._lang(request)
        given = {key: value.strip() for key, value in _given(request).items()}
        if kind not in KINDS:
            raise HTTPException(404, f"no report called {kind!r}; there are {', '.join(KINDS)}")

        def make() -> Response:
            form = written_form(given.get("format") or "html", None)
            fields = ("name", "other")[: len(KINDS[kind])]
            if missing := [field for field in fields if not given.get(field)]:
                raise UsageError(f"report {kind} needs {' and '.join(missing)}")
            first, last, since = (given.get(key) or None for key in ("from", "to", "since"))
            names = [given[field] for field in fields]
            body = render_report(self.made.make(kind, names, lang=lang, first=first, last=last, since=since), form)
            headers = {"Content-Security-Policy": "frame-ancestors 'none'"}  # the page brings its own policy
            if form != "html":
                headers["Content-Disposition"] = f'attachment; filename="{kind}.{form}"'
            return Response(body, media_type=_REPORT_TYPES[form], headers=headers)

        try:
            return await run_in_threadpool(make)
        except KgError as problem:
            return self._page("report", request, 400, kinds=KINDS, asked=kind, given=given, error=str(problem))

    async def console(self, request: Request) -> Response:
        statement, rows, error = "", None, ""
        if request.method == "POST":
            form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
            statement = form.get("statement", [""])[0]
            try:
                rows = await run_in_threadpool(self._run, statement, {})
            except KgError as problem:
                error = str(problem)
        return self._page(
            "cypher", request, 400 if error else 200,
            statement=statement, rows=rows, error=error, limit=self.settings.row_limit, timeout=self.settings.timeout,
        )  # fmt: skip

    async def no_icon(self, _request: Request) -> Response:
        return Response(status_code=204)

    # ------------------------------------------------------------------ JSON
    async def health(self, _request: Request) -> Response:
        try:
            rows = await run_in_threadpool(self.store.run, "MATCH (n) RETURN n.id AS id LIMIT 1", {}, timeout=5.0)
        except KgError as problem:
            return JSONResponse({"status": "failing", "error": str(problem)}, 503)
        return JSONResponse({"status": "ok", "store": self.settings.title, "empty": not rows.rows})

    async def openapi(self, _request: Request) -> Response:
        return JSONResponse(description())

    async def api_overview(self, _request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self.data.overview))

    async def api_neighbours(self, request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self.data.neighbours, _needed(request, "id")))

    async def api_search(self, request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self.data.search, _needed(request, "q")))

    async def api_evidence(self, request: Request) -> Response:
        ends = (_needed(request, key) for key in ("edge", "from", "to"))
        return JSONResponse(await run_in_threadpool(self.data.evidence, *ends))

    async def api_queries(self, _request: Request) -> Response:
        return JSONResponse([query_summary(query) for query in named_queries().values()])

    async def api_query(self, request: Request) -> Response:
        answer = await run_in_threadpool(self._ask, request.path_params["name"], _given(request))
        return JSONResponse(_plain(answer.rows, answer.notes))

    async def api_cypher(self, request: Request) -> Response:
        asked = await _json(request)
        statement, parameters = asked.get("statement"), asked.get("parameters", {})
        if not isinstance(statement, str) or not isinstance(parameters, dict):
            raise UsageError('send {"statement": "MATCH …", "parameters": {…}}')
        return JSONResponse(_plain(await run_in_threadpool(self._run, statement, parameters)))

    async def api_judgements(self, request: Request) -> Response:
        judge, token = self.settings.judge, self.settings.token
        if judge is None or not token:
            raise HTTPException(403, "this server takes no judgements; start it with --allow-review")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.encode(), token.encode()):
            raise HTTPException(401, "the token is missing or wrong", {"WWW-Authenticate": "Bearer"})
        asked = await _json(request)
        if not all(isinstance(value, str) for value in asked.values()):
            raise UsageError("every field of a judgement is text")
        async with self.judging:  # each is checked against those that stand: one after another
            return JSONResponse({"judgement": await run_in_threadpool(judge, asked)}, 201)

    # ------------------------------------------------------------------ errors
    async def failed(self, request: Request, problem: Exception) -> Response:
        """What a user can act on: one line, as JSON or as a page, as it was asked for."""
        if isinstance(problem, HTTPException):
            code, message, headers = problem.status_code, str(problem.detail), problem.headers
        else:
            code, message, headers = 400, str(problem), None
        if request.url.path.startswith(("/api/", "/health", "/openapi")):
            return JSONResponse({"error": message}, code, headers=dict(headers or {}))
        return self._page("error", request, code, message=message)

    async def broken(self, request: Request, _problem: Exception) -> Response:
        """What is our fault: nothing of its inside goes out; the server's log has it."""
        return JSONResponse({"error": "the server failed; its log says why"}, 500)

    # ------------------------------------------------------------------ parts
    def _ask(self, name: str, given: Mapping[str, str]) -> Answer:
        return ask(self.store, name, given, timeout=self.settings.timeout, row_limit=self.settings.row_limit)

    def _run(self, statement: str, parameters: dict[str, Any]) -> Rows:
        if not statement.strip():
            raise UsageError("no statement was given")
        return self.store.run(statement, parameters, timeout=self.settings.timeout, row_limit=self.settings.row_limit)

    def _lang(self, request: Request) -> Lang:
        asked = request.query_params.get("lang")
        return "en" if asked == "en" else "zh" if asked == "zh" else self.settings.lang

    def _page(self, name: str, request: Request, code: int = 200, **values: Any) -> Response:
        lang = self._lang(request)
        other: Literal["zh", "en"] = "en" if lang == "zh" else "zh"
        here = str(request.url.include_query_params(lang=other).replace(scheme="", netloc=""))
        text = render(name, lang, title=self.settings.title, other_lang=here, **values)
        return HTMLResponse(text, code, headers={"Content-Security-Policy": policy()})


def _given(request: Request) -> dict[str, str]:
    return {key: value for key, value in request.query_params.items() if key != "lang"}


def _needed(request: Request, key: str) -> str:
    value = request.query_params.get(key, "")
    if not value:
        raise UsageError(f"{key}=… is missing")
    return value


async def _json(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415, "send JSON (Content-Type: application/json)")
    try:
        value = json.loads(await request.body())
    except ValueError:
        raise UsageError("the request is not JSON") from None
    if not isinstance(value, dict):
        raise UsageError("send one JSON object")
    return value


def _plain(rows: Rows, notes: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "columns": list(rows.columns),
        "rows": [list(row) for row in rows.rows],
        "truncated": rows.truncated,
        "notes": [*notes, *rows.notes],
    }
