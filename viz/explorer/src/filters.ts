// Which facts pass the filters.
import { Fact, Graph } from "./graph";
import { State } from "./state";

export class Filters {
  private passing = new Uint8Array(0);
  private provinces = new Int32Array(0);

  constructor(private readonly graph: Graph, private readonly state: State) {}

  /** Count again; to be called when a filter or the graph has changed. */
  update(): void {
    const { graph, state } = this;
    const province = state.province ? graph.byId(state.province)?.index ?? -1 : -1;
    if (this.passing.length !== graph.facts.length) this.passing = new Uint8Array(graph.facts.length);
    if (province >= 0 && this.provinces.length !== graph.nodes.length) {
      this.provinces = Int32Array.from(graph.nodes, (node) => graph.province(node));
    }
    for (const fact of graph.facts) {
      const from = graph.nodes[fact.from], to = graph.nodes[fact.to];
      this.passing[fact.index] = !state.hiddenTypes.has(fact.type) &&
        !(fact.type === "COOPERATES_WITH" && fact.note !== null && state.hiddenModes.has(fact.note)) &&
        fact.confidence * 100 >= state.confidence &&
        !state.hiddenKinds.has(from.kind) && !state.hiddenKinds.has(to.kind) &&
        (province < 0 || this.provinces[fact.from] === province || this.provinces[fact.to] === province) &&
        this.inTime(fact) ? 1 : 0;
    }
  }

  passes(fact: Fact): boolean { return this.passing[fact.index] === 1; }

  inProvince(index: number): boolean {
    if (!this.state.province) return true;
    const province = this.graph.byId(this.state.province)?.index ?? -1;
    return this.graph.province(this.graph.nodes[index]) === province;
  }

  /** Articles behind a fact inside the time chosen; its weight where no time is chosen. */
  weight(fact: Fact): number {
    const { from, to } = this.state;
    if ((from === null && to === null) || fact.months.length <= 1) return fact.weight;
    const inside = fact.months.filter((month) => (from === null || month >= from) && (to === null || month <= to)).length;
    return Math.max(1, Math.round((fact.weight * inside) / fact.months.length));
  }

  private inTime(fact: Fact): boolean {
    const { from, to, undated } = this.state;
    if (from === null && to === null) return undated || fact.months.length > 0;
    // What a table of divisions says (A lies in B) has no date and holds at any time.
    if (!fact.months.length) return undated || fact.type === "PART_OF";
    return fact.months.some((month) => (from === null || month >= from) && (to === null || month <= to));
  }
}
