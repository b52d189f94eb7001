"""The command line: one short function per verb. Heavy imports stand inside the functions so that help is instant."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from kg import __version__
from kg.errors import KgError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from kg.store.base import Rows, Store
    from kg.store.neo4j_store import Server


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Knowledge graphs from Chinese government news: build, ask, look, load."""


def _check_recognizer(context: click.Context, _: click.Parameter, spec: str) -> str:
    """Load and ask it before anything is read: an hour's work is not to end at a name typed wrong or a server down."""
    from kg.recognize import check

    if not context.resilient_parsing:
        check(spec)
    return spec


_recognizer_option = click.option(
    "--recognizer",
    metavar="NAME",
    default="rules",
    show_default=True,
    callback=_check_recognizer,
    help="Who is asked where the rules doubt a name: rules (nobody), lac, hanlp:DIRECTORY or hanlp-rest:URL.",
)


@cli.command()
@click.argument("articles", nargs=-1, required=True)
@click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("my-graph"), show_default=True, help="Graph folder."
)
@click.option("--neo4j", metavar="URI", help="Load the graph into this Neo4j too, e.g. neo4j://localhost:7687.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes for all of it.  [default: by the machine]")
@_recognizer_option
@click.option("--prune", is_flag=True, help="Articles that are not among ARTICLES leave the graph.")
@click.option("--strict", is_flag=True, help="Exit with 1 where anything was skipped.")
@click.pass_context
def build(
    ctx: click.Context,
    articles: tuple[str, ...],
    graph: Path,
    neo4j: str | None,
    workers: int | None,
    recognizer: str,
    prune: bool,
    strict: bool,
) -> None:
    """Read ARTICLES (files, folders, globs of text, HTML, JSON Lines) into a graph. Run again to go on or add."""
    from kg.run.verbs import run_build

    if neo4j is not None:  # a database that cannot be reached is better known before an hour of reading
        with _open_server(neo4j, None):
            pass
    code = run_build(articles, graph, workers=workers, strict=strict, recognizer=recognizer, prune=prune)
    if neo4j is not None and code == 0:
        ctx.invoke(load, uri=neo4j, graph=graph, database=None, dry_run=False, full=False)
    sys.exit(code)


@cli.command()
@click.argument("articles", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write; else stdout.")
@_recognizer_option
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read articles.  [default: by the machine]")
@click.option(
    "--explain", is_flag=True, help="Instead, for people: every fact, what gave it, how sure it is, and where."
)
@click.option("--strict", is_flag=True, help="Exit with 1 where anything was skipped.")
def extract(
    articles: tuple[str, ...],
    output: Path | None,
    recognizer: str,
    workers: int | None,
    explain: bool,
    strict: bool,
) -> None:
    """Write what each of ARTICLES says as one JSON record a line, without building a graph."""
    from kg.run.verbs import run_extract

    sys.exit(run_extract(articles, output, workers=workers, strict=strict, recognizer=recognizer, explain=explain))


@cli.command()
@click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("my-graph"), show_default=True, help="Graph folder."
)
@click.option("--around", metavar="NAME", help="Draw the surroundings of this person, region, meeting… (name or id).")
@click.option("--depth", type=click.IntRange(0, 6), default=1, show_default=True, help="Steps from NAME.")
@click.option("--query", "query_name", metavar="NAME", help="Draw the answer of this query; ARGUMENTS are its own.")
@click.option("--articles", is_flag=True, help="Show articles as nodes too.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the page.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("page.html"),
    show_default=True,
    help="Where the page goes.",
)
@click.argument("arguments", nargs=-1, metavar="[KEY=VALUE]...")
def draw(
    graph: Path,
    around: str | None,
    depth: int,
    query_name: str | None,
    arguments: tuple[str, ...],
    articles: bool,
    lang: Literal["zh", "en"],
    output: Path,
) -> None:
    """Write an interactive page of the graph, of a part of it, or of a query's answer. The page works offline."""
    from kg.draw import draw as draw_page
    from kg.draw.asked import asked
    from kg.draw.page import write_page
    from kg.draw.subgraph import everything, find, neighbourhood
    from kg.store.ask import parse_pairs
    from kg.store.folder import read_graph
    from kg.store.former import former_ids

    if query_name is not None and around is not None:
        raise click.UsageError("--around and --query cannot stand together")
    if arguments and query_name is None:
        raise click.UsageError(f"{arguments[0]!r} needs --query; to draw around a name: --around NAME")
    tables = read_graph(graph)
    centres: tuple[str, ...] = ()
    if query_name is not None:
        with _open_store(graph, None, None) as store:
            answer = asked(store, tables, query_name, parse_pairs(arguments))
        for note in answer.notes:
            click.echo(note, err=True)
        ids, centres, title = answer.ids, answer.centres, answer.title
    elif around is not None:
        centre = find(tables, around, former_ids(graph))
        ids, centres, title = neighbourhood(tables, [centre.id], depth, articles=articles), (centre.id,), centre.name
    else:
        ids, title = everything(tables, articles=articles), graph.resolve().name
    write_page(output, draw_page(tables, ids, title=title, lang=lang, centres=centres))
    click.echo(f"{output}: {len(ids)} nodes")


