"""The description of the JSON API, made from the named queries and a table of the other addresses."""

from __future__ import annotations

from typing import Any

from kg import __version__
from kg.store.files import CypherFile, Parameter, named_queries

_TEXT = {"type": "string"}
_ROWS = {
    "type": "object",
    "properties": {
        "columns": {"type": "array", "items": _TEXT},
        "rows": {"type": "array", "items": {"type": "array"}},
        "truncated": {"type": "boolean"},
        "notes": {"type": "array", "items": _TEXT},
    },
}
_COLUMNS = {"type": "object", "description": "Nodes and edges as columns of equal length", "additionalProperties": True}
_ADDRESSES: tuple[tuple[str, str, tuple[str, ...], dict[str, Any]], ...] = (
    ("/health", "Whether the store answers", (), {"type": "object"}),
    ("/api/overview", "All regions with their cooperation", (), _COLUMNS),
    ("/api/neighbours", "A node, its neighbours and the edges among them", ("id",), _COLUMNS),
    ("/api/search", "Nodes that a text may name", ("q",), _COLUMNS),
    ("/api/evidence", "The sentences behind an edge", ("edge", "from", "to"), {"type": "object"}),
    ("/api/queries", "The named queries and what they take", (), {"type": "array"}),
)


def description() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    paths: dict[str, Any] = {}
    for path, summary, needed, answer in _ADDRESSES:
        parameters = [{"name": name, "in": "query", "required": True, "schema": _TEXT} for name in needed]
        paths[path] = {"get": _operation(summary, parameters, answer)}
    for query in named_queries().values():
        parameters = [_parameter(parameter) for parameter in query.parameters]
        operation = _operation(query.title, parameters, _ROWS)
        operation["description"] = f"{query.title_zh}. Columns: {', '.join(query.columns)}."
        operation["tags"] = [query.group]
        paths[f"/api/query/{query.name}"] = {"get": operation}
    statement = {
        "type": "object",
        "required": ["statement"],
        "properties": {"statement": _TEXT, "parameters": {"type": "object", "additionalProperties": True}},
    }
    cypher = _operation("One reading statement, with a time and a row limit", [], _ROWS)
    cypher["requestBody"] = {"required": True, "content": {"application/json": {"schema": statement}}}
    paths["/api/cypher"] = {"post": cypher}
    judgement = {
        "type": "object",
        "required": ["verb", "one"],
        "properties": {
            "verb": {"type": "string", "enum": ["same", "not_same", "correct", "drop", "undo"]},
            **dict.fromkeys(("one", "other", "field", "value", "reason", "user"), _TEXT),
        },
    }
    review = _operation("Write a review judgement down (only with --allow-review)", [], {"type": "object"})
    review["requestBody"] = {"required": True, "content": {"application/json": {"schema": judgement}}}
    review["security"] = [{"token": []}]
    paths["/api/judgements"] = {"post": review}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "govkg",
            "version": __version__,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def query_summary(query: CypherFile) -> dict[str, Any]:
    """A named query as plain data."""
    return {
        "name": query.name,
        "group": query.group,
        "title": query.title,
        "title_zh": query.title_zh,
        "parameters": [
            {"name": p.name, "kind": p.kind, "text": p.text, "required": p.required, "default": p.default}
            for p in query.parameters
        ],
        "columns": list(query.columns),
    }


def _operation(summary: str, parameters: list[dict[str, Any]], answer: dict[str, Any]) -> dict[str, Any]:
    error = {"application/json": {"schema": {"type": "object", "properties": {"error": _TEXT}}}}
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The answer", "content": {"application/json": {"schema": answer}}},
            "400": {"description": "What is wrong with the request", "content": error},
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": {"int": "integer", "float": "number"}.get(parameter.kind, "string")}
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.kind} {parameter.text}".strip(),
        "schema": schema,
    }
