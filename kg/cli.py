"""The command line: one short function per verb. Heavy imports stand inside the functions so that help is instant."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from kg import __version__
from kg.errors import KgError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Knowledge graphs from Chinese government news: build, ask, look, load."""


@cli.command()
@click.option("--graph", "graph", type=click.Path(path_type=Path), default=Path("my-graph"), show_default=True)
@click.option("--around", metavar="NAME", help="Draw the surroundings of this person, region, meeting… (name or id).")
@click.option("--depth", type=click.IntRange(0, 6), default=1, show_default=True, help="Steps from NAME.")
@click.option("--articles", is_flag=True, help="Show articles as nodes too.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the page.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path("page.html"))
def draw(graph: Path, around: str | None, depth: int, articles: bool, lang: Literal["zh", "en"], output: Path) -> None:
    """Write an interactive page of the graph, or of a part of it. The page works offline."""
    from kg.draw import draw as draw_page
    from kg.draw.page import write_page
    from kg.draw.subgraph import everything, find, neighbourhood
    from kg.store.folder import read_graph

    tables = read_graph(graph)
    if around is not None:
        centre = find(tables, around)
        ids, centres, title = neighbourhood(tables, [centre.id], depth, articles=articles), [centre.id], centre.name
    else:
        ids, centres, title = everything(tables, articles=articles), [], graph.resolve().name
    write_page(output, draw_page(tables, ids, title=title, lang=lang, centres=centres))
    click.echo(f"{output}: {len(ids)} nodes")


def main() -> None:
    """Entry point: a `KgError` becomes one line on standard error and its exit code."""
    try:
        cli(standalone_mode=False)
    except KgError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("kg: interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(0)


if __name__ == "__main__":
    main()