@cli.command()
@click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("my-graph"), show_default=True, help="Graph folder."
)
@click.option(
    "--map",
    "outlines",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="GeoJSON of outlines for the map; none is shipped.",
)
@click.option("--title", help="Title of the page.  [default: name of the graph folder]")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the page.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("explorer.html"),
    show_default=True,
    help="Where the page goes.",
)
def explore(graph: Path, outlines: Path | None, title: str | None, lang: Literal["zh", "en"], output: Path) -> None:
    """Write the explorer: the whole graph in one page, from an overview of regions down to every sentence."""
    from kg.draw.explorer import explorer
    from kg.draw.outlines import read_outlines
    from kg.draw.page import write_page
    from kg.store.folder import read_graph

    shapes = read_outlines(outlines) if outlines else None
    tables = read_graph(graph)
    write_page(output, explorer(tables, title=title or graph.resolve().name, lang=lang, outlines=shapes))
    click.echo(f"{output}: {len(tables.nodes)} nodes, {len(tables.edges)} edges, {output.stat().st_size / 1e6:.1f} MB")


_graph_option = click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("my-graph"), show_default=True, help="Graph folder."
)
_neo4j_option = click.option("--neo4j", metavar="URI", help="Ask this Neo4j instead, e.g. neo4j://localhost:7687.")
_database_option = click.option(
    "--database", metavar="NAME", envvar="NEO4J_DATABASE", help="Database on the Neo4j server; its default otherwise."
)
_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How rows are written.",
)
_timeout_option = click.option(
    "--timeout", type=click.FloatRange(min=0.001), default=30.0, show_default=True, help="Seconds a query may take."
)


def _complete_query(context: click.Context, _: click.Parameter, text: str) -> list[str]:
    from kg.store.completion import argument_words, query_words

    name = context.params.get("name")
    return argument_words(name, text, context.params.get("graph")) if name else query_words(text)


@cli.command()
@click.argument("name", required=False, shell_complete=_complete_query)
@click.argument("arguments", nargs=-1, metavar="[KEY=VALUE]...", shell_complete=_complete_query)
@click.option("--list", "list_queries", is_flag=True, help="Show the queries, those of a group, or all about NAME.")
@_format_option
@_graph_option
@_neo4j_option
@_database_option
@_timeout_option
def query(
    name: str | None,
    arguments: tuple[str, ...],
    list_queries: bool,
    form: str,
    graph: Path,
    neo4j: str | None,
    database: str | None,
    timeout: float,
) -> None:
    """Ask a named question, e.g. kg query partners-of-region region=九江. Regions by name, short name or code."""
    from kg.store.ask import ask, find_query, parse_pairs
    from kg.store.listing import listing

    if list_queries or name is None:
        click.echo(listing(name, form))
        return
    find_query(name)  # before anything is opened
    given = parse_pairs(arguments)
    with _open_store(graph, neo4j, database) as store:
        answer = ask(store, name, given, timeout=timeout)
    for note in answer.notes:
        click.echo(note, err=True)
    _print_rows(answer.rows, form)


