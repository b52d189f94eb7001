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
  facts: number[];
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

export interface NodeColumns {
  id: string[]; kind: number[]; name: string[]; x: (number | null)[]; y: (number | null)[];
  lat: (number | null)[]; lon: (number | null)[]; home: (number | string | null)[]; parent: (number | string | null)[];
  members: number[]; degree: number[]; aliases: string[][]; props: Record<string, unknown>[];
}
export interface FactColumns {
  id?: string[]; type: number[]; from: (number | string)[]; to: (number | string)[]; weight: number[];
  confidence: number[]; first: (string | null)[]; last: (string | null)[]; note: (string | null)[];
  status: (string | null)[]; months: number[][];
}
export interface Columns { kinds: Kind[]; types: FactType[]; nodes: NodeColumns; edges: FactColumns }

export class Graph {
  readonly nodes: GraphNode[] = [];
  readonly facts: Fact[] = [];
  private readonly nodeAt = new Map<string, number>();
  private readonly factAt = new Map<string, number>();
  private readonly pending: { node: number; key: "home" | "parent"; id: string }[] = [];

  /** Add columns; what is known already is kept. Numbers as ends mean rows of these columns, strings mean ids. */
  merge(columns: Columns, loaded: boolean): void {
    const { nodes, edges } = columns;
    const row: number[] = [];
    for (let i = 0; i < nodes.id.length; i += 1) {
      const known = this.nodeAt.get(nodes.id[i]);
      if (known !== undefined) { row.push(known); continue; }
      const index = this.nodes.length;
      row.push(index);
      this.nodeAt.set(nodes.id[i], index);
      this.nodes.push({
        index, id: nodes.id[i], kind: columns.kinds[nodes.kind[i]], name: nodes.name[i], aliases: nodes.aliases[i],
        x: nodes.x[i], y: nodes.y[i], lat: nodes.lat[i], lon: nodes.lon[i], home: -1, parent: -1,
        members: nodes.members[i], degree: nodes.degree[i], props: nodes.props[i], facts: [], loaded,
      });
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
      const index = this.nodeAt.get(id);
      if (index !== undefined) this.nodes[node][key] = index;
    }
    const end = (value: number | string) => (typeof value === "number" ? row[value] : this.nodeAt.get(value));
    for (let i = 0; i < edges.type.length; i += 1) {
      const id = edges.id ? edges.id[i] : null;
      if (id !== null && this.factAt.has(id)) continue;
      const from = end(edges.from[i]), to = end(edges.to[i]);
      if (from === undefined || to === undefined) continue;
      const index = this.facts.length;
      if (id !== null) this.factAt.set(id, index);
      this.facts.push({
        index, id, type: columns.types[edges.type[i]], from, to, weight: edges.weight[i], confidence: edges.confidence[i],
        first: edges.first[i], last: edges.last[i], note: edges.note[i], status: edges.status[i], months: edges.months[i],
      });
      this.nodes[from].facts.push(index);
      if (to !== from) this.nodes[to].facts.push(index);
    }
  }

  byId(id: string): GraphNode | undefined {
    const index = this.nodeAt.get(id);
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
