// The canvas: sigma draws nodes and lines, an overlay above draws names, one below draws the map.
import { UndirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";
import forceAtlas2 from "graphology-layout-forceatlas2";
import louvain from "graphology-communities-louvain";
import betweenness from "graphology-metrics/centrality/betweenness";
import pagerank from "graphology-metrics/centrality/pagerank";
import { Canvas } from "./canvas";
import { Filters } from "./filters";
import { Item, Link, Scene, project, unproject } from "./scene";
import { Box, FONT, Room, rowsOf, widthOf } from "./labels";
import { State } from "./state";
import { Words } from "./words";
import type { GeoJSON, Geometry } from "./source";

export interface Handlers {
  click(kind: "node" | "line" | "stage", key: string): void;
  open(key: string): void; // double click
  tip(text: string | null, x: number, y: number): void;
  moved(): void;
  nodeTip(item: Item): string;
  lineTip(link: Link): string;
}

interface Look { hidden: boolean; colour: string; size: number }
const LARGE = 4000; // above, lines are plain and take no clicks, for speed

export class View {
  readonly net = new UndirectedGraph();
  sigma: Canvas | null = null;
  scene: Scene = { mode: "overview", items: new Map(), links: new Map(), leftOut: 0 };
  shownNodes = new Set<string>();
  shownLinks = new Map<string, { weight: number; lead: number; count: number }>();
  boxes: Box[] = [];
  weak = new Set<string>(); // lines not drawn until an end is selected
  community = new Map<string, number>();
  private readonly looks = new Map<string, Look>();
  private readonly lineLooks = new Map<string, Look>();
  private readonly kept = new Map<string, { x: number; y: number }>();
  private readonly over: HTMLCanvasElement;
  private readonly under: HTMLCanvasElement;
  private hovered: string | null = null;
  private hoveredLine: string | null = null;
  private dragged: string | null = null;
  private outlines: [number, number][][] = [];

  constructor(
    private readonly container: HTMLElement, private readonly state: State, private readonly words: Words,
    private readonly filters: Filters, private readonly handlers: Handlers,
  ) {
    this.under = document.createElement("canvas");
    this.over = document.createElement("canvas");
    this.under.className = "under";
    this.over.className = "over";
    container.before(this.under);
    container.after(this.over);
  }

  /** Starts WebGL. Returns false where the browser has none. */
  start(): boolean {
    const settings = {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 60,
      minEdgeThickness: 0.6,
      defaultEdgeType: "line",
      nodeReducer: (key: string, data: Attributes) => {
        const look = this.looks.get(key);
        return look ? { ...data, hidden: look.hidden, color: look.colour, size: look.size, label: null, zIndex: look.hidden ? 0 : 1 } : data;
      },
      edgeReducer: (key: string, data: Attributes) => {
        const look = this.lineLooks.get(key);
        return look ? { ...data, hidden: look.hidden, color: look.colour, size: look.size } : data;
      },
      minCameraRatio: 0.005,
      maxCameraRatio: 6,
    };
    try {
      this.sigma = new Canvas(this.net, this.container, settings);
    } catch (error) {
      // Asked only now: a context made for the question alone costs time on every start.
      const probe = document.createElement("canvas");
      if (probe.getContext("webgl2") || probe.getContext("webgl")) throw error;
      this.container.replaceChildren();
      return false;
    }
    this.listen(this.sigma);
    // Sigma follows the window only; the panel and the filters change the canvas too.
    new ResizeObserver(() => this.sigma?.fitContainer()).observe(this.container);
    return true;
  }

  setOutlines(data: GeoJSON): void {
    const lines: [number, number][][] = [];
    const walk = (geometry: Geometry | null | undefined): void => {
      if (!geometry) return;
      const at = geometry.coordinates as never;
      if (geometry.type === "LineString") lines.push(at);
      else if (geometry.type === "MultiLineString" || geometry.type === "Polygon") lines.push(...(at as [number, number][][]));
      else if (geometry.type === "MultiPolygon") for (const part of at as [number, number][][][]) lines.push(...part);
      else if (geometry.type === "GeometryCollection") geometry.geometries?.forEach(walk);
    };
    if (data.type === "FeatureCollection") data.features?.forEach((feature) => walk(feature.geometry));
    else if (data.type === "Feature") walk(data.geometry);
    else walk(data as unknown as Geometry);
    this.outlines = lines;
  }

  setScene(scene: Scene, keepCamera = false): void {
    const before = this.scene.mode;
    if (before === "detail") this.remember();
    this.scene = scene;
    this.net.clear();
    this.looks.clear();
    this.lineLooks.clear();
    const large = scene.links.size > LARGE;
    const edge = scene.mode === "map" ? "curve" : large ? "thin" : "line";
    this.sigma?.need(edge);
    this.sigma?.clickable(!large);
    const places = this.place(scene);
    for (const [key] of scene.items) this.net.addNode(key, { ...places.get(key)!, size: 4, fixed: this.state.pinned.has(key) });
    for (const link of scene.links.values()) this.net.addEdgeWithKey(link.key, link.a, link.b, { type: edge, curvature: 0.22, size: 1 });
    if (scene.mode === "overview" || scene.mode === "detail") this.arrange();
    this.communities();
    if (!keepCamera) this.fit(false);
    this.refresh();
  }

  /** Where nodes start: on the map by coordinates, else where they were, else beside a neighbour. */
  private place(scene: Scene): Map<string, { x: number; y: number }> {
    const out = new Map<string, { x: number; y: number }>();
    let number = 0;
    for (const item of scene.items.values()) {
      number += 1;
      const old = scene.mode === "detail" ? this.kept.get(item.key) : undefined;
      if (old) out.set(item.key, old);
      else if (item.x !== null && item.y !== null && scene.mode !== "detail") {
        out.set(item.key, { x: item.x, y: scene.mode === "all" ? -item.y : item.y });
      }
    }
    const scale = scene.mode === "overview" ? 10 : 100;
    const near = new Map<string, string[]>();
    for (const { a, b } of scene.links.values()) {
      near.set(a, [...(near.get(a) ?? []), b]);
      near.set(b, [...(near.get(b) ?? []), a]);
    }
    for (const item of scene.items.values()) {
      if (out.has(item.key)) continue;
      number += 1;
      const angle = number * 2.399963, radius = scale * (0.2 + Math.sqrt(number) * 0.15);
      let middle = { x: scene.mode === "overview" ? 90 : 0, y: scene.mode === "overview" ? 32 : 0 };
      if (scene.mode === "detail") {
        const beside = near.get(item.key)?.find((key) => this.kept.has(key));
        if (beside) middle = this.kept.get(beside)!;
      }
      out.set(item.key, { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) });
    }
    return out;
  }
  private remember(): void {
    this.net.forEachNode((key, at) => this.kept.set(key, { x: at.x as number, y: at.y as number }));
  }

  /** Force layout of what is shown, then apart so that dots and names find room. */
  arrange(): void {
    const order = this.net.order;
    if (order < 2 || order > 1500) return;
    this.net.forEachNode((key) => this.net.setNodeAttribute(key, "fixed", this.state.pinned.has(key)));
    forceAtlas2.assign(this.net, {
      iterations: order < 200 ? 400 : order < 600 ? 200 : 80,
      settings: { gravity: 0.6, scalingRatio: 30, strongGravityMode: false, barnesHutOptimize: order > 300, linLogMode: false, edgeWeightInfluence: 0, slowDown: 2, outboundAttractionDistribution: this.scene.mode === "overview" },
    });
    this.part();
    if (this.scene.mode === "detail") this.remember();
  }

  /** Push nodes apart that would lie on one another or on one another's names when the whole is fitted. */
  private part(): void {
    const keys = this.net.nodes();
    const xs = keys.map((key) => this.net.getNodeAttribute(key, "x") as number);
    const ys = keys.map((key) => this.net.getNodeAttribute(key, "y") as number);
    const fixed = keys.map((key) => this.state.pinned.has(key));
    const room = () => {
      const wide = Math.max(1e-6, Math.max(...xs) - Math.min(...xs)), high = Math.max(1e-6, Math.max(...ys) - Math.min(...ys));
      return Math.max(wide / Math.max(200, this.container.clientWidth - 120), high / Math.max(200, this.container.clientHeight - 120));
    };
    for (let round = 0; round < 90; round += 1) {
      const unit = room();
      // A name of four or five characters with a dot above it, on screen; less where there are very many.
      const wide = (keys.length > 260 ? 22 : keys.length > 120 ? 44 : 78) * unit, high = (keys.length > 260 ? 16 : keys.length > 120 ? 30 : 52) * unit;
      let clash = false;
      const order = keys.map((_, i) => i).sort((a, b) => xs[a] - xs[b]);
      for (let n = 0; n < order.length; n += 1) {
        for (let m = n + 1; m < order.length && xs[order[m]] - xs[order[n]] < wide; m += 1) {
          const i = order[n], j = order[m];
          // In units of the room one node wants, so that the room is a circle; two on one spot part by their number.
          let dx = (xs[j] - xs[i]) / wide, dy = (ys[j] - ys[i]) / high;
          const apart = Math.hypot(dx, dy);
          if (apart >= 1) continue;
          clash = true;
          if (apart < 1e-6) { dx = Math.cos(i * 2.4); dy = Math.sin(i * 2.4); } else { dx /= apart; dy /= apart; }
          const shift = (1 - apart) * (fixed[i] || fixed[j] ? 1 : 0.5) * 0.7;
          if (!fixed[i]) { xs[i] -= dx * shift * wide; ys[i] -= dy * shift * high; }
          if (!fixed[j]) { xs[j] += dx * shift * wide; ys[j] += dy * shift * high; }
        }
      }
      if (!clash) break;
    }
    keys.forEach((key, i) => this.net.mergeNodeAttributes(key, { x: xs[i], y: ys[i] }));
  }

  private communities(): void {
    this.community.clear();
    if (!this.state.communities || !this.net.size) return;
    const found = louvain(this.net, { rng: seeded(7) }) as Record<string, number>;
    const size = new Map<number, number>();
    for (const group of Object.values(found)) size.set(group, (size.get(group) ?? 0) + 1);
    const rank = new Map([...size].sort((a, b) => b[1] - a[1]).map(([group], place) => [group, place]));
    for (const [key, group] of Object.entries(found)) this.community.set(key, rank.get(group)!);
  }
  recolour(): void { this.communities(); this.refresh(); }

  /** Nodes that stay bright, or null where nothing is selected. */
  focus(): Set<string> | null {
    const chosen = this.state.selected;
    if (!chosen) return null;
    const link = this.scene.links.get(chosen);
    if (link) return new Set([link.a, link.b]);
    if (!this.net.hasNode(chosen)) return null;
    const bright = new Set([chosen]);
    this.net.forEachEdge(chosen, (key, _data, a, b) => { if (this.shownLinks.has(key)) bright.add(a).add(b); });
    return bright;
  }

  /** Looks of everything by filters, selection, theme and measure; then draws. */
  refresh(): void {
    const { scene, state, words, filters } = this;
    this.shownLinks.clear();
    this.shownNodes.clear();
    this.order = null;
    const strength = new Map<string, number>();
    const near = new Map<string, number>();
    for (const link of scene.links.values()) {
      let weight = 0, count = 0, lead = -1, most = -1;
      for (const fact of link.facts) {
        if (!filters.passes(fact)) continue;
        const own = filters.weight(fact);
        weight += own;
        count += 1;
        // The kind that gives the line its colour: the strongest fact, cooperation and roles before the rest.
        const rank = own + words.width(fact.type) * 10;
        if (rank > most) { most = rank; lead = fact.index; }
      }
      if (!count) continue;
      this.shownLinks.set(link.key, { weight, lead, count });
      for (const end of [link.a, link.b]) {
        strength.set(end, (strength.get(end) ?? 0) + weight);
        near.set(end, (near.get(end) ?? 0) + 1);
      }
    }
    for (const item of scene.items.values()) {
      if (state.hiddenKinds.has(item.node.kind)) continue;
      const tied = near.has(item.key);
      const bare = this.net.hasNode(item.key) && this.net.degree(item.key) === 0;
      if (tied || (bare && filters.inProvince(item.node.index)) || item.key === state.selected) this.shownNodes.add(item.key);
    }
    const measure = this.measure(strength, near);
    let top = 1e-9;
    for (const value of measure.values()) if (value > top) top = value;
    const bright = this.focus();
    const many = scene.items.size;
    const [small, large] = many > 20000 ? [1.2, 7] : many > 3000 ? [1.6, 9] : many > 700 ? [2.2, 8]
      : scene.mode === "all" && many > 120 ? [3, 9] : scene.mode === "map" ? [3.5, 13] : many > 300 ? [3, 12] : [6, 20];
    const factsOf = new Map(scene.links);
    for (const item of scene.items.values()) {
      const share = Math.sqrt((measure.get(item.key) ?? 0) / top);
      // Through `faint`, which gives the hexadecimal form: sigma reads no hsl() and would draw black.
      const base = state.communities && this.community.has(item.key) ? this.faint(words.community(this.community.get(item.key)!), 1) : words.kindColour(item.node.kind);
      const dim = bright !== null && !bright.has(item.key);
      this.looks.set(item.key, {
        hidden: !this.shownNodes.has(item.key),
        colour: dim ? this.faint(base, 0.2) : base,
        size: state.measure === "none" ? (small + large) / 2.6 : small + (large - small) * share,
      });
    }
    let most = 1;
    for (const { weight } of this.shownLinks.values()) if (weight > most) most = weight;
    const heaviest = Math.log2(1 + most);
    this.weak = this.weakLinks();
    for (const link of factsOf.values()) {
      const shown = this.shownLinks.get(link.key);
      const chosen = link.key === state.selected || link.a === state.selected || link.b === state.selected;
      if (!shown || (this.weak.has(link.key) && !chosen)) { this.lineLooks.set(link.key, { hidden: true, colour: "#000", size: 1 }); continue; }
      const lead = link.facts.find((fact) => fact.index === shown.lead)!;
      const inFocus = !state.selected || bright === null || link.key === state.selected || link.a === state.selected || link.b === state.selected;
      const scale = Math.log2(1 + shown.weight) / heaviest;
      const folded = scene.mode === "overview" || scene.mode === "map";
      this.lineLooks.set(link.key, {
        hidden: false,
        colour: this.faint(words.factColour(lead), inFocus ? (many > 3000 ? 0.35 : folded ? 0.45 + 0.45 * scale : 0.75) : 0.06),
        size: many > 3000 ? 0.7 : folded ? 1 + 5 * scale : 1 + words.width(lead.type) * 0.4 + 1.6 * scale,
      });
    }
    this.sigma?.refresh();
  }

  /** On a crowded overview, the lines that wait until one of their ends is selected: each region keeps its three
   *  strongest, and the strongest of all stay. */
  private weakLinks(): Set<string> {
    const weak = new Set<string>();
    const folded = this.scene.mode === "overview" || this.scene.mode === "map";
    if (!folded || this.shownLinks.size <= 150 || this.shownLinks.size <= this.shownNodes.size * 3) return weak;
    const order = [...this.shownLinks].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1));
    const kept = new Map<string, number>();
    order.forEach(([key], rank) => {
      const { a, b } = this.scene.links.get(key)!;
      const [ofA, ofB] = [kept.get(a) ?? 0, kept.get(b) ?? 0];
      if (rank < this.shownNodes.size * 1.5 || ofA < 3 || ofB < 3) { kept.set(a, ofA + 1); kept.set(b, ofB + 1); } else weak.add(key);
    });
    return weak;
  }

  private measure(strength: Map<string, number>, near: Map<string, number>): Map<string, number> {
    const { measure } = this.state;
    if (measure === "weight") return strength;
    if (measure === "degree") return near;
    if (measure === "none" || !this.net.order) return new Map();
    const part = new UndirectedGraph();
    for (const key of this.shownNodes) part.addNode(key);
    for (const [key, { weight }] of this.shownLinks) {
      const link = this.scene.links.get(key)!;
      if (part.hasNode(link.a) && part.hasNode(link.b)) part.addEdge(link.a, link.b, { weight });
    }
    if (!part.size) return new Map();
    // Betweenness takes a walk from every node: beyond some thousands the page would stand still.
    const found = measure === "betweenness" && part.order <= 3000 ? betweenness(part, { getEdgeWeight: null }) : pagerank(part);
    return new Map(Object.entries(found as Record<string, number>));
  }

  private readonly faints = new Map<string, string>();
  /** `colour` mixed with nothing: an rgba text, through the browser's own reading of colours. */
  private faint(colour: string, alpha: number): string {
    const key = `${colour} ${alpha.toFixed(2)}`;
    let known = this.faints.get(key);
    if (!known) {
      const [r, g, b] = rgb(colour), [r2, g2, b2] = rgb(this.css("--ground"));
      const mix = (a: number, c: number) => Math.round(a * alpha + c * (1 - alpha));
      known = `#${[mix(r, r2), mix(g, g2), mix(b, b2)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      this.faints.set(key, known);
    }
    return known;
  }
  themeChanged(): void { this.faints.clear(); this.refresh(); }
  css(name: string): string { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  // ------------------------------------------------------------------ camera
  fit(animated = true): void {
    const camera = this.sigma?.getCamera();
    if (!camera) return;
    const home = { x: 0.5, y: 0.5, ratio: 1.04, angle: 0 };
    if (animated) void camera.animate(home, { duration: 250 }); else camera.setState(home);
  }
  zoom(factor: number): void {
    const camera = this.sigma?.getCamera();
    if (camera) void camera.animate({ ratio: camera.ratio * factor }, { duration: 150 });
  }
  pan(dx: number, dy: number): void {
    const camera = this.sigma?.getCamera();
    if (camera) camera.setState({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio });
  }
  centre(key: string): void {
    const data = this.sigma?.getNodeDisplayData(key);
    const camera = this.sigma?.getCamera();
    if (!data || !camera || !this.sigma) return;
    const ratio = Math.min(camera.ratio, this.scene.items.size > 400 ? 0.25 : 0.8);
    // In a narrow window the panel covers the lower half: the node goes above it.
    const high = this.container.clientHeight;
    const unit = Math.abs(this.sigma.viewportToFramedGraph({ x: 0, y: high }).y - this.sigma.viewportToFramedGraph({ x: 0, y: 0 }).y) / camera.ratio;
    const covered = window.innerWidth <= 900 ? 0.25 : 0;
    void camera.animate({ x: data.x, y: data.y - unit * ratio * covered, ratio }, { duration: 300 });
  }
  /** Where a node stands, in pixels of the canvas. */
  at(key: string): { x: number; y: number; size: number } | null {
    const data = this.sigma?.getNodeDisplayData(key);
    if (!data || !this.sigma) return null;
    const { x, y } = this.sigma.framedGraphToViewport(data);
    return { x, y, size: this.sigma.scaleSize(data.size) };
  }
  /** The middle of a line, which on the map is bent. */
  middle(link: Link): { x: number; y: number } | null {
    const a = this.at(link.a), b = this.at(link.b);
    if (!a || !b) return null;
    const bend = this.scene.mode === "map" ? 0.11 : 0;
    return { x: (a.x + b.x) / 2 - (b.y - a.y) * bend, y: (a.y + b.y) / 2 + (b.x - a.x) * bend };
  }

  // ------------------------------------------------------------------ names and map
  private fitCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: wide, clientHeight: high } = this.container;
    if (canvas.width !== Math.round(wide * ratio) || canvas.height !== Math.round(high * ratio)) {
      canvas.width = Math.round(wide * ratio);
      canvas.height = Math.round(high * ratio);
      canvas.style.width = `${wide}px`;
      canvas.style.height = `${high}px`;
    }
    const ctx = canvas.getContext("2d")!;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, wide, high);
    return ctx;
  }

  private drawOver(): void {
    this.drawNames(this.fitCanvas(this.over));
  }

  drawNames(ctx: CanvasRenderingContext2D): void {
    if (!this.sigma) return;
    const { scene, state, words } = this;
    const wide = this.container.clientWidth, high = this.container.clientHeight;
    const bright = this.focus();
    const room = new Room();
    const seen: { key: string; x: number; y: number; size: number; rank: number }[] = [];
    const ranked = this.ranked();
    const low = this.sigma.viewportToFramedGraph({ x: -60, y: high + 40 }), top = this.sigma.viewportToFramedGraph({ x: wide + 60, y: -40 });
    for (const key of ranked) {
      if (seen.length && key === seen[0].key) continue; // the hovered one comes first and again in its turn
      const data = this.sigma.getNodeDisplayData(key);
      if (!data || data.x < low.x || data.x > top.x || data.y < low.y || data.y > top.y) continue;
      const at = this.at(key)!;
      const rank = (state.selected === key ? 1e9 : 0) + (this.hovered === key ? 1e8 : 0) + (bright?.has(key) ? 1e7 : 0) + at.size * 100 + Math.min(90, scene.items.get(key)!.node.degree);
      seen.push({ key, ...at, rank });
      if (seen.length >= 1500) break; // more names than this find no room anyway
    }
    seen.sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1));
    const crowded = seen.length > 250;
    const ink = this.css("--text"), halo = this.css("--ground");
    ctx.textAlign = "center";
    ctx.lineJoin = "round";
    const special = (key: string) => state.selected === key || this.hovered === key || state.pinned.has(key);
    // Rings and one character in every dot that is large enough: colours alone tell not everybody what a node is.
    ctx.textBaseline = "middle";
    for (const { key, x, y, size } of seen.slice(0, 600)) {
      const dim = bright !== null && !bright.has(key);
      if (special(key)) {
        ctx.strokeStyle = ink;
        ctx.lineWidth = state.pinned.has(key) ? 3.5 : 2.5;
        ctx.beginPath();
        ctx.arc(x, y, size + 2, 0, 2 * Math.PI);
        ctx.stroke();
      }
      if (size >= 7 && !dim) {
        ctx.font = `600 ${Math.min(13, size * 1.05)}px ${FONT}`;
        ctx.fillStyle = halo;
        ctx.fillText(words.glyph(scene.items.get(key)!.node), x, y + 0.5);
        if (!crowded) room.take([x - size * 0.8, y - size * 0.8, x + size * 0.8, y + size * 0.8], false);
      }
    }
    let drawn = 0;
    for (const { key, x, y, size } of seen) {
      if (drawn > 320) break;
      const dim = bright !== null && !bright.has(key);
      if (dim && crowded) continue;
      const bold = special(key);
      const px = bold ? 13.5 : size > 12 ? 13.5 : 12.5;
      const rows = rowsOf(scene.items.get(key)!.node.name);
      const span = Math.max(...rows.map((row) => widthOf(ctx, row, bold))) * px;
      const tall = rows.length * px * 1.18;
      // Below the dot, else above, else to the right: where there is room.
      const tries: Box[] = [
        [x - span / 2 - 2, y + size + 2, x + span / 2 + 2, y + size + 2 + tall],
        [x - span / 2 - 2, y - size - 2 - tall, x + span / 2 + 2, y - size - 2],
        [x + size + 3, y - tall / 2, x + size + 5 + span, y + tall / 2],
      ];
      const box = (crowded && !bold ? tries.slice(0, 1) : tries).find((entry) => room.free(entry, crowded ? 8 : 1));
      if (!box) continue;
      room.take(box);
      drawn += 1;
      ctx.globalAlpha = dim ? 0.3 : 1;
      ctx.font = `${bold ? "600 " : ""}${px}px ${FONT}`;
      ctx.textBaseline = "top";
      ctx.strokeStyle = halo;
      ctx.lineWidth = 3.5;
      ctx.fillStyle = ink;
      rows.forEach((row, n) => {
        ctx.strokeText(row, (box[0] + box[2]) / 2, box[1] + n * px * 1.18);
        ctx.fillText(row, (box[0] + box[2]) / 2, box[1] + n * px * 1.18);
      });
    }
    ctx.textBaseline = "middle";
    if (state.selected || this.hoveredLine || (scene.links.size <= 60 && scene.mode === "detail")) {
      for (const [key, shown] of this.shownLinks) {
        const link = scene.links.get(key)!;
        const chosen = key === this.hoveredLine || (state.selected ? key === state.selected || link.a === state.selected || link.b === state.selected : scene.links.size <= 60);
        const at = chosen ? this.middle(link) : null;
        if (!at) continue;
        const passing = link.facts.filter((fact) => this.filters.passes(fact));
        const text = [...new Set(passing.map((fact) => (fact.note && fact.type !== "MENTIONS" ? words.note(fact)[0] : words.type(fact.type))))].slice(0, 3).join("、");
        const span = widthOf(ctx, text, false) * 11;
        const a = this.at(link.a)!, b = this.at(link.b)!;
        const box: Box = [at.x - span / 2 - 1, at.y - 7, at.x + span / 2 + 1, at.y + 7];
        if (Math.hypot(a.x - b.x, a.y - b.y) < span || !room.free(box)) continue;
        room.take(box);
        ctx.globalAlpha = 1;
        ctx.font = `11px ${FONT}`;
        ctx.strokeStyle = halo;
        ctx.lineWidth = 4;
        ctx.strokeText(text, at.x, at.y);
        ctx.fillStyle = words.factColour(link.facts.find((fact) => fact.index === shown.lead)!);
        ctx.fillText(text, at.x, at.y);
      }
    }
    ctx.globalAlpha = 1;
    this.boxes = room.taken;
  }

  private order: string[] | null = null;
  /** Keys of what is shown, the largest first, the selected and its neighbours before all. Sorted once a refresh. */
  private ranked(): string[] {
    if (!this.order) {
      const bright = this.focus();
      const rank = (key: string) => (bright?.has(key) ? 1e6 : 0) + this.looks.get(key)!.size * 1000 + Math.min(900, this.scene.items.get(key)!.node.degree);
      const ranks = new Map([...this.shownNodes].map((key) => [key, rank(key)]));
      this.order = [...this.shownNodes].sort((a, b) => ranks.get(b)! - ranks.get(a)!);
    }
    return this.hovered && this.shownNodes.has(this.hovered) ? [this.hovered, ...this.order] : this.order;
  }

  drawUnder(): void {
    const ctx = this.fitCanvas(this.under);
    if (this.scene.mode === "map") this.drawMap(ctx);
  }
  drawMap(ctx: CanvasRenderingContext2D): void {
    if (!this.sigma || !this.net.order) return;
    const wide = this.container.clientWidth, high = this.container.clientHeight;
    const low = this.sigma.viewportToGraph({ x: 0, y: high }), top = this.sigma.viewportToGraph({ x: wide, y: 0 });
    const a = unproject(low.x, low.y), b = unproject(top.x, top.y);
    const span = b.lon - a.lon;
    const step = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20].find((size) => span / size < 9) ?? 30;
    const point = (lon: number, lat: number) => this.sigma!.graphToViewport(project(lon, lat));
    ctx.strokeStyle = ctx.fillStyle = this.css("--line");
    ctx.lineWidth = 0.7;
    ctx.font = `11px ${FONT}`;
    const mark = (value: number) => String(Number(value.toFixed(2)));
    for (let lon = Math.ceil(a.lon / step) * step; lon <= b.lon; lon += step) {
      const { x } = point(lon, a.lat);
      ctx.beginPath(); ctx.moveTo(x, 0); ctx.lineTo(x, high); ctx.stroke();
      ctx.fillStyle = this.css("--soft");
      ctx.fillText(`${mark(lon)}°E`, x + 3, high - 5);
    }
    for (let lat = Math.ceil(a.lat / step) * step; lat <= b.lat; lat += step) {
      const { y } = point(a.lon, lat);
      ctx.beginPath(); ctx.moveTo(0, y); ctx.lineTo(wide, y); ctx.stroke();
      ctx.fillStyle = this.css("--soft");
      ctx.fillText(`${mark(lat)}°N`, 4, y - 3);
    }
    ctx.strokeStyle = this.css("--soft");
    ctx.lineWidth = 1;
    for (const line of this.outlines) {
      ctx.beginPath();
      line.forEach(([lon, lat], number) => {
        const { x, y } = point(lon, lat);
        if (number) ctx.lineTo(x, y); else ctx.moveTo(x, y);
      });
      ctx.stroke();
    }
  }

  /** The whole picture on one canvas. */
  picture(): HTMLCanvasElement {
    const copy = document.createElement("canvas");
    copy.width = this.over.width;
    copy.height = this.over.height;
    const ctx = copy.getContext("2d")!;
    ctx.fillStyle = this.css("--ground");
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(this.under, 0, 0);
    if (this.sigma) {
      // A WebGL canvas can be read only in the same turn in which it was drawn.
      this.sigma.refresh({ schedule: false });
      const canvases = this.sigma.getCanvases();
      for (const name of ["edges", "nodes"]) if (canvases[name]) ctx.drawImage(canvases[name], 0, 0, copy.width, copy.height);
    }
    ctx.drawImage(this.over, 0, 0);
    return copy;
  }

  // ------------------------------------------------------------------ mouse
  private listen(sigma: Canvas): void {
    sigma.on("afterRender", () => { this.drawUnder(); this.drawOver(); });
    sigma.on("clickNode", ({ node }) => this.handlers.click("node", node));
    sigma.on("clickEdge", ({ edge }) => this.handlers.click("line", edge));
    sigma.on("clickStage", () => this.handlers.click("stage", ""));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => { preventSigmaDefault(); this.handlers.open(node); });
    sigma.on("enterNode", ({ node, event }) => {
      this.hovered = node;
      this.container.style.cursor = "pointer";
      this.handlers.tip(this.handlers.nodeTip(this.scene.items.get(node)!), event.x, event.y);
      this.drawOver();
    });
    sigma.on("leaveNode", () => { this.hovered = null; this.container.style.cursor = ""; this.handlers.tip(null, 0, 0); this.drawOver(); });
    sigma.on("enterEdge", ({ edge, event }) => {
      this.hoveredLine = edge;
      this.container.style.cursor = "pointer";
      this.handlers.tip(this.handlers.lineTip(this.scene.links.get(edge)!), event.x, event.y);
      this.drawOver();
    });
    sigma.on("leaveEdge", () => { this.hoveredLine = null; this.container.style.cursor = ""; this.handlers.tip(null, 0, 0); this.drawOver(); });
    sigma.on("downNode", ({ node }) => {
      if (this.scene.mode === "map") return;
      this.dragged = node;
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.getMouseCaptor().on("mousemovebody", (event) => {
      if (!this.dragged) return;
      const at = sigma.viewportToGraph(event);
      this.net.mergeNodeAttributes(this.dragged, at);
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const drop = () => {
      if (this.dragged && this.scene.mode === "detail") this.remember();
      this.dragged = null;
      sigma.setCustomBBox(null);
    };
    sigma.getMouseCaptor().on("mouseup", drop);
    sigma.getCamera().on("updated", () => this.handlers.moved());
  }
}

const parsed = new Map<string, [number, number, number]>();
let painter: CanvasRenderingContext2D | null = null;
function rgb(colour: string): [number, number, number] {
  let known = parsed.get(colour);
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!known && hex) parsed.set(colour, (known = [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16)]));
  if (!known) {
    painter ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true })!;
    painter.fillStyle = colour;
    painter.fillRect(0, 0, 1, 1);
    const [r, g, b] = painter.getImageData(0, 0, 1, 1).data;
    known = [r, g, b];
    parsed.set(colour, known);
  }
  return known;
}

/** The same communities each time: a small random number generator with a seed. */
function seeded(seed: number): () => number {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