@cli.command()
@click.argument("statement")
@click.argument("arguments", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="Rows shown at most.")
@_format_option
@_graph_option
@_neo4j_option
@_database_option
@_timeout_option
def cypher(
    statement: str,
    arguments: tuple[str, ...],
    limit: int,
    form: str,
    graph: Path,
    neo4j: str | None,
    database: str | None,
    timeout: float,
) -> None:
    """Ask in Cypher, reading only. KEY=VALUE gives $KEY as text, KEY:=VALUE as JSON (limit:=3)."""
    from kg.store.ask import free_parameters, parse_pairs

    given = free_parameters(parse_pairs(arguments))
    with _open_store(graph, neo4j, database) as store:
        rows = store.run(statement, given, timeout=timeout, row_limit=limit)
    for note in rows.notes:
        click.echo(note, err=True)
    _print_rows(rows, form)
    if rows.truncated:
        click.echo(f"only the first {limit} rows are shown; --limit shows more", err=True)


@cli.command()
@click.argument("uri")
@_graph_option
@_database_option
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@click.option("--full", is_flag=True, help="Compare everything, even where nothing was written since the last load.")
def load(uri: str, graph: Path, database: str | None, dry_run: bool, full: bool) -> None:
    """Make Neo4j at URI hold exactly this graph; what others wrote there stays. Run again after an interruption."""
    from kg.store import neo4j_load
    from kg.store.folder import read_graph
    from kg.store.former import former_ids
    from kg.store.listing import changes_table
    from kg.store.manifest import folder_info
    from kg.store.neo4j_seal import Seals

    graph_id = folder_info(graph).graph_id
    with _open_server(uri, database) as server:
        former = former_ids(graph)
        seals = Seals(graph, former)
        if not full and not dry_run and seals.hold(server):
            click.echo(f"{uri}: holds exactly this graph: nothing was written there since its last load")
            return
        tables = read_graph(graph)
        if dry_run:
            click.echo(changes_table(neo4j_load.compare(server, graph_id, tables, former)))
            return
        with _progress() as tell:
            report = neo4j_load.load(server, graph_id, tables, former, progress=tell)
        seals.note(report.mark)
    click.echo(changes_table(report.changes))
    rate = f", {report.rows_written / report.seconds:,.0f} rows/s" if report.rows_written else ""
    click.echo(f"{uri}: {report.rows_written} rows written in {report.seconds:.1f} s{rate}")
    if report.released:
        click.echo(
            f"{report.released} nodes no longer in the graph were kept, unlabelled: edges of others hang on them"
        )
    for note in report.notes:
        click.echo(note, err=True)


@cli.command()
@click.argument("uri")
@_graph_option
@_database_option
def diff(uri: str, graph: Path, database: str | None) -> None:
    """Show what a load into Neo4j at URI would change; exit code 1 where anything would."""
    from kg.store import neo4j_load
    from kg.store.folder import read_graph
    from kg.store.former import former_ids
    from kg.store.listing import changes_table
    from kg.store.manifest import folder_info

    graph_id = folder_info(graph).graph_id
    with _open_server(uri, database) as server:
        changes = neo4j_load.compare(server, graph_id, read_graph(graph), former_ids(graph))
    click.echo(changes_table(changes))
    if any(change.differs for change in changes):
        sys.exit(1)


@cli.command()
@click.argument("uri")
@_graph_option
@_database_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def unload(uri: str, graph: Path, database: str | None, yes: bool) -> None:
    """Take this graph out of Neo4j at URI again; what others wrote there stays."""
    from kg.store import neo4j_load
    from kg.store.listing import changes_table
    from kg.store.manifest import folder_info

    graph_id = folder_info(graph).graph_id
    if not yes:
        click.confirm(f"Remove the graph of {graph} from {uri}?", abort=True, err=True)
    with _open_server(uri, database) as server:
        report = neo4j_load.unload(server, graph_id)
    click.echo(changes_table(report.changes))


