"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from kg.cli import cli

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    """A script of the checkout as a module."""
    spec = importlib.util.spec_from_file_location(name.replace("/", "_").removesuffix(".py"), ROOT / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


def setup_commands(page: str) -> list[str]:
    """The lines of a page that start a fresh environment: the two commands."""
    return [line for line in page.splitlines() if line.startswith("python3 -m venv .venv && ")]


def test_two_commands_one_line_each_and_the_same_everywhere() -> None:
    ci = setup_commands(text(".ci/run"))
    assert len(ci) == 2
    assert "kg build examples/articles" in ci[0]
    assert ci[1].endswith("pytest")
    for readme in READMES:
        assert setup_commands(text(readme)) == ci, f"{readme} and .ci/run differ"


def test_command_reference_is_made_from_the_commands() -> None:
    assert text("docs/cli.md") == script("docs/make_cli.py").page(), "run python docs/make_cli.py"


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_every_verb_is_documented(verb: str) -> None:
    """In the reference with its options explained, and by example or name in both readmes."""
    command = cli.commands[verb]
    assert command.help, f"kg {verb} has no help"
    assert f"## `kg {verb}`" in text("docs/cli.md")
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), f"kg {verb} {parameter.opts[0]} has no help"
    for readme in READMES:
        assert re.search(rf"\bkg {verb}\b", text(readme)), f"kg {verb} is not named in {readme}"


@pytest.mark.parametrize("page", [*READMES, "CONTRIBUTING.md", "examples/README.md"])
def test_commands_in_the_pages_exist(page: str) -> None:
    """Every `kg VERB` in a code block is a verb, and every long option behind it is one of that verb's."""
    for block in re.findall(r"^```(?:bash|sh)\n(.*?)^```", text(page), re.S | re.M):
        for line in block.splitlines():
            for verb, rest in re.findall(r"(?:^|/|\s|&&\s*)kg ([a-z-]+)([^&|#]*)", line):
                assert verb in cli.commands, f"{page}: kg {verb}"
                known = {option for parameter in cli.commands[verb].params for option in parameter.opts}
                for option in re.findall(r"(?<=\s)--[a-z0-9-]+", rest):
                    assert option in known | {"--help"}, f"{page}: kg {verb} {option}"


def examples_of_asking() -> list[str]:
    """The `kg` lines below the heading Ask of README.md, without comments."""
    (block,) = re.findall(r"^## Ask\n+```bash\n(.*?)^```", text("README.md"), re.S | re.M)
    return [re.sub(r"\s+# .*", "", line) for line in block.splitlines() if line.startswith("kg ")]


@pytest.fixture(scope="module")
def folder_with_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the first of the two commands has been run."""
    folder = tmp_path_factory.mktemp("readme")
    graph = str(folder / "my-graph")
    assert CliRunner().invoke(cli, ["build", str(ROOT / "examples" / "articles"), "--graph", graph]).exit_code == 0
    return folder


@pytest.mark.parametrize("line", examples_of_asking())
def test_the_readme_asks_what_can_be_answered(
    line: str, folder_with_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder_with_graph)
    result = CliRunner().invoke(cli, shlex.split(line)[1:])
    assert result.exit_code == 0, result.output
    assert result.output.strip()
    assert "(no rows)" not in result.output


@pytest.mark.parametrize(
    "page", sorted(str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", text(page)):
        if not re.match(r"[a-z]+:", target):
            assert (ROOT / page).parent.joinpath(unquote(target)).exists(), f"{page} links to {target}"


def test_both_readmes_have_the_same_content() -> None:
    """As many headings a level, the same code blocks in the same order, the same figures in the tables."""

    def shape(page: str) -> tuple[list[str], list[str], list[str]]:
        code = re.findall(r"^```(?:bash|sh|text|python|cypher|toml)\n(.*?)^```", page, re.S | re.M)
        prose = re.sub(r"^```.*?^```", "", page, flags=re.S | re.M)
        headings = re.findall(r"^(#+) ", prose, re.M)
        commands = [re.sub(r"\s+#.*", "", line) for block in code for line in block.splitlines()]
        cells = [cell for row in re.findall(r"^\|.*\|$", prose, re.M) for cell in re.findall(r"\d+(?:[.,]\d+)*", row)]
        return headings, commands, cells

    english, chinese = (shape(text(readme)) for readme in READMES)
    assert english == chinese


def test_example_pages_are_made_from_their_sources() -> None:
    made = script("examples/make.py").pages()
    there = {path.name: path.read_bytes() for path in (ROOT / "examples" / "articles").iterdir()}
    assert made == there, "run python examples/make.py"


def test_example_table_names_each_damage_and_its_pages() -> None:
    """The pages that examples/README.md lists for a damage are the ones whose sources ask for it."""
    rows = dict(re.findall(r"^\| ([^|]+?) \| ([\d ]+) \|", text("examples/README.md"), re.M))
    asked: dict[str, set[str]] = {}
    make = script("examples/make.py")
    for path in sorted((ROOT / "examples" / "sources").glob("*.txt")):
        source = make.read_source(path)
        asked.setdefault(source.get("damage"), set()).add(path.stem[:2])
    for beginning, damage in {
        "traditional characters with pinyin": "gloss",
        "lost bytes": "lost",
        "traditional characters alone": "traditional",
        "injected advertisements": "ads",
        "injected pieces": "names",
        "full-width": "width",
        "spaced": "spaced",
    }.items():
        listed = next(pages for name, pages in rows.items() if name.startswith(beginning))
        assert set(listed.split()) == asked[damage], beginning


def test_changelog_names_the_version() -> None:
    from kg import __version__

    assert f"## {__version__}" in text("CHANGELOG.md")
