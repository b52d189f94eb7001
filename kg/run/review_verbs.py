"""What ``kg review`` prints and asks."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import cast

import click

from kg.errors import KgError
from kg.resolve.judgements import Verb
from kg.run.review import Case, Desk, apply, show

_ANSWERS = {"s": "same", "n": "not_same", "1": "drop", "2": "drop"}


def run_review(graph: Path, *, listing: bool, conflicts: bool, log: bool, limit: int) -> None:
    """List what was asked for, or ask the open questions one by one."""
    desk = Desk(graph)
    if log:
        lines = [_told(desk, line.id) for line in desk.judgements.lines]
        _list(lines, limit, "no judgements yet")
    elif conflicts:
        _list(desk.conflicts(), limit, "no conflicts found")
    elif listing or not sys.stdin.isatty():
        cases = list(desk.cases())
        lines = [
            f"{'again' if case.again else f'{case.question.probability:.2f}'} {case.question.kind} "
            f"{case.one.node.name} {_ids(case)} — {case.question.reason} ({case.question.weight})"
            for case in cases
        ]
        _list(lines, limit, "no open questions")
    else:
        _ask(desk)


def run_judgement(
    graph: Path,
    verb: str,
    one: str,
    other: str | None,
    *,
    reason: str,
    later: bool,
    field: str | None = None,
    value: str | None = None,
) -> None:
    """Write one judgement down and apply it."""
    desk = Desk(graph)
    line = desk.judge(cast(Verb, verb), one, other, field=field, value=value, reason=reason)
    click.echo(_told(desk, line.id))
    click.echo("to be applied at the next build" if later else apply(graph))


def _ask(desk: Desk) -> None:
    """Go through the questions; what is answered is written at once, and applied at the end."""
    made = 0
    for case in desk.cases():
        click.clear()
        click.echo(show(case, shutil.get_terminal_size().columns))
        answer = click.prompt(
            "\n[s]ame  [n]ot the same  drop [1] or [2]  [k] leave open  [q]uit",
            type=click.Choice([*_ANSWERS, "k", "q"]),
            show_choices=False,
        )
        if answer == "q":
            break
        if answer == "k":
            continue
        made += _answer(desk, case, answer)
    click.echo(f"{made} judgements written" + (f"; {apply(desk.graph)}" if made else ""))


def _answer(desk: Desk, case: Case, answer: str) -> int:
    reason = click.prompt("why (may be empty)", default="", show_default=False)
    one, other = case.question.one, case.question.other
    try:
        if answer in ("1", "2"):
            desk.judge("drop", one if answer == "1" else other, reason=reason)
        elif case.again is not None:
            desk.answer_again(case, cast(Verb, _ANSWERS[answer]), reason=reason)
        else:
            desk.judge(cast(Verb, _ANSWERS[answer]), one, other, reason=reason)
    except KgError as error:
        click.echo(str(error), err=True)
        click.pause()
        return 0
    return 1


def _ids(case: Case) -> str:
    return " / ".join(dict.fromkeys((case.question.one, case.question.other)))


def _told(desk: Desk, id: str) -> str:
    line = next(line for line in desk.judgements.lines if line.id == id)
    undone = "" if line.verb == "undo" or line in desk.judgements.standing else " (undone)"
    what = " ".join(part for part in (line.one, line.other, line.field, line.value) if part)
    by = f" — {line.user} {line.time}".rstrip(" —") + (f": {line.reason}" if line.reason else "")
    return f"{line.id} {line.verb} {what}{by}{undone}"


def _list(lines: list[str], limit: int, nothing: str) -> None:
    for line in lines[:limit] or [nothing]:
        click.echo(line)
    if len(lines) > limit:
        click.echo(f"… {len(lines) - limit} more; --limit shows them")
