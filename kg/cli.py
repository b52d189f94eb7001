"""The command line: one short function per verb. Heavy imports stand inside the functions so that help is instant."""

from __future__ import annotations

import sys

import click

from kg import __version__
from kg.errors import KgError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Knowledge graphs from Chinese government news: build, ask, look, load."""


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
