// The graph in memory: nodes and facts (edges with their properties), grown by merging columns.

export type Kind = "Article" | "Official" | "Organization" | "Region" | "Meeting" | "Initiative";
export type FactType =
  | "HOLDS" | "CHAIRED" | "SPOKE_AT" | "ATTENDED" | "TOOK_PART_IN" | "HELD_IN" | "CONCERNS" | "COVERS"
  | "COOPERATES_WITH" | "IN_SERIES" | "PART_OF" | "MENTIONS";

export interface GraphNode {
  index: number;
  id: string;
  kind: Kind;
  name: string;
  aliases: string[];
  x: number | null;
  y: number | null;
  lat: number | null;
  lon: number | null;
  home: number; // index of the Region it belongs to, or -1
  parent: number; // of a Region: the Region it lies in, or -1
  members: number; // of a Region: nodes that belong to it
  degree: number; // edges in the whole graph, which may be more than are loaded
  props: Record<string, unknown>;
  loaded: boolean; // all its edges are here
}

export interface Fact {
  index: number;
  id: string | null;
  type: FactType;
  from: number;
  to: number;
  weight: number;
  confidence: number;
  first: string | null;
  last: string | null;
  note: string | null; // title of a post, mode of cooperation
  status: string | null;
  months: number[]; // year * 12 + month - 1
}

/** One value a row; where few values come again and again, each stands once and rows name it by its place. */
export type Column<T> = T[] | { table: T[]; row: number[] };
export interface NodeColumns {
  id: string[]; kind: number[]; name: string[]; x: Column<number | null>; y: Column<number | null>;
  lat: Column<number | null>; lon: Column<number | null>; home: (number | string | null)[]; parent: (number | string | null)[];
  members: number[]; degree: number[]; aliases: Column<string[]>; props: Column<Record<string, unknown>>;
}
export interface FactColumns {
  id?: string[]; type: number[]; from: (number | string)[]; to: (number | string)[]; weight: number[];
  confidence: Column<number>; first: Column<string | null>; last: Column<string | null>; note: Column<string | null>;
  status: Column<string | null>; months: Column<number[]>;
}
export interface Columns { kinds: Kind[]; types: FactType[]; nodes: NodeColumns; edges: FactColumns }

/** The values and, where they are interned, the place of each row's value among them. */
function opened<T>(column: Column<T>): { table: T[]; row: number[] | null } {
  return Array.isArray(column) ? { table: column, row: null } : column;
}
/** The value of a row. Values are shared between rows: nobody may change them. */
function valueOf<T>({ table, row }: { table: T[]; row: number[] | null }, i: number): T {
  return table[row ? row[i] : i];
}

export class Graph {
  readonly nodes: GraphNode[] = [];
  readonly facts: Fact[] = [];
  /** What overviews are made of; looked up once, since every level is tried. */
  readonly regions: GraphNode[] = [];
  readonly cooperation: Fact[] = [];
  private readonly nodeAt = new Map<string, number>();
  private named = 0; // nodes that nodeAt knows
  private readonly factAt = new Map<string, number>();
  private readonly pending: { node: number; key: "home" | "parent"; id: string }[] = [];

