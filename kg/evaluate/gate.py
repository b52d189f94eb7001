"""The evaluation gate: no figure may fall below its recorded floor.

python -m kg.evaluate.gate                       measure all sets; exit code 1 where a figure is below its floor
python -m kg.evaluate.gate --raise               raise every floor to what is measured now, in hundredths
python -m kg.evaluate.gate --lower dev.roles --reason "…"    lower one floor to what is measured, and say why

The floors stand in a file with the sets they are for (`Baseline`). A floor below the best figure ever recorded needs a
reason in the file. Sets that are not at hand are left out.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kg.errors import InputError, KgError, UsageError
from kg.evaluate.evaluation import Evaluation, evaluate
from kg.evaluate.reliability import sure

DEFAULT = Path("tests/evaluate/baseline.json")
#: The share of right facts among those with a confidence of 0.9 or more; a figure like the others.
SURE_SHARE = "right among ≥ 0.9"


@dataclass(slots=True)
class GatedSet:
    """One gold set with its floors. `reasons` has one entry for every floor that stands below its best."""

    name: str
    gold: tuple[Path, ...]
    articles: tuple[Path, ...]
    floors: dict[str, float]
    best: dict[str, float]
    reasons: dict[str, str]

    @property
    def missing(self) -> Path | None:
        """A path that is not there, where there is one."""
        return next((path for path in (*self.gold, *self.articles) if not path.exists()), None)

    def measure(self) -> dict[str, float]:
        """Every figure of this set, in three decimals, rounded down. Raises `KgError` where an article is missing."""
        skipped: list[InputError] = []
        evaluation = evaluate(self.gold, self.articles, skipped.append)
        if evaluation.missing:
            why = f" ({skipped[0]})" if skipped else ""
            raise KgError(f"{self.name}: no article for {', '.join(evaluation.missing[:5])}{why}")
        return figures(evaluation)

    def below(self, measured: Mapping[str, float]) -> list[str]:
        """In words, every figure that is below its floor."""
        return [
            f"{self.name} {figure}: {measured[figure]:.3f} is below {floor:.3f}"
            for figure, floor in self.floors.items()
            if measured[figure] < floor
        ]

    def raise_to(self, measured: Mapping[str, float]) -> None:
        """Raise every floor to the full hundredth below what is measured; one at its best again needs no reason."""
        for figure, found in measured.items():
            value = _rounded_down(found, 100)
            self.floors[figure] = max(value, self.floors.get(figure, 0.0))
            self.best[figure] = max(value, self.best.get(figure, 0.0))
            if self.floors[figure] >= self.best[figure]:
                self.reasons.pop(figure, None)

    def lower_to(self, figure: str, value: float, reason: str) -> None:
        """Lower one floor. Raises `UsageError` without a reason, or where there is nothing to lower."""
        if figure not in self.floors:
            raise UsageError(f"{self.name} has no floor for {figure!r}; there are: {', '.join(self.floors)}")
        if not reason.strip():
            raise UsageError("lowering a floor needs a reason: --reason TEXT")
        if value >= self.floors[figure]:
            raise UsageError(f"{self.name} {figure}: {value:.3f} is not below {self.floors[figure]:.3f}")
        self.best.setdefault(figure, self.floors[figure])
        self.floors[figure] = _rounded_down(value, 100)
        self.reasons[figure] = reason.strip()

    def unexplained(self) -> list[str]:
        """Floors below their best without a reason."""
        return [
            figure
            for figure, best in self.best.items()
            if self.floors.get(figure, 0.0) < best and not self.reasons.get(figure, "").strip()
        ]


def figures(evaluation: Evaluation) -> dict[str, float]:
    """F1 per category and of all, the two ratios, and the share of right facts among the sure ones; rounded down."""
    out = {category: found.f1 for category, found in evaluation.figures.items()}
    out |= {which: right / of for which, (right, of) in evaluation.ratios.items() if of}
    facts, right, _ = sure(evaluation.judged)["all"]
    if facts:
        out[SURE_SHARE] = right / facts
    return {figure: _rounded_down(value, 1000) for figure, value in out.items()}


def _rounded_down(value: float, steps: int) -> float:
    return math.floor(value * steps + 1e-9) / steps


def read_baseline(path: Path) -> list[GatedSet]:
    """The sets and floors of a file; paths in it are relative to it. Raises `InputError` where it is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return [_read_set(path.parent, name, entry) for name, entry in data["sets"].items()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(str(path), f"no baseline of the gate ({type(error).__name__}: {error})") from None


def _read_set(folder: Path, name: str, entry: Mapping[str, Any]) -> GatedSet:
    return GatedSet(
        name,
        tuple(folder / path for path in entry["gold"]),
        tuple(folder / path for path in entry["articles"]),
        {figure: float(value) for figure, value in entry["floors"].items()},
        {figure: float(value) for figure, value in entry.get("best", {}).items()},
        {figure: str(reason) for figure, reason in entry.get("reasons", {}).items()},
    )


def write_baseline(path: Path, sets: Sequence[GatedSet]) -> None:
    """Write the floors back; the paths of the sets stay as they stand in the file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    for each in sets:
        entry = data["sets"][each.name]
        entry["floors"], entry["best"], entry["reasons"] = each.floors, each.best, each.reasons
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def run(sets: Sequence[GatedSet], measure: Callable[[GatedSet], Mapping[str, float]]) -> Iterator[tuple[str, bool]]:
    """One line a figure, and whether it is below its floor."""
    for each in sets:
        missing = each.missing
        if missing is not None:
            yield f"{each.name}: left out, {missing.name} is not there", False
            continue
        measured = measure(each)
        for figure, value in measured.items():
            floor = each.floors.get(figure)
            is_below = floor is not None and value < floor
            told = "no floor" if floor is None else f"floor {floor:.3f}{' BELOW' if is_below else ''}"
            yield f"{each.name:14} {figure:18} {value:.3f}  {told}", is_below


@click.command(help=(__doc__ or "").split("\n", 1)[0])
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), default=DEFAULT, help="File with sets and floors."
)
@click.option("--raise", "raising", is_flag=True, help="Raise every floor to what is measured now.")
@click.option("--lower", metavar="SET.FIGURE", help="Lower this floor to what is measured now.")
@click.option("--reason", default="", help="Why it is lowered; kept in the file.")
def gate(baseline: Path, raising: bool, lower: str | None, reason: str) -> None:
    sets = read_baseline(baseline)
    if lower is not None:
        name, _, figure = lower.partition(".")
        chosen = next((each for each in sets if each.name == name), None)
        if chosen is None:
            raise UsageError(f"no set is called {name!r}; there are: {', '.join(each.name for each in sets)}")
        chosen.lower_to(figure, chosen.measure().get(figure, 0.0), reason)
        write_baseline(baseline, sets)
        click.echo(f"{baseline}: {name} {figure} is now {chosen.floors[figure]:.3f}")
        return
    measured: dict[str, Mapping[str, float]] = {}

    def measure(each: GatedSet) -> Mapping[str, float]:
        measured[each.name] = each.measure()
        return measured[each.name]

    below = 0
    for line, is_below in run(sets, measure):
        click.echo(line)
        below += is_below
    if raising:
        for each in sets:
            if each.name in measured:
                each.raise_to(measured[each.name])
        write_baseline(baseline, sets)
        click.echo(f"{baseline}: raised")
    if below:
        raise KgError(f"{below} figures are below their floor")


def main() -> None:
    """Entry point of ``python -m kg.evaluate.gate``."""
    try:
        gate(standalone_mode=False)
    except KgError as error:
        click.echo(f"gate: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
