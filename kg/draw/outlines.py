"""Outlines for the map, as the user supplies them: GeoJSON, kept to the lines and thinned to what a screen shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import InputError

#: Degrees; 0.005° is about 500 m. Corners nearer to the last one kept are left out.
_STEP = 0.005


def read_outlines(path: Path) -> dict[str, Any]:
    """The lines of a GeoJSON file as one geometry (MultiLineString), longitude and latitude in degrees.

    Raises `InputError` where the file cannot be read, is no GeoJSON, or holds other coordinates than degrees.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(str(path), f"cannot read the outlines: {error.strerror or error}") from error
    except ValueError as error:
        raise InputError(str(path), "not GeoJSON: not even JSON in UTF-8") from error
    lines: list[list[list[float]]] = []
    try:
        _collect(data, lines)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise InputError(str(path), "not GeoJSON: its geometries have another form") from error
    if not lines:
        raise InputError(str(path), "GeoJSON without any line or polygon")
    if any(not (-180 <= x <= 180 and -90 <= y <= 90) for line in lines for x, y in line):
        raise InputError(str(path), "coordinates are not degrees of longitude and latitude (EPSG:4326)")
    return {"type": "MultiLineString", "coordinates": lines}


def _collect(data: dict[str, Any], lines: list[list[list[float]]]) -> None:
    kind = data["type"]
    if kind == "FeatureCollection":
        for feature in data["features"]:
            _collect(feature, lines)
    elif kind == "Feature":
        if data["geometry"] is not None:
            _collect(data["geometry"], lines)
    elif kind == "GeometryCollection":
        for geometry in data["geometries"]:
            _collect(geometry, lines)
    elif kind == "LineString":
        lines.append(_thin(data["coordinates"]))
    elif kind in ("MultiLineString", "Polygon"):
        lines.extend(_thin(line) for line in data["coordinates"])
    elif kind == "MultiPolygon":
        lines.extend(_thin(line) for polygon in data["coordinates"] for line in polygon)
    elif kind not in ("Point", "MultiPoint"):
        raise ValueError(kind)


def _thin(line: list[list[float]]) -> list[list[float]]:
    kept: list[list[float]] = []
    for position, point in enumerate(line):
        x, y = float(point[0]), float(point[1])
        if kept and position < len(line) - 1 and abs(x - kept[-1][0]) + abs(y - kept[-1][1]) < _STEP:
            continue
        kept.append([round(x, 4), round(y, 4)])
    return kept
