"""A report as Markdown (GitHub's dialect): tables, charts as rows of blocks, citations as links within the text."""

from __future__ import annotations

import re

from kg.report.model import Bar, Cites, Network, Note, Paragraph, Report, Table, Timeline
from kg.report.render import ranges

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~!&$])")
_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_BLOCKS = 30


def markdown(report: Report) -> str:
    """The whole text."""
    out = [f"# {escaped(report.title)}", ""]
    out += [f"> {escaped(line)}  " for line in report.basis]
    for section in report.sections:
        out += ["", f"## {escaped(section.title)}"]
        for block in section.blocks:
            out.append("")
            if isinstance(block, Paragraph):
                out.append(" ".join(f"{escaped(s.text)} {marks(report, s.cites)}" for s in block.sentences))
            elif isinstance(block, Note):
                out.append(f"*{escaped(block.text)}*")
            elif isinstance(block, Table):
                out += _table(report, block)
            elif isinstance(block, Network):
                out += _network(report, block)
            else:
                head = "" if isinstance(block, Timeline) else report.words["region"]
                out += _chart(report, block.title, head, block.unit, list(block.bars), block.cites)
    if report.citations:
        out += ["", f"## {escaped(report.words['citations'])}", ""]
    for citation in report.citations:
        title = escaped(citation.title)
        if citation.url and not re.search(r"[\s<>()]", citation.url):
            title = f"[{title}](<{citation.url}>)"
        date = citation.published or report.words["no_date"]
        source = escaped(citation.source or report.words["no_medium"])
        out.append(
            f'<a id="c{citation.number}"></a>\\[{citation.number}\\] {title} · {date} · {source} · '
            f"{escaped(citation.article)}  "
        )
        out += [f"“{escaped(citation.sentence)}”", ""]
    return "\n".join(out).rstrip() + "\n"


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def marks(report: Report, cites: Cites) -> str:
    """The numbers of citations, linked."""
    parts = [
        f"[{first}](#c{first})" if first == last else f"[{first}](#c{first})–[{last}](#c{last})"
        for first, last in ranges(cites)
    ]
    text = ", ".join(parts)
    if not cites.complete:
        text = report.words["example"].format(numbers=text, total=cites.total)
    return f"\\[{text}\\]"


def _table(report: Report, table: Table) -> list[str]:
    heads = [escaped(column.title) for column in table.columns] + [report.words["sources"]]
    rule = ["---:" if column.align == "right" else "---" for column in table.columns] + ["---"]
    out = [f"**{escaped(table.title)}**", "", f"| {' | '.join(heads)} |", f"| {' | '.join(rule)} |"]
    for row in table.rows:
        cells = [escaped(cell) for cell in row.cells] + [marks(report, row.cites)]
        out.append(f"| {' | '.join(cells)} |")
    if table.left_out:
        out += ["", report.words["left_out"].format(n=table.left_out)]
    return out


def _network(report: Report, network: Network) -> list[str]:
    """A small network in words: every pair with its weight."""
    names = {dot.id: dot.label for dot in network.dots}
    comma = "、" if report.lang == "zh" else ", "
    pairs = comma.join(f"{names[link.source]}–{names[link.target]} {link.weight}" for link in network.links)
    return [f"**{escaped(network.title)}** {marks(report, network.cites)}", "", escaped(pairs)]


def _chart(report: Report, title: str, head: str, unit: str, bars: list[Bar], cites: Cites) -> list[str]:
    most = max(bar.value for bar in bars) or 1
    out = [
        f"**{escaped(title)}** {marks(report, cites)}",
        "",
        f"| {escaped(head)} | {escaped(unit)} | |",
        "| --- | ---: | --- |",
    ]
    for bar in bars:
        blocks = "█" * max(1 if bar.value else 0, round(_BLOCKS * bar.value / most))
        out.append(f"| {escaped(bar.label)} | {bar.value} | {blocks} |")
    return out
