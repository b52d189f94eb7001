"""Make `docs/cli.md` from the commands themselves.

python docs/make_cli.py            write it
python docs/make_cli.py --check    write nothing; exit code 1 where it differs
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli import cli

PAGE = Path(__file__).resolve().parent / "cli.md"


def commands(group: click.Group, path: tuple[str, ...] = ("kg",)) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every verb with its words, in alphabetical order, groups before what they hold."""
    for name in sorted(group.commands):
        command = group.commands[name]
        if command.hidden:
            continue
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def section(words: tuple[str, ...], command: click.Command) -> str:
    """One verb: its help as the terminal shows it at 100 columns."""
    context = click.Context(
        command,
        info_name=" ".join(words),
        max_content_width=100,
        terminal_width=100,
        help_option_names=["-h", "--help"],  # as `kg` itself has it: click keeps whichever it was asked for first
    )
    text = command.get_help(context)
    return f"## `{' '.join(words)}`\n\n```text\n{text.rstrip()}\n```\n"


def page() -> str:
    """The whole page."""
    head = (
        "# The command line\n\n"
        "Made by `python docs/make_cli.py` from the commands themselves; a test fails when the two differ.\n\n"
        "Every verb ends with exit code 0 when it did its work, 1 when it could not (or, with `--strict`, when there\n"
        "were warnings), 2 when it was called wrongly, and says in one line why.\n"
    )
    return head + "".join("\n" + section(words, command) for words, command in commands(cli))


def main(arguments: list[str]) -> int:
    made = page()
    if "--check" in arguments:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == made
        if not same:
            print("docs/cli.md differs from the commands; run python docs/make_cli.py")
        return 0 if same else 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