@cli.command()
@_graph_option
@_neo4j_option
@_database_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen at; this machine only by default."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8321, show_default=True, help="Port to listen at.")
@click.option("--name", "names", multiple=True, help="A further host name that browsers may call this server by.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=20.0, show_default=True, help="Seconds a query may take."
)
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="Rows an answer may have.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the pages.")
@click.option("--allow-review", is_flag=True, help="Take review judgements from who holds the token (KG_REVIEW_TOKEN).")
def serve(
    graph: Path,
    neo4j: str | None,
    database: str | None,
    host: str,
    port: int,
    names: tuple[str, ...],
    timeout: float,
    limit: int,
    lang: Literal["zh", "en"],
    allow_review: bool,
) -> None:
    """Serve the explorer, the queries, the reports, a Cypher console and a JSON API over the live graph."""
    import os
    import secrets

    from kg.serve import Settings
    from kg.serve import serve as run_server
    from kg.serve.guard import LOOPBACK

    token = (os.environ.get("KG_REVIEW_TOKEN") or secrets.token_urlsafe(24)) if allow_review else None
    hosts = {*LOOPBACK, *names, *({host} - {"0.0.0.0", "::"})}
    with _open_store(graph, neo4j, database) as store:
        title = graph.resolve().name if neo4j is None else store.name
        settings = Settings(
            title,
            lang,
            hosts,
            timeout,
            limit,
            token,
            _judge_over_http(graph) if allow_review else None,
            graph if neo4j is None else None,
        )
        if host not in LOOPBACK:
            click.echo("anyone who can reach this port can read the whole graph: there is no password", err=True)
        if token is not None and not os.environ.get("KG_REVIEW_TOKEN"):
            click.echo(f"token for judgements: {token}", err=True)
        click.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl-C ends)")
        run_server(store, settings, host=host, port=port)


def _judge_over_http(graph: Path) -> Callable[[Mapping[str, str]], str]:
    """Writes a judgement of `kg serve` down; it is applied at the next build, as with ``kg review --later``."""

    def judge(asked: Mapping[str, str]) -> str:
        from typing import cast, get_args

        from kg.errors import UsageError
        from kg.resolve.judgements import Verb
        from kg.run.review import Desk

        if asked.get("verb") not in get_args(Verb) or not asked.get("one"):
            raise UsageError(f"a judgement has a verb ({', '.join(get_args(Verb))}) and names one entity")
        more = {key: asked[key] for key in ("field", "value") if asked.get(key)}
        more["user"] = asked.get("user") or "kg serve"  # not whoever happens to run the server
        verb = cast(Verb, asked["verb"])
        return (
            Desk(graph).judge(verb, asked["one"], asked.get("other") or None, reason=asked.get("reason", ""), **more).id
        )

    return judge


def _open_store(graph: Path, neo4j: str | None, database: str | None) -> Store:
    """The embedded store of `graph`, or the Neo4j that was asked for."""
    if neo4j is None:
        from kg.store.embedded import open_embedded

        return open_embedded(graph)
    from kg.store.neo4j_store import clean_address, credentials_from, open_neo4j

    store = open_neo4j(clean_address(neo4j), credentials_from(ask=_ask_for()), database=database)
    graphs = store.graphs()
    if len(graphs) > 1:
        click.echo(f"{store.name} holds {len(graphs)} graphs; the answer is drawn from all of them", err=True)
    return store


@contextmanager
def _open_server(uri: str, database: str | None) -> Iterator[Server]:
    """A Neo4j to load into, of a version that will do."""
    from kg.store.neo4j_store import OLDEST, clean_address, connect, credentials_from

    address = clean_address(uri)
    server = connect(address, credentials_from(ask=_ask_for()), database=database, oldest=OLDEST)
    try:
        yield server
    finally:
        server.driver.close()


def _ask_for() -> Callable[[str, bool], str] | None:
    """A prompt, where someone sits at the terminal."""
    if not sys.stdin.isatty():
        return None
    return lambda question, hidden: str(
        click.prompt(question, hide_input=hidden, default="", show_default=False, err=True)
    )


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done)

        yield tell


def _print_rows(rows: Rows, form: str) -> None:
    import shutil

    from kg.store.table import render

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(render(rows, form, width))


