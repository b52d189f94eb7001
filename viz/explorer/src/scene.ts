// What stands on the canvas: regions folded into an overview, some nodes, all nodes, or regions on a map.
import { Fact, Graph, GraphNode } from "./graph";
import { Filters } from "./filters";
import { Level, Mode, State } from "./state";

export interface Item { key: string; node: GraphNode; members: number; x: number | null; y: number | null }
export interface Link { key: string; a: string; b: string; facts: Fact[] }
export interface Scene { mode: Mode; items: Map<string, Item>; links: Map<string, Link>; leftOut: number }

/** More regions than this cannot be read at once. */
const REGIONS = 90;
const RANK: Record<string, number> = { country: 0, province: 1, prefecture: 2, county: 3, township: 4, zone: 3, cluster: 0 };
const LEVELS: Exclude<Level, "auto">[] = ["county", "prefecture", "province"];

export const itemKey = (node: GraphNode) => node.id;
export const linkKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

export function makeScene(graph: Graph, state: State, filters: Filters): Scene {
  if (state.mode === "overview") return overview(graph, state, false);
  if (state.mode === "map") return overview(graph, state, true);
  const nodes = state.mode === "all"
    ? graph.nodes.filter((node) => node.kind !== "Article")
    : state.shown.map((id) => graph.byId(id)).filter((node): node is GraphNode => node !== undefined);
  void filters;
  return among(state.mode, graph, nodes);
}

/** The region that stands for `region` on an overview of `level`. */
function standing(graph: Graph, region: GraphNode, level: Exclude<Level, "auto">): GraphNode {
  let at = region;
  for (let step = 0; step < 8 && (RANK[String(at.props.level)] ?? 3) > RANK[level] && at.parent >= 0; step += 1) {
    at = graph.nodes[at.parent];
  }
  return at;
}

function fold(graph: Graph, level: Exclude<Level, "auto">, placed: boolean): Scene {
  const items = new Map<string, Item>();
  const links = new Map<string, Link>();
  const stands = new Map<number, GraphNode>();
  for (const node of graph.regions) {
    const top = standing(graph, node, level);
    stands.set(node.index, top);
    if (placed && (top.lat === null || top.lon === null)) continue;
    const item = items.get(itemKey(top)) ?? { key: itemKey(top), node: top, members: 0, x: null, y: null };
    item.members += node.members;
    if (top.lat !== null && top.lon !== null) Object.assign(item, project(top.lon, top.lat));
    items.set(item.key, item);
  }
  for (const fact of graph.cooperation) {
    const a = stands.get(fact.from), b = stands.get(fact.to);
    if (!a || !b || a === b || !items.has(itemKey(a)) || !items.has(itemKey(b))) continue;
    const key = linkKey(itemKey(a), itemKey(b));
    const link = links.get(key) ?? { key, a: itemKey(a), b: itemKey(b), facts: [] };
    link.facts.push(fact);
    links.set(key, link);
  }
  return { mode: placed ? "map" : "overview", items, links, leftOut: 0 };
}

function overview(graph: Graph, state: State, placed: boolean): Scene {
  let scene = fold(graph, state.level === "auto" ? "province" : state.level, placed);
  if (state.level === "auto") {
    for (const level of LEVELS) {
      const tried = fold(graph, level, placed);
      const tied = new Set([...tried.links.values()].flatMap((link) => [link.a, link.b]));
      if (tied.size <= REGIONS && tied.size > 0) { scene = tried; break; }
    }
  }
  const weight = new Map<string, number>();
  for (const link of scene.links.values()) {
    const sum = link.facts.reduce((total, fact) => total + fact.weight, 0);
    for (const end of [link.a, link.b]) weight.set(end, (weight.get(end) ?? 0) + sum);
  }
  const few = weight.size < 12;
  const ranked = [...scene.items.values()]
    .filter((item) => weight.has(item.key) || (few && item.members > 1))
    .sort((a, b) => (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0) || b.members - a.members || (a.key < b.key ? -1 : 1));
  const most = placed ? REGIONS * 6 : REGIONS;
  const kept = new Set(ranked.slice(0, most).map((item) => item.key));
  return {
    mode: scene.mode,
    items: new Map(ranked.slice(0, most).map((item) => [item.key, item])),
    links: new Map([...scene.links].filter(([, link]) => kept.has(link.a) && kept.has(link.b))),
    leftOut: Math.max(0, ranked.length - most),
  };
}

function among(mode: Mode, graph: Graph, nodes: GraphNode[]): Scene {
  const items = new Map<string, Item>();
  for (const node of nodes) items.set(itemKey(node), { key: itemKey(node), node, members: 0, x: node.x, y: node.y });
  const links = new Map<string, Link>();
  for (const node of nodes) {
    for (const number of graph.factsOf(node)) {
      const fact = graph.facts[number];
      if (fact.from !== node.index || fact.from === fact.to || fact.type === "MENTIONS") continue;
      const other = graph.nodes[fact.to];
      if (!items.has(itemKey(other))) continue;
      const key = linkKey(itemKey(node), itemKey(other));
      const link = links.get(key);
      if (link) link.facts.push(fact);
      else links.set(key, { key, a: itemKey(node), b: itemKey(other), facts: [fact] });
    }
  }
  return { mode, items, links, leftOut: 0 };
}

/** Degrees to plane: distances right in the middle of China, north up. */
export function project(lon: number, lat: number): { x: number; y: number } {
  return { x: lon * Math.cos((35 * Math.PI) / 180), y: lat };
}
export function unproject(x: number, y: number): { lon: number; lat: number } {
  return { lon: x / Math.cos((35 * Math.PI) / 180), lat: y };
}

/** Nodes one step from `node` by facts that pass, those with most articles first. Articles are left out. */
export function neighbours(graph: Graph, filters: Filters, node: GraphNode): GraphNode[] {
  const weight = new Map<number, number>();
  for (const number of graph.factsOf(node)) {
    const fact = graph.facts[number];
    if (fact.type === "MENTIONS" || !filters.passes(fact)) continue;
    const other = fact.from === node.index ? fact.to : fact.from;
    if (other !== node.index) weight.set(other, (weight.get(other) ?? 0) + fact.weight);
  }
  return [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([index]) => graph.nodes[index]);
}

/** What belongs to a region or to one that lies in it. */
export function insideOf(graph: Graph, region: GraphNode): GraphNode[] {
  return graph.nodes.filter((node) => {
    if (node.kind === "Article") return false;
    for (const above of graph.regionsAbove(node)) if (above.index === region.index) return true;
    return false;
  });
}

/** All shortest paths (at most `most`) between two nodes by facts that pass. A path leads through no article. */
export function shortestPaths(graph: Graph, filters: Filters, from: GraphNode, to: GraphNode, most = 30): number[][] {
  const before = new Map<number, number[]>([[from.index, []]]);
  let front = [from.index];
  while (front.length && !before.has(to.index)) {
    const next = new Map<number, number[]>();
    for (const at of front) {
      for (const other of neighbours(graph, filters, graph.nodes[at])) {
        if (before.has(other.index)) continue;
        next.set(other.index, [...(next.get(other.index) ?? []), at]);
      }
    }
    for (const [index, ways] of next) before.set(index, ways);
    front = [...next.keys()];
  }
  if (!before.has(to.index)) return [];
  let paths: number[][] = [[to.index]];
  while (paths.some((path) => path[0] !== from.index)) {
    paths = paths.flatMap((path) => (path[0] === from.index ? [path] : before.get(path[0])!.map((way) => [way, ...path]))).slice(0, most);
  }
  return paths;
}
