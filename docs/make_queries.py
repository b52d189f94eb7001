"""Make `docs/queries.md` from the headers of `cypher/queries/`.

python docs/make_queries.py            write it
python docs/make_queries.py --check    write nothing; exit code 1 where it differs
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from kg.store.files import CypherFile, named_queries

PAGE = Path(__file__).resolve().parent / "queries.md"

HEAD = """# The queries

Made by `python docs/make_queries.py` from the headers of `cypher/queries/`; a test fails when the two differ.

    kg query --list                              all of them, or those of a group: kg query --list meetings
    kg query NAME --list                         what one takes and gives, and its Cypher
    kg query NAME key=value… [--format table|json|csv] [--graph DIR | --neo4j URI] [--timeout SECONDS]

- **Regions** go by name, short name, alias or code: `region=九江`, `region=九江市`, `region=360400`.
  They are looked up in the graph itself, before the query runs. A short name means the larger place
  (吉安 is 吉安市, not 吉安县); a name that fits several equally is not guessed: the message lists them with
  their ids. What a name was taken for stands on standard error. **People, organizations, meetings,
  initiatives and articles** go by name, by a part of it that fits only one, or by id.
- **Dates** are written `2021-11-08`, `2021-11`, `2021` or `2021年11月8日`. Meetings whose year is not
  known (`--11-08`) lie in no period.
- Unknown queries, parameters and names: the nearest ones are told, exit code 2.
- The same files run on the embedded store and on Neo4j; the tests hold both to rows that are
  computed from a generated graph without any engine.

## Your own

`kg cypher 'MATCH …' key=value n:=3` runs any reading statement, in the embedded store or with
`--neo4j URI` in Neo4j, with a time limit (`--timeout`) and a row limit (`--limit`). `key=value`
gives `$key` as text, `key:=value` as JSON. Writing is refused twice: by a check of the text and by
the engine. The embedded engine (kglite) knows most of Neo4j's Cypher, but no `a < b < c`, `COLLECT
{ }`, quantified path patterns or `/* */`; `{title: h.title}` inside a pattern does not see a
variable of an earlier `MATCH` (use `WHERE`); `allShortestPaths` gives at most 256 paths.

What nodes and edges carry is told in [design.md](design.md). To add a named query, put a file into
`cypher/queries/GROUP/`, with a header like the others', and its expected rows into `tests/cypher/expected.py`.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for group, queries in groupby(named_queries().values(), key=lambda query: query.group):
        parts.append(f"## {group.capitalize()}\n")
        parts.extend(_entry(query) for query in queries)
    return "\n".join(parts)


def _entry(query: CypherFile) -> str:
    lines = [f"### `{query.name}`", "", f"{query.title} · {query.title_zh}", ""]
    for p in query.parameters:
        default = "" if p.required else f" (default {p.default if p.default is not None else 'none'})"
        lines.append(f"- `{p.name}`: {p.kind}{', ' + p.text if p.text else ''}{default}")
    lines.append(f"- gives {', '.join(f'`{column}`' for column in query.columns)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page() else 1)
    PAGE.write_text(page(), encoding="utf-8")
