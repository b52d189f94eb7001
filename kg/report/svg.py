"""Charts as SVG text. No style attributes and no scripts: the page's policy allows neither. Sizes are in pixels.

Classes (`bar`, `axis`, `dot`, `centre`, `link`, `label`, `number`) take their colours from the page.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from html import escape

from kg.report.model import Bar, Bars, Chart, Dot, Network, Timeline

_WIDTH = 720
_FONT = 13


def svg(chart: Chart) -> str:
    """The chart as one ``<svg>`` element, with a title that screen readers say."""
    if isinstance(chart, Bars):
        return _bars(chart)
    if isinstance(chart, Timeline):
        return _timeline(chart)
    return _network(chart)


def width(text: str, size: float = _FONT) -> float:
    """About how wide a text is set."""
    return sum(size if unicodedata.east_asian_width(char) in "WF" else size * 0.58 for char in text)


def cut(text: str, space: float, size: float = _FONT) -> str:
    """`text` shortened to `space`, with an ellipsis."""
    if width(text, size) <= space:
        return text
    while text and width(text + "…", size) > space:
        text = text[:-1]
    return text.rstrip() + "…"


def _open(title: str, height: float, description: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_number(height)}" role="img" '
        f'width="{_WIDTH}" height="{_number(height)}"><title>{escape(title)}</title><desc>{escape(description)}</desc>'
    )


def _described(bars: Sequence[Bar], unit: str) -> str:
    return "; ".join(f"{bar.label}: {bar.value} {unit}" for bar in bars)


def _bars(chart: Bars) -> str:
    row, top = 26, 6
    left = min(280.0, max(width(bar.label) for bar in chart.bars) + 14)
    room = _WIDTH - left - 60
    most = max(bar.value for bar in chart.bars) or 1
    out = [_open(chart.title, top * 2 + row * len(chart.bars), _described(chart.bars, chart.unit))]
    for i, bar in enumerate(chart.bars):
        y = top + i * row
        long = room * bar.value / most
        out.append(
            f'<text class="label" x="{_number(left - 8)}" y="{y + 17}" text-anchor="end">'
            f"{escape(cut(bar.label, left - 14))}</text>"
            f'<rect class="bar" x="{_number(left)}" y="{y + 4}" width="{_number(long)}" height="{row - 8}" rx="2">'
            f"<title>{escape(bar.label)}: {bar.value}</title></rect>"
            f'<text class="number" x="{_number(left + long + 6)}" y="{y + 17}">{bar.value}</text>'
        )
    return "".join(out) + "</svg>"


def _timeline(chart: Timeline) -> str:
    left, right, top, floor, height = 40.0, 12.0, 16.0, 168.0, 206
    most = max(bar.value for bar in chart.bars) or 1
    step = (_WIDTH - left - right) / len(chart.bars)
    every = math.ceil((max(width(bar.label, 11) for bar in chart.bars) + 10) / step)
    out = [_open(chart.title, height, _described(chart.bars, chart.unit))]
    for tick in sorted({0, most, *([most // 2] if most >= 4 else [])}):
        y = floor - (floor - top) * tick / most
        out.append(
            f'<line class="axis" x1="{_number(left)}" x2="{_number(_WIDTH - right)}" y1="{_number(y)}" '
            f'y2="{_number(y)}"/><text class="number" x="{_number(left - 6)}" y="{_number(y + 4)}" '
            f'text-anchor="end">{tick}</text>'
        )
    for i, bar in enumerate(chart.bars):
        x, tall = left + i * step, (floor - top) * bar.value / most
        thick = min(max(1.0, step * 0.72), 48.0)
        middle = x + step / 2
        if bar.value:
            out.append(
                f'<rect class="bar" x="{_number(middle - thick / 2)}" y="{_number(floor - tall)}" '
                f'width="{_number(thick)}" height="{_number(tall)}"><title>{escape(bar.label)}: {bar.value}</title>'
                "</rect>"
            )
        if i % every == 0:
            out.append(
                f'<text class="small" x="{_number(middle)}" y="{_number(floor + 18)}" text-anchor="middle">'
                f"{escape(bar.label)}</text>"
            )
    return "".join(out) + "</svg>"


def places(
    dots: Sequence[Dot], centre: tuple[float, float], across: float, down: float
) -> dict[str, tuple[float, float]]:
    """Where the dots of a small network go: on an ellipse, a single centre in its middle."""
    middle = [dot for dot in dots if dot.centre]
    ring = [dot for dot in dots if not dot.centre] if len(middle) == 1 else list(dots)
    found = {middle[0].id: centre} if len(middle) == 1 else {}
    for i, dot in enumerate(ring):
        angle = 2 * math.pi * i / len(ring) - math.pi / 2
        found[dot.id] = (centre[0] + across * math.cos(angle), centre[1] + down * math.sin(angle))
    return found


def _network(chart: Network) -> str:
    height = 400 if len(chart.dots) > 6 else 300
    at = places(chart.dots, (_WIDTH / 2, height / 2), _WIDTH / 2 - 150, height / 2 - 40)
    names = {dot.id: dot.label for dot in chart.dots}
    most = max(link.weight for link in chart.links) or 1
    told = "; ".join(f"{names[link.source]}–{names[link.target]}: {link.weight} {chart.unit}" for link in chart.links)
    out = [_open(chart.title, height, told)]
    for link in chart.links:
        (x1, y1), (x2, y2) = at[link.source], at[link.target]
        thick = 1 + 5 * link.weight / most
        out.append(
            f'<line class="link" x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}" '
            f'stroke-width="{_number(thick)}"><title>{escape(names[link.source])}–{escape(names[link.target])}: '
            f"{link.weight}</title></line>"
        )
    for dot in chart.dots:
        x, y = at[dot.id]
        radius = 9 if dot.centre else 7
        if dot.centre or abs(x - _WIDTH / 2) < 20:
            above = y < height / 2 and not dot.centre
            where, anchor, tx = (y - 14 if above else y + 24), "middle", x
        else:
            where, anchor, tx = y + 4, ("start" if x > _WIDTH / 2 else "end"), x + (12 if x > _WIDTH / 2 else -12)
        out.append(
            f'<circle class="{"centre" if dot.centre else "dot"}" cx="{_number(x)}" cy="{_number(y)}" r="{radius}"/>'
            f'<text class="label halo" x="{_number(tx)}" y="{_number(where)}" text-anchor="{anchor}">'
            f"{escape(cut(dot.label, 136))}</text>"
        )
    return "".join(out) + "</svg>"


def _number(value: float) -> str:
    """A coordinate, short and the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
