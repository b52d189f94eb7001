"""How the pages behave as graphs grow, beside pyvis's own page and a bare vis-network page, in one run.

python benchmarks/pages.py [--sizes 500,2000,10000,100000] [--json FILE]

For each size and page: the file's size, seconds to make it, seconds until the first readable view (by the clock, and of
processor time in all processes of the browser), frames a second while panning, milliseconds for a search and for a
filter. A page that shows nothing within two minutes is noted as such. The browser is open already when the clock
starts, as a user's is.
Needs playwright and Chromium. Figures of a machine without a graphics card: sigma draws by software there.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from pyvis.network import Network

from kg.draw import LARGEST, draw
from kg.draw.explorer import explorer
from kg.draw.page import script_json
from kg.draw.subgraph import everything
from kg.model import Edge, EdgeType, Evidence, GraphTables, Node

PATIENCE = 120  # seconds
_MODES = ("agreement", "pairing", "co_build", "joint_meeting", "programme")


def press(count: int, seed: int = 1) -> GraphTables:
    """A made-up graph of about `count` nodes besides articles, shaped like news: regions, people at meetings, posts."""
    rng = random.Random(seed)
    nodes: list[Node] = []
    links: list[tuple[EdgeType, str, str, dict[str, str]]] = []
    levels = (("province", 30), ("prefecture", max(20, min(330, count // 30))), ("county", min(2800, count // 8)))
    above: list[str] = []
    regions: list[str] = []
    for level, many in levels:
        here = []
        for number in range(many):
            place = {"level": level, "lat": 20 + rng.random() * 25, "lon": 90 + rng.random() * 35}
            node = Node(f"region:{level}{number}", "Region", f"{level[:2]}第{number}{level[-1]}市", place)
            nodes.append(node)
            here.append(node.id)
            if above:
                links.append(("PART_OF", node.id, above[number % len(above)], {}))
        regions += here
        above = here
    left = max(6, count - len(nodes))
    orgs, meetings, plans = left // 6, left // 6, left // 12
    for number in range(orgs):
        nodes.append(Node(f"organization:{number}", "Organization", f"第{number}市人民政府", {}))
        links.append(("PART_OF", f"organization:{number}", rng.choice(regions), {}))
    for number in range(meetings):
        nodes.append(Node(f"meeting:{number}", "Meeting", f"第{number}次区域合作联席会议", {"kind": "meeting"}))
        links.append(("HELD_IN", f"meeting:{number}", rng.choice(regions), {}))
        links += [("TOOK_PART_IN", region, f"meeting:{number}", {}) for region in rng.sample(regions, 2)]
    for number in range(plans):
        nodes.append(Node(f"initiative:{number}", "Initiative", f"第{number}号协同发展规划", {"kind": "plan"}))
        links.append(("COVERS", f"initiative:{number}", rng.choice(regions), {}))
    for number in range(left - orgs - meetings - plans):
        nodes.append(Node(f"official:{number}", "Official", f"官员{number}", {}))
        post = {"title": "主任", "status": "current"}
        links.append(("HOLDS", f"official:{number}", f"organization:{number % orgs}", post))
        for _ in range(rng.choice((1, 1, 2, 3))):
            near = (number // 6 + rng.choice((0, 0, 0, 1, rng.randrange(meetings)))) % meetings
            links.append(
                (rng.choice(("ATTENDED", "ATTENDED", "SPOKE_AT")), f"official:{number}", f"meeting:{near}", {})
            )
    for _ in range(count // 10):
        a, b = rng.sample(regions, 2)
        links.append(("COOPERATES_WITH", a, b, {"mode": rng.choice(_MODES)}))
    articles = [
        Node(
            f"article:{number}",
            "Article",
            f"第{number}篇报道",
            {"published": f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02d}-11", "source": "某日报"},
        )
        for number in range(max(1, count // 10))
    ]
    unique = {(kind, a, b): props for kind, a, b, props in links}
    edges, evidence = [], []
    for number, ((kind, a, b), props) in enumerate(unique.items()):
        article = articles[number % len(articles)]
        day = str(article.props["published"])
        edges.append(Edge(f"{kind.lower()}:{number:07d}", kind, a, b, 1, day, day, 0.9, props))
        if kind != "PART_OF":
            text = f"第{number}句：会议强调，要深入推进区域协调发展，加强两地合作。"
            evidence.append(Evidence(edges[-1].id, article.id, text, 0, len(text), confidence=0.9))
    return GraphTables(tuple(nodes + articles), tuple(edges), tuple(evidence))


def _explorer(tables: GraphTables) -> str:
    return explorer(tables, title="benchmark")


def _drawn(tables: GraphTables) -> str | None:
    ids = everything(tables)
    return draw(tables, ids, title="benchmark") if len(ids) <= LARGEST else None


def _pyvis(tables: GraphTables) -> str:
    """pyvis as its readme uses it, scripts inlined so that it works offline at all."""
    network = Network(directed=True, cdn_resources="in_line")
    ids = everything(tables)
    # Network.add_edge looks through a list at every call; filling its lists gives the same page in bearable time.
    for node in tables.nodes:
        if node.id in ids:
            network.nodes.append({"id": node.id, "label": node.name, "shape": "dot", "color": "#97c2fc"})
            network.node_ids.append(node.id)
    for edge in tables.edges:
        if edge.source in ids and edge.target in ids:
            network.edges.append({"from": edge.source, "to": edge.target, "arrows": "to"})
    return str(network.generate_html())


def _bare(tables: GraphTables) -> str:
    """vis-network with nothing around it."""
    vis = files("pyvis").joinpath("lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    ids = everything(tables)
    nodes = [{"id": node.id, "label": node.name} for node in tables.nodes if node.id in ids]
    edges = [{"from": e.source, "to": e.target} for e in tables.edges if e.source in ids and e.target in ids]
    return (
        f'<!DOCTYPE html><meta charset="utf-8"><div id="n" style="height:860px"></div><script>{vis}</script><script>'
        f"const network = new vis.Network(document.getElementById('n'), {{ nodes: {script_json(nodes)}, "
        f"edges: {script_json(edges)} }}, {{}});</script>"
    )


#: page -> (how it is made, what is true once it can be read, a step of the camera, a search, a filter)
#: vis shows its first picture when its physics has come to rest (or given up after a thousand rounds).
_VIS_READY = "typeof network !== 'undefined' && network.physics.ready === true"
_MOVE_VIS = "i => { const at = N.getViewPosition(); N.moveTo({ position: { x: at.x + 5, y: at.y } }); }"
PAGES: dict[str, tuple[Callable[[GraphTables], str | None], str, str, str | None, str | None]] = {
    "explorer": (
        _explorer,
        "window.kgExplorer !== undefined && kgExplorer.ready === true",
        "i => { const c = kgExplorer.view.sigma.getCamera(); c.setState({ x: c.x + 0.002 }); "
        "kgExplorer.view.sigma.refresh({ schedule: false, skipIndexation: true }); }",
        "() => { const box = document.getElementById('search'); box.value = '官员12'; "
        "box.dispatchEvent(new Event('input')); }",
        "() => document.querySelector('#mode-types input').click()",
    ),
    "kg draw": (
        _drawn,
        "window.kgPage !== undefined && kgPage.select !== undefined",
        _MOVE_VIS.replace("N", "kgPage.network"),
        "() => { const box = document.getElementById('search'); box.value = '官员12'; "
        "box.dispatchEvent(new Event('input')); }",
        "() => document.querySelector('#edge-types input').click()",
    ),
    "pyvis": (_pyvis, _VIS_READY, _MOVE_VIS.replace("N", "network"), None, None),
    "vis-network": (_bare, _VIS_READY, _MOVE_VIS.replace("N", "network"), None, None),
}


async def measure(browser: Any, name: str, tables: GraphTables, folder: Path) -> dict[str, Any]:
    """One page over one graph."""
    make, ready, move, search, filter_ = PAGES[name]
    start = time.perf_counter()
    text = make(tables)
    if text is None:
        return {"page": name, "note": f"refused above {LARGEST} nodes"}
    out: dict[str, Any] = {
        "page": name,
        "make_s": round(time.perf_counter() - start, 2),
        "MB": round(len(text.encode()) / 1e6, 2),
    }
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    page = await browser.new_page(viewport={"width": 1400, "height": 880})
    await page.route("http*://**/*", lambda route: route.abort())  # offline, as these pages are used
    await page.goto("about:blank")
    await asyncio.sleep(2)  # the browser's own start is not the page's
    used = await _processor(browser)
    start = time.perf_counter()

    async def opened() -> None:
        await page.goto(path.as_uri(), timeout=PATIENCE * 1000, wait_until="commit")
        # Not wait_for_function: it evaluates text inside the page, which a strict policy forbids.
        while not await page.evaluate(ready):
            await asyncio.sleep(0.05)

    async def used_then() -> None:
        out["pan_fps"] = await page.evaluate(
            f"""async () => {{ const move = {move}; let frames = 0; const start = performance.now();
            while (performance.now() - start < 2000) {{ move(frames); frames += 1;
              await new Promise(requestAnimationFrame); }}
            return +(frames / ((performance.now() - start) / 1000)).toFixed(1); }}"""
        )
        for key, act in (("search_ms", search), ("filter_ms", filter_)):
            if act:
                timed = f"() => {{ const s = performance.now(); ({act})(); return performance.now() - s; }}"
                out[key] = round(await page.evaluate(timed), 1)

    # A page that hangs answers nothing at all, so the clock runs here and not in it.
    try:
        await asyncio.wait_for(opened(), PATIENCE)
    except TimeoutError:
        out["note"] = f"not readable within {PATIENCE} s"
        return out
    out["ready_s"] = round(time.perf_counter() - start, 2)
    out["cpu_s"] = round(await _processor(browser) - used, 2)
    try:
        await asyncio.wait_for(used_then(), PATIENCE)
    except TimeoutError:
        out["note"] = f"panning stood still for {PATIENCE} s"
    return out


async def _processor(browser: Any) -> float:
    """Seconds of processor time that all processes of the browser have taken."""
    asked = await browser.new_browser_cdp_session()
    told = await asked.send("SystemInfo.getProcessInfo")
    return float(sum(process["cpuTime"] for process in told["processInfo"]))


async def run(sizes: list[int], pages: list[str], folder: Path) -> list[dict[str, Any]]:
    """One row a size and page, printed as it comes."""
    from playwright.async_api import async_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    columns = (
        "nodes",
        "edges",
        "page",
        "make_s",
        "MB",
        "ready_s",
        "cpu_s",
        "pan_fps",
        "search_ms",
        "filter_ms",
        "note",
    )
    print("  ".join(f"{column:>11}" for column in columns), flush=True)
    rows = []
    async with async_playwright() as running:
        for size in sizes:
            tables = press(size)
            for name in pages:
                # A browser each: one that hangs takes nothing with it.
                browser = await running.chromium.launch(
                    executable_path=path, args=["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
                )
                try:
                    row = {"nodes": size, "edges": len(tables.edges), **await measure(browser, name, tables, folder)}
                finally:
                    await browser.close()
                rows.append(row)
                print("  ".join(f"{row.get(column, '')!s:>11}" for column in columns), flush=True)
    return rows


def main() -> None:
    """Measure and print one row a page and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="500,2000,10000,100000")
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(
            run([int(size) for size in options.sizes.split(",")], options.pages.split(","), Path(folder))
        )
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
