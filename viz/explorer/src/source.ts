// Where the graph comes from: inlined in the page, or asked of the page's own server bit by bit.
import { Columns, Graph, GraphNode, Fact } from "./graph";

export interface Proof { article: string; sentence: string; confidence: number; title: string; medium: string | null; date: string | null; url: string | null }
export interface Proofs { list: Proof[]; more: number }

export interface Source {
  readonly graph: Graph;
  readonly whole: boolean; // everything is loaded
  evidence(fact: Fact): Promise<Proofs>;
  /** Loads what is one step from a node. */
  load(node: GraphNode): Promise<void>;
  /** Loads a node by its id, with what is one step from it. */
  fetch(id: string): Promise<void>;
  /** Loads nodes whose names match, where the graph is not loaded whole. */
  find(text: string): Promise<GraphNode[]>;
}

type ArticleRow = [string, string | null, string | null, string | null];
type EvidenceRow = [[number | string, string, number][], number];

/** A compressed block of the page: base64 of gzip of JSON. */
async function unpack<T>(name: string): Promise<T> {
  // What is not needed for the first view stands behind this script and may not have been read yet.
  if (!document.getElementById(`block-${name}`)) await parsed();
  const holder = document.getElementById(`block-${name}`);
  if (!holder) throw new Error(`block ${name} is missing`);
  const stream = new Blob([decoded(holder.textContent ?? "")]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as T;
}

/** The page is read to its end. */
function parsed(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", () => done(), { once: true }));
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  const own = Uint8Array as typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (own.fromBase64) return own.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export class InlineSource implements Source {
  readonly graph = new Graph();
  readonly whole = true;
  private articles: Promise<ArticleRow[]> | null = null;
  private readonly parts = new Map<number, Promise<EvidenceRow[]>>();

  private constructor(private readonly part: number) {}

  static async open(part: number): Promise<InlineSource> {
    const source = new InlineSource(part);
    source.graph.merge(await unpack<Columns>("graph"), true);
    return source;
  }

  async evidence(fact: Fact): Promise<Proofs> {
    const number = Math.floor(fact.index / this.part);
    this.articles ??= unpack<ArticleRow[]>("articles");
    if (!this.parts.has(number)) this.parts.set(number, unpack<EvidenceRow[]>(`evidence-${number}`));
    const [articles, rows] = await Promise.all([this.articles, this.parts.get(number)!]);
    const [list, more] = rows[fact.index % this.part];
    return {
      more,
      list: list.map(([article, sentence, confidence]) => {
        const row = typeof article === "number" ? articles[article] : null;
        return { article: String(article), sentence, confidence, title: row ? row[0] : String(article), medium: row ? row[1] : null, date: row ? row[2] : null, url: row ? row[3] : null };
      }),
    };
  }

  async load(): Promise<void> {}
  async fetch(): Promise<void> {}
  async find(): Promise<GraphNode[]> { return []; }

  static outlines(): Promise<GeoJSON> | null {
    return document.getElementById("block-outlines") ? unpack<GeoJSON>("outlines") : null; // stands before the script
  }
}

export interface GeoJSON { type: string; features?: { geometry: Geometry | null }[]; geometry?: Geometry | null; coordinates?: unknown }
export interface Geometry { type: string; coordinates: unknown; geometries?: Geometry[] }

export class ServerSource implements Source {
  readonly graph = new Graph();
  readonly whole = false;
  private readonly known = new Map<string, Promise<Proofs>>();

  static async open(): Promise<ServerSource> {
    const source = new ServerSource();
    source.graph.merge(await ask<Columns>("api/overview"), false);
    return source;
  }

  evidence(fact: Fact): Promise<Proofs> {
    const id = fact.id ?? "";
    if (!this.known.has(id)) this.known.set(id, ask<Proofs>(`api/evidence?${new URLSearchParams({ edge: id, from: this.graph.nodes[fact.from].id, to: this.graph.nodes[fact.to].id })}`));
    return this.known.get(id)!;
  }

  async load(node: GraphNode): Promise<void> {
    if (!node.loaded) await this.fetch(node.id);
  }

  async fetch(id: string): Promise<void> {
    this.graph.merge(await ask<Columns>(`api/neighbours?id=${encodeURIComponent(id)}`), false);
    const node = this.graph.byId(id);
    if (node) node.loaded = true;
  }

  async find(text: string): Promise<GraphNode[]> {
    const columns = await ask<Columns>(`api/search?q=${encodeURIComponent(text)}`);
    this.graph.merge(columns, false);
    return columns.nodes.id.map((id) => this.graph.byId(id)!).filter(Boolean);
  }
}

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