@cli.command("clean")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order given.")
@click.option("--show-changes", is_flag=True, help="Show every stretch that was changed, with its place in the page.")
def clean_pages(files: tuple[str, ...], as_json: bool, show_changes: bool) -> None:
    """Repair scraped pages: text, title, date, source, authors, and what was damaged.

    What only several pages together show (a phrase put into many) is looked for first.
    """
    import json

    from kg.clean import clean, look_over, show
    from kg.read import read

    skipped: list[str] = []
    count = 0
    repetition = look_over(raw.data for raw in read(files, lambda _: None))
    for raw in read(files, lambda error: skipped.append(str(error))):
        count += 1
        article = clean(raw.data, title=raw.title, published=raw.published, source=raw.source, repetition=repetition)
        if as_json:
            record = {"id": raw.id, "path": raw.path, **article.to_json()}
            if show_changes:
                record["changes"] = [
                    {"start": c.raw.char_start, "end": c.raw.char_end, "before": c.before, "after": c.after}
                    for c in article.changes()
                ]
            click.echo(json.dumps(record, ensure_ascii=False))
            continue
        click.echo(f"# {raw.path}: {show.summary(article)}", err=True)
        if show_changes:
            for line in show.changes(article):
                click.echo(line)
        else:
            click.echo(article.text)
    for message in skipped:
        click.echo(f"kg: skipped {message}", err=True)
    if not count:
        raise KgError("nothing could be cleaned")


@cli.group(invoke_without_command=True)
@_graph_option
@click.option("--list", "listing", is_flag=True, help="List the open questions instead of asking them one by one.")
@click.option("--conflicts", is_flag=True, help="List what cannot all be true.")
@click.option("--log", is_flag=True, help="List the judgements made so far.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Lines of a list.")
@click.pass_context
def review(ctx: click.Context, graph: Path, listing: bool, conflicts: bool, log: bool, limit: int) -> None:
    """Answer what is open: who is who, which meeting is which. Answers are kept in judgements.jsonl for ever."""
    ctx.obj = graph
    if ctx.invoked_subcommand is None:
        from kg.run.review_verbs import run_review

        run_review(graph, listing=listing, conflicts=conflicts, log=log, limit=limit)


def _judge(
    ctx: click.Context,
    graph: Path | None,
    verb: str,
    one: str,
    other: str | None,
    reason: str,
    later: bool,
    **more: str,
) -> None:
    from kg.run.review_verbs import run_judgement

    run_judgement(graph or ctx.obj, verb, one, other, reason=reason, later=later, **more)


_review_graph_option = click.option(
    "--graph", "graph", type=click.Path(path_type=Path), help="Graph folder; may also stand before the judgement."
)


_reason_option = click.option("--reason", default="", help="Why; kept with the judgement.")
_later_option = click.option("--later", is_flag=True, help="Apply at the next build instead of now.")


@review.command("same")
@click.argument("one")
@click.argument("other")
@_review_graph_option
@_reason_option
@_later_option
@click.pass_context
def judge_same(ctx: click.Context, graph: Path | None, one: str, other: str, reason: str, later: bool) -> None:
    """ONE and OTHER (ids or names) are one."""
    _judge(ctx, graph, "same", one, other, reason, later)


@review.command("not-same")
@click.argument("one")
@click.argument("other")
@_review_graph_option
@_reason_option
@_later_option
@click.pass_context
def judge_not_same(ctx: click.Context, graph: Path | None, one: str, other: str, reason: str, later: bool) -> None:
    """ONE and OTHER are two. To tear a node apart, name mentions: NAME@ARTICLE-ID."""
    _judge(ctx, graph, "not_same", one, other, reason, later)


@review.command("correct")
@click.argument("node")
@click.argument("field")
@click.argument("value")
@_review_graph_option
@_reason_option
@_later_option
@click.pass_context
def judge_correct(
    ctx: click.Context, graph: Path | None, node: str, field: str, value: str, reason: str, later: bool
) -> None:
    """Set FIELD of NODE to VALUE (the parts of a list divided by |)."""
    _judge(ctx, graph, "correct", node, None, reason, later, field=field, value=value)


@review.command("drop")
@click.argument("node")
@_review_graph_option
@_reason_option
@_later_option
@click.pass_context
def judge_drop(ctx: click.Context, graph: Path | None, node: str, reason: str, later: bool) -> None:
    """NODE (or an edge's id) is no such thing: leave it out."""
    _judge(ctx, graph, "drop", node, None, reason, later)


@review.command("undo")
@click.argument("judgement")
@_review_graph_option
@_reason_option
@_later_option
@click.pass_context
def judge_undo(ctx: click.Context, graph: Path | None, judgement: str, reason: str, later: bool) -> None:
    """Take back a judgement by its id (see --log)."""
    _judge(ctx, graph, "undo", judgement, None, reason, later)