  /** Add columns; what is known already is kept. Numbers as ends mean rows of these columns, strings mean ids. */
  merge(columns: Columns, loaded: boolean): void {
    const { nodes, edges } = columns;
    const row: number[] = [];
    const fresh = !this.nodes.length; // ids are unique within columns: nothing to compare with
    const [aliases, x, y, lat, lon, props] = [opened(nodes.aliases), opened(nodes.x), opened(nodes.y), opened(nodes.lat), opened(nodes.lon), opened(nodes.props)];
    for (let i = 0; i < nodes.id.length; i += 1) {
      const known = fresh ? undefined : this.indexOf(nodes.id[i]);
      if (known !== undefined) { row.push(known); continue; }
      const index = this.nodes.length;
      row.push(index);
      const node: GraphNode = {
        index, id: nodes.id[i], kind: columns.kinds[nodes.kind[i]], name: nodes.name[i], aliases: valueOf(aliases, i),
        x: valueOf(x, i), y: valueOf(y, i), lat: valueOf(lat, i), lon: valueOf(lon, i), home: -1, parent: -1,
        members: nodes.members[i], degree: nodes.degree[i], props: valueOf(props, i), loaded,
      };
      this.nodes.push(node);
      if (node.kind === "Region") this.regions.push(node);
      for (const key of ["home", "parent"] as const) {
        const value = nodes[key][i];
        if (typeof value === "string") this.pending.push({ node: index, key, id: value });
      }
    }
    for (let i = 0; i < nodes.id.length; i += 1) {
      const node = this.nodes[row[i]];
      for (const key of ["home", "parent"] as const) {
        const value = nodes[key][i];
        if (typeof value === "number" && value >= 0) node[key] = row[value];
      }
    }
    for (const { node, key, id } of this.pending) {
      const index = this.indexOf(id);
      if (index !== undefined) this.nodes[node][key] = index;
    }
    const end = (value: number | string) => (typeof value === "number" ? row[value] : this.indexOf(value));
    const [confidence, first, last, note, status, months] = [opened(edges.confidence), opened(edges.first), opened(edges.last), opened(edges.note), opened(edges.status), opened(edges.months)];
    for (let i = 0; i < edges.type.length; i += 1) {
      const id = edges.id ? edges.id[i] : null;
      if (id !== null && this.factAt.has(id)) continue;
      const from = end(edges.from[i]), to = end(edges.to[i]);
      if (from === undefined || to === undefined) continue;
      const index = this.facts.length;
      if (id !== null) this.factAt.set(id, index);
      const fact: Fact = {
        index, id, type: columns.types[edges.type[i]], from, to, weight: edges.weight[i], confidence: valueOf(confidence, i),
        first: valueOf(first, i), last: valueOf(last, i), note: valueOf(note, i), status: valueOf(status, i), months: valueOf(months, i),
      };
      this.facts.push(fact);
      if (fact.type === "COOPERATES_WITH") this.cooperation.push(fact);
    }
    this.starts = null;
  }

  private starts: Int32Array | null = null; // where a node's facts begin in `ends`, made when first asked for
  private ends = new Int32Array(0);
  /** Numbers of the facts at a node, in their order. */
  factsOf(node: GraphNode): Int32Array {
    if (!this.starts) {
      const starts = new Int32Array(this.nodes.length + 1);
      for (const { from, to } of this.facts) {
        starts[from + 1] += 1;
        if (to !== from) starts[to + 1] += 1;
      }
      for (let i = 0; i < this.nodes.length; i += 1) starts[i + 1] += starts[i];
      const next = starts.slice();
      this.ends = new Int32Array(starts[this.nodes.length]);
      for (const { index, from, to } of this.facts) {
        this.ends[next[from]++] = index;
        if (to !== from) this.ends[next[to]++] = index;
      }
      this.starts = starts;
    }
    return this.ends.subarray(this.starts[node.index], this.starts[node.index + 1]);
  }

  private indexOf(id: string): number | undefined {
    for (; this.named < this.nodes.length; this.named += 1) this.nodeAt.set(this.nodes[this.named].id, this.named);
    return this.nodeAt.get(id);
  }

  byId(id: string): GraphNode | undefined {
    const index = this.indexOf(id);
    return index === undefined ? undefined : this.nodes[index];
  }

  /** The region a node belongs to, then the region that lies in, and so on. */
  *regionsAbove(node: GraphNode): Generator<GraphNode> {
    const seen = new Set<number>();
    for (let at = node.home; at >= 0 && !seen.has(at); at = this.nodes[at].parent) {
      seen.add(at);
      yield this.nodes[at];
    }
  }

  /** The province a node belongs to, or -1. */
  province(node: GraphNode): number {
    for (const region of this.regionsAbove(node)) if (region.props.level === "province") return region.index;
    return -1;
  }
}
