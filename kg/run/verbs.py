"""What ``kg build`` and ``kg extract`` say, and how they end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import click

from kg.errors import KgError
from kg.run.build import SKIPPED, Built, build
from kg.run.explain import explained
from kg.run.progress import shown
from kg.run.record import count, read_records

#: Warnings shown one by one; the rest is counted.
_SHOWN = 20


def run_build(
    inputs: Sequence[str],
    graph: Path,
    *,
    workers: int | None,
    strict: bool,
    recognizer: str | None,
    prune: bool,
) -> int:
    """Build and report; the exit code."""
    try:
        with shown() as progress:
            built = build(inputs, graph, workers=workers, recognizer=recognizer, prune=prune, progress=progress)
    except KeyboardInterrupt:
        raise KgError(
            f"interrupted; what is recorded stays: the same command goes on in {graph}", exit_code=130
        ) from None
    warn(built.reading.warnings, graph / SKIPPED)
    empty = not any(rows for label, rows in built.nodes.items() if label != "Article")
    for line in summary(built, graph):
        click.echo(line)
    if built.reading.read == 0 or empty:
        click.echo("kg: nothing was built: no article with an event among the input", err=True)
        return 1
    click.echo(f"Next: kg draw --graph {graph} -o page.html   or: kg query --list")
    return 1 if strict and built.reading.warnings else 0


def run_extract(
    inputs: Sequence[str],
    output: Path | None,
    *,
    workers: int | None,
    strict: bool,
    recognizer: str | None,
    explain: bool = False,
) -> int:
    """Write one record a line (with `explain`: its facts for people) to `output` or standard output; the exit code."""
    warnings: list[tuple[str, str]] = []
    written = 0
    aside = output.with_name(f".{output.name}.{os.getpid()}") if output else None
    try:
        out: IO[str] = open(aside, "w", encoding="utf-8") if aside else sys.stdout  # noqa: SIM115 - closed below
    except OSError as error:
        raise KgError(f"{output}: cannot write ({error.strerror or error})") from None
    try:
        with shown() as progress:
            total = count(inputs)
            progress.total(total)
            for done in read_records(
                inputs,
                workers=workers,
                recognizer=recognizer,
                progress=progress,
                total=total,
                on_warning=lambda where, reason: warnings.append((where, reason)),
            ):
                line = explained(done.record) if explain else json.dumps(done.record.to_json(), ensure_ascii=False)
                out.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")
                written += 1
        if aside is not None and output is not None:
            out.close()
            os.replace(aside, output)
    finally:
        if aside is not None:
            out.close()
            aside.unlink(missing_ok=True)
    warn(warnings, None)
    if written == 0:
        click.echo("kg: nothing was extracted: no usable article among the input", err=True)
        return 1
    if output is not None:
        click.echo(f"{output}: {written} records, {len(warnings)} warnings", err=True)
    return 1 if strict and warnings else 0


def warn(warnings: Sequence[tuple[str, str]], whole: Path | None) -> None:
    """Name what was skipped and why, on standard error."""
    limit = _SHOWN if whole is not None else len(warnings)
    for where, reason in warnings[:limit]:
        click.echo(f"warning: {where}: {reason}", err=True)
    if len(warnings) > limit:
        click.echo(f"warning: … and {len(warnings) - limit} more, all in {whole}", err=True)


def summary(built: Built, graph: Path) -> list[str]:
    """What a build did, for people."""
    reading = built.reading
    lines = [
        f"Articles: {reading.read} read ({reading.new} new, {reading.known} already recorded), "
        f"{reading.skipped} skipped, {reading.no_event} without an event, {reading.copies} copies"
    ]
    if built.removed:
        lines.append(f"Left the graph: {built.removed} articles (changed or no longer given)")
    if built.outdated:
        lines.append(
            f"{built.outdated} articles were recorded by an older extractor; give them again to read them anew"
        )
    if reading.warnings:
        lines.append(f"Warnings: {len(reading.warnings)}")
    lines.append(f"Graph {graph}: {built.articles} articles, {built.evidence} pieces of evidence")
    lines.append("  nodes  " + _counts(built.nodes))
    lines.append("  edges  " + _counts(built.edges))
    if built.questions or built.conflicts:
        lines.append(f"  {built.questions} open questions, {built.conflicts} conflicts: kg review --graph {graph}")
    if built.kept:
        lines.append(f"  {built.blocks} blocks resolved, {built.kept} as they were")
    if not built.changed:
        lines.append("Nothing changed: the graph already holds all of this.")
    lines.append(f"Time: {built.seconds:.1f} s")
    return lines


def _counts(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(rows.items(), key=lambda r: (-r[1], r[0]))) or "none"