@cli.command()
@click.argument("name")
@click.option("--date", metavar="DATE", help="As the name was used then: 2010, 2010-05 or 2010-05-01.")
@click.option("--near", metavar="REGION", multiple=True, help="A region the text is about; may be given again.")
@click.option("--json", "as_json", is_flag=True, help="JSON.")
def lookup(name: str, date: str | None, near: tuple[str, ...], as_json: bool) -> None:
    """Print what the place NAME may be, with codes, what it lies in, its years, and why."""
    from kg.lexicon import gazetteer
    from kg.lexicon.explain import explain

    answer = explain(gazetteer(), name, date, near)
    if as_json:
        import json

        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=1))
    elif answer.candidates:
        for candidate in answer.candidates:
            place = candidate.place
            years = f"{place.start or ''}–{place.end or ''}"
            mark = "*" if place == answer.settled else " "
            where = " · ".join(reversed(candidate.chain)) or "—"
            click.echo(
                f"{mark} {place.code or place.id}  {place.name}  {place.level}  {where}  {years}  {candidate.why}"
            )
        click.echo(f"settled: {answer.settled.name}, {answer.reason}" if answer.settled else f"open: {answer.reason}")
    if not answer.candidates:
        raise KgError(f"no place is called {name!r}")


@cli.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("articles", nargs=-1, required=True)
@click.option("--errors", is_flag=True, help="List every miss and every wrong fact, by article.")
@click.option("--by-article", is_flag=True, help="One line an article too.")
@_recognizer_option
@click.option("--json", "as_json", is_flag=True, help="JSON.")
def evaluate_extraction(
    gold: Path, articles: tuple[str, ...], errors: bool, by_article: bool, recognizer: str, as_json: bool
) -> None:
    """Extract ARTICLES and compare with the records in the folder GOLD: F1, how far confidences hold, errors."""
    import json

    from kg.evaluate import evaluate, report

    skipped: list[KgError] = []
    evaluation = evaluate([gold], articles, skipped.append, recognizer=recognizer)
    if as_json:
        click.echo(json.dumps(report.as_json(evaluation, errors=errors, by_article=by_article), ensure_ascii=False))
    else:
        for line in report.lines(evaluation, errors=errors, by_article=by_article):
            click.echo(line)
    for error in skipped:
        click.echo(f"kg: skipped {error}", err=True)
    if evaluation.missing:
        some = ", ".join(evaluation.missing[:5])
        raise KgError(f"{len(evaluation.missing)} gold records without an article: {some}")


def _complete_format(context: click.Context, parameter: click.Parameter, text: str) -> list[str]:
    from kg.export import FORMATS

    return [name for name in FORMATS if name.startswith(text)]


