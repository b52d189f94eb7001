// The explorer: reads the page's data, holds what the user has chosen, and joins the parts.
import { GraphNode } from "./graph";
import { InlineSource, ServerSource, Source } from "./source";
import { Level, Measure, Mode, fromHash, initialState, toHash } from "./state";
import { Filters } from "./filters";
import { Item, Link, insideOf, makeScene, neighbours, shortestPaths } from "./scene";
import { FACT_TYPES, MODES, NODE_KINDS, Words } from "./words";
import { View } from "./view";
import { Panel } from "./panel";
import { Timeline } from "./timeline";
import { findNodes } from "./search";
import { edgesCsv, nodesCsv, png, svgFile, svgText } from "./exports";
import { byId, cut, element, swatch } from "./dom";

const settings = JSON.parse(byId("settings").textContent ?? "{}") as { title: string; lang: "zh" | "en"; mode: "inline" | "served"; part: number };
/** More new nodes at once make a knot nobody can read. */
const MOST_NEW = 120;

const state = initialState(settings.lang);
const words = new Words(state);

async function start(): Promise<void> {
  fromHash(state, location.hash);
  document.documentElement.dataset.theme = state.dark ? "dark" : "light";
  applyWords();
  status(words.say("loading"));
  if (!("DecompressionStream" in window) && settings.mode === "inline") { status(words.say("too_old")); return; }
  const source: Source = settings.mode === "served" ? await ServerSource.open() : await InlineSource.open(settings.part);
  const { graph } = source;
  const filters = new Filters(graph, state);

  // ---------------------------------------------------------------- parts
  let picking: { kind: "path" | "common"; from: GraphNode } | null = null;
  let note = "";
  const view = new View(byId("graph"), state, words, filters, {
    click(kind, key) {
      if (kind === "node" && picking) { void pick(view.scene.items.get(key)!.node); return; }
      select(kind === "stage" ? null : key);
    },
    open(key) { const item = view.scene.items.get(key); if (item) void opened(item); },
    tip,
    moved: remember,
    nodeTip: (item) => [`${words.kind(item.node.kind)}：${cut(item.node.name, 60)}`, item.members > 1 ? words.say("members_n", { n: item.members }) : "",
      ...["kind", "level", "date", "place"].filter((key) => item.node.props[key]).map((key) => `${words.property(key)}：${cut(words.value(key, item.node.props[key]), 40)}`)].filter(Boolean).join("\n"),
    lineTip: (link) => lineTip(link),
  });
  const panel = new Panel(source, filters, words, (node) => void reveal(node));
  const timeline = new Timeline(graph, state, words, filtersChanged);
  const drawable = view.start();
  if (!drawable) note = words.say("no_webgl");

  function lineTip(link: Link): string {
    const passing = link.facts.filter((fact) => filters.passes(fact)).slice(0, 6);
    return [`${cut(view.scene.items.get(link.a)!.node.name, 20)} — ${cut(view.scene.items.get(link.b)!.node.name, 20)}`,
      ...passing.map((fact) => [words.type(fact.type), ...words.note(fact), words.period(fact), words.say("articles_n", { n: fact.weight })].join(" · "))].join("\n");
  }

  // ---------------------------------------------------------------- scene and selection
  function rebuild(keepCamera = false): void {
    filters.update();
    view.setScene(makeScene(graph, state, filters), keepCamera);
    if (state.selected && !view.scene.items.has(state.selected) && !view.scene.links.has(state.selected)) state.selected = null;
    tabs();
    showPanel();
    counts();
    remember();
  }
  function filtersChanged(): void {
    filters.update();
    view.recolour();
    showPanel();
    counts();
    timeline.draw();
    remember();
  }
  function select(key: string | null): void {
    state.selected = key;
    view.refresh();
    showPanel();
    remember();
  }
  function counts(): void {
    let edges = 0;
    for (const { count } of view.shownLinks.values()) edges += count;
    const parts = [words.say("showing", { nodes: view.shownNodes.size, edges }), words.say("of_graph", { nodes: graph.nodes.length, edges: graph.facts.length })];
    if (view.weak.size) parts.push(words.say("weak_n", { n: view.weak.size }));
    if (view.scene.leftOut) parts.push(words.say("folded_n", { n: view.scene.leftOut }));
    if (state.mode === "map") {
      const without = new Set(graph.cooperation.flatMap(({ from, to }) => [graph.nodes[from], graph.nodes[to]]).filter((node) => node.kind === "Region" && node.lat === null)).size;
      parts.push(view.scene.items.size ? (without ? words.say("no_coordinates", { n: without }) : "") : words.say("empty_map"));
    }
    status([...parts, note].filter(Boolean).join(" ｜ "));
  }
  function showPanel(): void {
    const chosen = state.selected;
    const link = chosen ? view.scene.links.get(chosen) : undefined;
    const item = chosen ? view.scene.items.get(chosen) : undefined;
    if (link) panel.link(link, view.scene.items.get(link.a)!.node, view.scene.items.get(link.b)!.node);
    else if (item) panel.node(item.node, actionsOf(item), item.members > 1 ? words.say("members_n", { n: item.members }) : null);
    else panel.hide();
  }
  function actionsOf({ node }: Item) {
    const detail = state.mode === "detail";
    const out = [];
    if (node.kind === "Region") out.push({ label: words.say("inside"), act: () => void openRegion(node) });
    out.push({ label: words.say("only_this"), act: () => void around(node) });
    if (detail) {
      out.push({ label: words.say("expand"), act: () => void expand(node) });
      out.push({ label: words.say("hide"), act: () => hide(node) });
      out.push({ label: words.say(state.pinned.has(node.id) ? "unpin" : "pin"), act: () => pin(node) });
    }
    out.push({ label: words.say("path_to"), act: () => startPicking("path", node) });
    out.push({ label: words.say("common_with"), act: () => startPicking("common", node) });
    return out;
  }

  // ---------------------------------------------------------------- moving about
  function show(nodes: Iterable<GraphNode>, selected: GraphNode | null, message = ""): void {
    state.mode = "detail";
    state.shown = [...new Set([...nodes].map((node) => node.id))];
    state.selected = selected?.id ?? null;
    note = message;
    rebuild();
  }
  /** Loads a node's surroundings; what came along may bring kinds and months that the legend and slider lack. */
  async function fetched(...nodes: GraphNode[]): Promise<void> {
    const before = graph.facts.length + graph.nodes.length;
    await Promise.all(nodes.map((node) => source.load(node)));
    if (graph.facts.length + graph.nodes.length !== before) { legend(); timeline.build(); }
    filters.update();
  }
  async function loaded(node: GraphNode): Promise<GraphNode[]> {
    await fetched(node);
    const found = neighbours(graph, filters, node);
    if (found.length > MOST_NEW) note = words.say("truncated", { n: MOST_NEW });
    return found.slice(0, MOST_NEW);
  }
  async function around(node: GraphNode): Promise<void> {
    note = "";
    const near = await loaded(node);
    show([node, ...near], node, note);
  }
  async function expand(node: GraphNode): Promise<void> {
    note = "";
    const near = await loaded(node);
    state.shown = [...new Set([...state.shown, ...near.map((other) => other.id)])];
    rebuild();
  }
  async function openRegion(node: GraphNode): Promise<void> {
    note = "";
    await fetched(node);
    // What belongs to the region and what it has to do with, the busiest of all these.
    const near = await loaded(node);
    const others = new Set([...insideOf(graph, node), ...near]);
    others.delete(node);
    const best = [...others].sort((a, b) => b.degree - a.degree || a.index - b.index).slice(0, MOST_NEW * 2);
    note = best.length < others.size ? words.say("truncated", { n: best.length }) : "";
    show([node, ...best], node, note);
  }
  async function opened(item: Item): Promise<void> {
    if (state.mode === "detail") await expand(item.node);
    else if (item.node.kind === "Region") await openRegion(item.node);
    else await around(item.node);
  }
  function hide(node: GraphNode): void {
    state.shown = state.shown.filter((id) => id !== node.id);
    state.selected = null;
    rebuild(true);
  }
  function pin(node: GraphNode): void {
    if (state.pinned.has(node.id)) state.pinned.delete(node.id); else state.pinned.add(node.id);
    filtersChanged();
  }
  /** Brings a node into view: where it stands already, or by opening its surroundings. */
  async function reveal(node: GraphNode): Promise<void> {
    if (picking) { await pick(node); return; }
    if (view.scene.items.has(node.id) && view.shownNodes.has(node.id)) {
      select(node.id);
      view.centre(node.id);
    } else await around(node);
  }

  function startPicking(kind: "path" | "common", from: GraphNode): void {
    picking = { kind, from };
    note = words.say("pick_other");
    counts();
    byId("search").focus();
  }
  async function pick(to: GraphNode): Promise<void> {
    const { kind, from } = picking!;
    picking = null;
    await fetched(from, to);
    const names = { a: from.name, b: to.name };
    if (kind === "common") {
      const other = new Set(neighbours(graph, filters, to));
      const common = neighbours(graph, filters, from).filter((node) => other.has(node));
      show([from, to, ...common.slice(0, MOST_NEW)], null, words.say("common_found", { ...names, n: common.length }));
      return;
    }
    const paths = shortestPaths(graph, filters, from, to);
    if (!paths.length) { note = words.say("no_path", names); counts(); return; }
    show(new Set(paths.flat().map((index) => graph.nodes[index])), null, words.say("path_found", { ...names, n: paths[0].length - 1, k: paths.length }));
  }

  // ---------------------------------------------------------------- link
  let timer = 0;
  function remember(): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const camera = view.sigma?.getCamera();
      state.camera = camera ? { x: camera.x, y: camera.y, ratio: camera.ratio } : null;
      history.replaceState(null, "", `#${toHash(state)}`);
    }, 200);
  }
  async function copyLink(): Promise<void> {
    history.replaceState(null, "", `#${toHash(state)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      note = words.say("link_copied");
    } catch {
      note = words.say("link_shown");
    }
    counts();
  }
  window.addEventListener("hashchange", () => { fromHash(state, location.hash); applyAll(); void restore(); });
  /** Loads the nodes that a link names, where the graph is not here whole: each by its id. */
  async function bring(): Promise<void> {
    if (source.whole) return;
    for (const id of state.shown) {
      if (!graph.byId(id)) await source.fetch(id).catch(() => undefined); // it may have left the graph since
    }
    filters.update();
  }
  async function restore(): Promise<void> {
    const camera = state.camera;
    const wanted = state.selected;
    await bring();
    rebuild();
    if (wanted && (view.scene.items.has(wanted) || view.scene.links.has(wanted))) select(wanted);
    if (camera) view.sigma?.getCamera().setState(camera);
    timeline.build();
  }

  // ---------------------------------------------------------------- controls
  function boxes<T extends string>(holder: string, all: readonly T[], hidden: Set<T>, count: (key: T) => number, colour: (key: T) => string, name: (key: T) => string, line: boolean): void {
    const rows: HTMLElement[] = [];
    for (const key of all) {
      const total = count(key);
      if (!total) continue;
      const row = element("label", null, "type");
      const box = element("input");
      box.type = "checkbox";
      box.checked = !hidden.has(key);
      box.dataset.key = key;
      box.addEventListener("change", () => { if (box.checked) hidden.delete(key); else hidden.add(key); filtersChanged(); });
      row.append(box, swatch(colour(key), line), element("span", name(key)), element("small", String(total)));
      rows.push(row);
    }
    byId(holder).replaceChildren(...rows);
    (byId(holder).parentElement as HTMLElement).hidden = !rows.length;
  }
  function tally<T>(list: Iterable<T>): Map<T, number> {
    const out = new Map<T, number>();
    for (const entry of list) out.set(entry, (out.get(entry) ?? 0) + 1);
    return out;
  }
  function legend(): void {
    const kinds = tally(graph.nodes.map((node) => node.kind));
    const types = tally(graph.facts.map((fact) => fact.type));
    const modes = tally(graph.cooperation.map((fact) => fact.note ?? ""));
    boxes("node-types", NODE_KINDS, state.hiddenKinds, (kind) => kinds.get(kind) ?? 0, (kind) => words.kindColour(kind), (kind) => words.kind(kind), false);
    boxes("edge-types", FACT_TYPES, state.hiddenTypes, (type) => types.get(type) ?? 0, (type) => words.typeColour(type), (type) => words.type(type), true);
    boxes("mode-types", MODES, state.hiddenModes, (mode) => modes.get(mode) ?? 0, (mode) => words.modeColour(mode), (mode) => words.value("mode", mode), true);
  }
  function choices(): void {
    const fill = (id: string, entries: [string, string][], value: string) => {
      const select = byId<HTMLSelectElement>(id);
      select.replaceChildren(...entries.map(([key, text]) => Object.assign(element("option", text), { value: key })));
      select.value = value;
    };
    const provinces = graph.regions.filter((node) => node.props.level === "province").sort((a, b) => String(a.props.code ?? a.name).localeCompare(String(b.props.code ?? b.name)));
    fill("province", [["", words.say("everywhere")], ...provinces.map((node): [string, string] => [node.id, cut(node.name, 20)])], state.province);
    fill("measure", (["weight", "degree", "betweenness", "pagerank", "none"] as const).map((key): [string, string] => [key, words.say(`m_${key}`)]), state.measure);
    fill("level", (["auto", "province", "prefecture", "county"] as const).map((key): [string, string] => [key, words.say(`level_${key}`)]), state.level);
    byId("province").parentElement!.hidden = provinces.length < 2;
    byId<HTMLInputElement>("confidence").value = String(state.confidence);
    byId("confidence-value").textContent = `${state.confidence}%`;
    byId<HTMLInputElement>("communities").checked = state.communities;
  }
  function tabs(): void {
    for (const tab of document.querySelectorAll<HTMLButtonElement>("#views button")) {
      const mode = tab.dataset.mode as Mode;
      tab.setAttribute("aria-pressed", String(mode === state.mode));
      tab.hidden = (mode === "detail" && !state.shown.length) || (mode === "all" && !source.whole);
    }
    byId("level").parentElement!.hidden = state.mode !== "overview" && state.mode !== "map";
    byId("graph").dataset.mode = state.mode;
  }
  function applyAll(): void {
    document.documentElement.dataset.theme = state.dark ? "dark" : "light";
    applyWords();
    legend();
    choices();
    tabs();
    timeline.draw();
    view.themeChanged();
    showPanel();
    counts();
  }
  const on = (id: string, event: string, act: (target: HTMLInputElement) => void) => byId(id).addEventListener(event, (fired) => act(fired.currentTarget as HTMLInputElement));
  for (const tab of document.querySelectorAll<HTMLButtonElement>("#views button")) {
    tab.addEventListener("click", () => { state.mode = tab.dataset.mode as Mode; note = ""; rebuild(); });
  }
  on("level", "change", (target) => { state.level = target.value as Level; rebuild(); });
  on("province", "change", (target) => { state.province = target.value; filtersChanged(); });
  on("measure", "change", (target) => { state.measure = target.value as Measure; filtersChanged(); });
  on("communities", "change", (target) => { state.communities = target.checked; filtersChanged(); });
  on("confidence", "input", (target) => { state.confidence = Number(target.value); byId("confidence-value").textContent = `${target.value}%`; filtersChanged(); });
  on("reset", "click", () => {
    state.hiddenKinds.clear(); state.hiddenTypes.clear(); state.hiddenModes.clear();
    Object.assign(state, { confidence: 0, province: "", from: null, to: null, undated: true });
    timeline.stop();
    timeline.build();
    legend();
    choices();
    filtersChanged();
  });
  on("fit", "click", () => view.fit());
  on("zoom-in", "click", () => view.zoom(1 / 1.4));
  on("zoom-out", "click", () => view.zoom(1.4));
  on("theme", "click", () => { state.dark = !state.dark; applyAll(); remember(); });
  on("language", "click", () => { state.lang = state.lang === "zh" ? "en" : "zh"; applyAll(); remember(); });
  on("close", "click", () => select(null));
  on("copy-link", "click", () => void copyLink());
  on("export-png", "click", () => png(view, settings.title));
  on("export-svg", "click", () => svgFile(view, words, settings.title));
  on("export-nodes", "click", () => nodesCsv(view, words, settings.title));
  on("export-edges", "click", () => void edgesCsv(view, source, filters, words, settings.title));
  const showFilters = (open: boolean) => { byId("filters").hidden = !open; byId("filters-toggle").setAttribute("aria-expanded", String(open)); };
  on("filters-toggle", "click", () => showFilters(byId("filters").hidden));
  byId("graph").addEventListener("keydown", (event) => {
    const pans: Record<string, [number, number]> = { ArrowLeft: [-0.06, 0], ArrowRight: [0.06, 0], ArrowUp: [0, 0.06], ArrowDown: [0, -0.06] };
    if (pans[event.key]) view.pan(...pans[event.key]);
    else if (event.key === "+" || event.key === "=") view.zoom(1 / 1.3);
    else if (event.key === "-") view.zoom(1.3);
    else if (event.key === "0") view.fit();
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", () => { document.documentElement.dataset.pointer = ""; }, true);
  document.addEventListener("keydown", (event) => {
    delete document.documentElement.dataset.pointer;
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)) { event.preventDefault(); byId("search").focus(); }
    else if (event.key === "Escape") {
      if (picking) { picking = null; note = ""; counts(); } else if (state.selected) select(null);
    }
  });
  searchBox((typed) => findNodes(graph, typed), source.whole ? null : (typed) => source.find(typed), () => topShown(), (node) => { void reveal(node).then(() => { if (!byId("panel").hidden) byId("panel").focus(); }); });
  function topShown(): GraphNode[] {
    return [...view.shownNodes].map((key) => view.scene.items.get(key)!.node).sort((a, b) => b.degree - a.degree).slice(0, 12);
  }

  const outlines = settings.mode === "inline" ? InlineSource.outlines() : null;
  if (outlines) view.setOutlines(await outlines);
  showFilters(window.innerWidth > 900);
  const camera = state.camera;
  const selected = state.selected;
  legend();
  choices();
  timeline.build();
  const first = location.hash.length > 1;
  await bring();
  rebuild();
  // No region works with another here: an empty overview would say nothing.
  if (!first && !view.scene.links.size) {
    if (graph.nodes.length <= 1500 && source.whole) { state.mode = "all"; rebuild(); }
    else {
      const busiest = graph.nodes.reduce((best, node) => (node.degree > best.degree ? node : best), graph.nodes[0]);
      if (busiest) await around(busiest);
    }
  }
  if (selected && (view.scene.items.has(selected) || view.scene.links.has(selected))) select(selected);
  if (camera) view.sigma?.getCamera().setState(camera);
  Object.assign(window, { kgExplorer: { state, graph, view, filters, source, select, around, expand, reveal, svg: () => svgText(view, words), ready: true } });
  document.documentElement.dataset.ready = "";
  // The first search by initials spells every name: better done before anybody waits for it.
  window.setTimeout(() => findNodes(graph, "zz"), 1200);
}

function status(text: string): void { byId("status").textContent = text; }

function tip(text: string | null, x: number, y: number): void {
  const box = byId("tip");
  box.hidden = text === null;
  if (text === null) return;
  box.textContent = text;
  const room = byId("graph").getBoundingClientRect();
  box.style.left = `${Math.max(4, Math.min(x + 14, room.width - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(4, y + 18 + box.offsetHeight > room.height ? y - box.offsetHeight - 12 : y + 18)}px`;
}

function applyWords(): void {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  for (const item of document.querySelectorAll<HTMLElement>("[data-t]")) item.textContent = words.say(item.dataset.t!);
  for (const item of document.querySelectorAll<HTMLElement>("[data-label]")) item.setAttribute("aria-label", words.say(item.dataset.label!));
  for (const item of document.querySelectorAll<HTMLInputElement>("[data-hint]")) item.placeholder = words.say(item.dataset.hint!);
}

/** The search box: a combobox by the book, so that a screen reader tells what the arrows do. */
function searchBox(find: (typed: string) => GraphNode[], ask: ((typed: string) => Promise<GraphNode[]>) | null, top: () => GraphNode[], choose: (node: GraphNode) => void): void {
  const input = byId<HTMLInputElement>("search"), list = byId("results");
  let matches: GraphNode[] = [];
  let active = -1;
  let asked = 0;
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const fill = () => {
    active = -1;
    list.replaceChildren(...matches.map((node, number) => {
      const row = element("li");
      row.id = `result-${number}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.append(swatch(words.kindColour(node.kind)), element("bdi", node.name), element("small", words.kind(node.kind)));
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      return row;
    }));
    if (!matches.length) list.append(element("li", words.say("no_match"), "empty"));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const search = () => {
    const typed = input.value.trim();
    matches = typed ? find(typed) : top();
    fill();
    if (!typed || !ask) return;
    const number = (asked += 1);
    window.setTimeout(() => {
      if (number !== asked) return;
      void ask(typed).then((more) => {
        if (number !== asked) return;
        matches = [...new Set([...find(typed), ...more])].slice(0, 30);
        fill();
      }, () => undefined);
    }, 180);
  };
  const take = (number: number) => {
    const node = matches[number];
    if (!node) return;
    close();
    input.blur();
    choose(node);
  };
  const activate = (number: number) => {
    if (!matches.length) return;
    active = (number + matches.length) % matches.length;
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `result-${active}`);
  };
  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active - 1);
    else if (event.key === "Enter") take(Math.max(active, 0));
    else if (event.key === "Escape" && input.value) { input.value = ""; search(); event.stopPropagation(); }
    else return;
    event.preventDefault();
  });
}

start().catch((error: unknown) => status(words.say("failed", { why: String(error) })));