@cli.command("export")
@click.argument("form", metavar="[FORMAT]", required=False, shell_complete=_complete_format)
@click.argument("out", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder to write, as OUT.")
@_graph_option
@click.option("--region", metavar="NAME", help="Only what belongs to this region, and what touches it.")
@click.option("--from", "first", metavar="DATE", help="Only edges seen from DATE on (2021, 2021-11, 2021-11-08).")
@click.option("--to", "last", metavar="DATE", help="Only edges seen up to DATE.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="Only edges at least so sure."
)
@click.option("--no-articles", is_flag=True, help="Articles are cited, but are no nodes.")
@click.option("--list", "list_formats", is_flag=True, help="Show the formats.")
def export_graph(
    form: str | None,
    out: Path | None,
    output: Path | None,
    graph: Path,
    region: str | None,
    first: str | None,
    last: str | None,
    min_confidence: float,
    no_articles: bool,
    list_formats: bool,
) -> None:
    """Write the graph for other programs, e.g. kg export graphml graph.graphml. kg export --list shows the formats."""
    from kg.export import FORMATS, Selection, export
    from kg.export.registry import find_format
    from kg.store.base import Rows
    from kg.store.table import render

    if list_formats or form is None:
        rows = tuple((f.name, f.kind, f.title, f.evidence) for f in FORMATS.values())
        click.echo(render(Rows(("format", "is a", "for", "evidence"), rows), "table"))
        return
    if out is not None and output is not None:
        raise click.UsageError("OUT and -o both name where it goes; give one")
    chosen = find_format(form)
    selection = Selection.parse(None, first, last, min_confidence, not no_articles)
    if region is not None:
        from dataclasses import replace

        from kg.store.lookup import resolve

        with _open_store(graph, None, None) as store:
            found = resolve(store, "region", region)
        if found.rank > 1:
            click.echo(f"{region} → {found}", err=True)
        selection = replace(selection, region=found.id)
    path = out or output or Path(f"graph{chosen.suffix}" if chosen.kind == "file" else f"graph-{chosen.name}")
    done = export(graph, form, path, selection)
    click.echo(f"{path}: {done.nodes} nodes, {done.edges} edges")
    for note in done.notes:
        click.echo(note)


@cli.group()
def report() -> None:
    """Write a report with citations: region, pair, official, initiative, cluster, overview, changes."""


def _report_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that all reports share."""
    for option in (
        click.option("--to", "last", metavar="DATE", help="Only articles up to DATE (2021, 2021-11, 2021-11-08)."),
        click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language."),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path, dir_okay=False),
            help="File to write; its ending gives the format.  [default: report.<format>]",
        ),
        click.option("--format", "form", type=click.Choice(["html", "md", "docx"]), help="Format.  [default: html]"),
        _graph_option,
    ):
        command = option(command)
    return command


_from_option = click.option("--from", "first", metavar="DATE", help="Only articles from DATE on.")


def _write_report(
    graph: Path,
    kind: str,
    names: tuple[str, ...],
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    **period: str | None,
) -> None:
    from kg.report.render import render, written_form
    from kg.report.write import report_from_folder, write_bytes

    form = written_form(form, output)
    made = report_from_folder(graph, kind, names, lang=lang, tell=lambda note: click.echo(note, err=True), **period)
    path = output or Path(f"report.{form}")
    write_bytes(path, render(made, form))
    click.echo(f"{path}: {len(made.sections)} sections, {len(made.citations)} citations")


@report.command("region")
@click.argument("name")
@_from_option
@_report_options
def report_region(
    name: str,
    graph: Path,
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    first: str | None,
    last: str | None,
) -> None:
    """One region: partners, trend, who drives it, what was agreed, what went quiet."""
    _write_report(graph, "region", (name,), form, output, lang, first=first, last=last)


@report.command("pair")
@click.argument("one")
@click.argument("other")
@_from_option
@_report_options
def report_pair(
    one: str,
    other: str,
    graph: Path,
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    first: str | None,
    last: str | None,
) -> None:
    """Two regions: what ties them, where they met, what covers both."""
    _write_report(
        graph,
        "pair",
        (
            one,
            other,
        ),
        form,
        output,
        lang,
        first=first,
        last=last,
    )


@report.command("official")
@click.argument("name")
@_from_option
@_report_options
def report_official(
    name: str,
    graph: Path,
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    first: str | None,
    last: str | None,
) -> None:
    """One official: posts, meetings by role, places, companions."""
    _write_report(graph, "official", (name,), form, output, lang, first=first, last=last)


@report.command("initiative")
@click.argument("name")
@_from_option
@_report_options
def report_initiative(
    name: str,
    graph: Path,
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    first: str | None,
    last: str | None,
) -> None:
    """One initiative: regions covered, meetings about it, who was there."""
    _write_report(graph, "initiative", (name,), form, output, lang, first=first, last=last)


@report.command("cluster")
@click.argument("name")
@_from_option
@_report_options
def report_cluster(
    name: str,
    graph: Path,
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    first: str | None,
    last: str | None,
) -> None:
    """A cluster of regions (长三角): members, cooperation among them and with others."""
    _write_report(graph, "cluster", (name,), form, output, lang, first=first, last=last)


@report.command("overview")
@_from_option
@_report_options
def report_overview(
    graph: Path,
    form: str | None,
    output: Path | None,
    lang: Literal["zh", "en"],
    first: str | None,
    last: str | None,
) -> None:
    """The whole graph: who cooperates, who meets, which initiatives."""
    _write_report(graph, "overview", (), form, output, lang, first=first, last=last)


@report.command("changes")
@click.option("--since", required=True, metavar="DATE", help="The day from which on something counts as new.")
@_report_options
def report_changes(
    since: str, graph: Path, form: str | None, output: Path | None, lang: Literal["zh", "en"], last: str | None
) -> None:
    """What is new since a day, and what was not reported again."""
    _write_report(graph, "changes", (), form, output, lang, since=since, last=last)


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
