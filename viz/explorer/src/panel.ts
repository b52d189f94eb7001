// The panel: a node's properties and facts, or all facts between two nodes, each with its sentences.
import { Fact, FactType, Graph, GraphNode } from "./graph";
import { Filters } from "./filters";
import { Source } from "./source";
import { FACT_TYPES, Words } from "./words";
import { button, byId, element, swatch } from "./dom";
import { Link } from "./scene";

const SHOWN = 40; // facts of one kind listed at first

export interface Action { label: string; act: () => void }

export class Panel {
  constructor(
    private readonly source: Source, private readonly filters: Filters, private readonly words: Words,
    private readonly go: (node: GraphNode) => void,
  ) {}
  private get graph(): Graph { return this.source.graph; }

  hide(): void { byId("panel").hidden = true; }

  node(node: GraphNode, actions: Action[], folded: string | null): void {
    const body = this.open();
    const title = element("h2");
    title.append(element("bdi", node.name));
    const kind = element("p", null, "kind");
    kind.append(swatch(this.words.kindColour(node.kind)), this.words.kind(node.kind));
    if (folded) kind.append(` · ${folded}`);
    body.append(title, kind, this.actions(actions));
    const list = element("dl");
    const rows: [string, unknown][] = [...(node.aliases.length ? [["aliases", node.aliases] as [string, unknown]] : []), ...Object.entries(node.props)];
    for (const [key, value] of rows) list.append(element("dt", this.words.property(key)), element("dd", this.words.value(key, value)));
    if (list.childElementCount) body.append(list);

    const groups = new Map<string, Fact[]>();
    let hidden = 0;
    for (const number of this.graph.factsOf(node)) {
      const fact = this.graph.facts[number];
      if (fact.type === "MENTIONS") continue;
      if (!this.filters.passes(fact)) { hidden += 1; continue; }
      const key = `${fact.type} ${fact.from === node.index || !this.words.directed(fact.type) ? "" : "back"}`;
      const group = groups.get(key);
      if (group) group.push(fact); else groups.set(key, [fact]);
    }
    const sorted = [...groups].sort((a, b) => FACT_TYPES.indexOf(a[0].split(" ")[0] as FactType) - FACT_TYPES.indexOf(b[0].split(" ")[0] as FactType));
    for (const [key, group] of sorted) {
      const [type, back] = key.split(" ") as [FactType, string];
      const head = element("h3");
      head.append(swatch(this.words.typeColour(type), true), this.words.type(type, Boolean(back)), element("small", String(group.length)));
      body.append(head);
      group.sort((a, b) => (b.last ?? "").localeCompare(a.last ?? "") || b.weight - a.weight);
      const holder = element("div");
      body.append(holder);
      const list = (from: number): void => {
        for (const fact of group.slice(from, from + SHOWN)) holder.append(this.row(fact, node));
        const left = group.length - from - SHOWN;
        if (left > 0) {
          const more = button(this.words.say("more_facts", { n: Math.min(left, SHOWN) }), () => { more.remove(); list(from + SHOWN); });
          holder.append(more);
        }
      };
      list(0);
    }
    if (!sorted.length && !hidden) body.append(element("p", this.words.say("no_facts"), "soft"));
    if (hidden) body.append(element("p", this.words.say("hidden_facts", { n: hidden }), "soft"));
  }

  link(link: Link, a: GraphNode, b: GraphNode): void {
    const body = this.open();
    const title = element("h2");
    title.append(this.name(a), " — ", this.name(b));
    body.append(title);
    const passing = link.facts.filter((fact) => this.filters.passes(fact));
    const order = (fact: Fact) => FACT_TYPES.indexOf(fact.type);
    passing.sort((x, y) => order(x) - order(y) || y.weight - x.weight);
    body.append(element("p", this.words.say("between", { a: a.name, b: b.name, n: passing.length }), "soft"));
    const list = (from: number): void => {
      for (const fact of passing.slice(from, from + SHOWN)) {
        const head = element("h3");
        head.append(swatch(this.words.factColour(fact), true), [this.words.type(fact.type), ...this.words.note(fact)].join(" · "));
        const text = element("p", null, "soft");
        text.append(this.name(this.graph.nodes[fact.from]), this.words.directed(fact.type) ? " → " : " — ", this.name(this.graph.nodes[fact.to]), ` · ${this.notes(fact, false)}`);
        const proofs = element("div");
        body.append(head, text, proofs);
        void this.proofs(fact, proofs);
      }
      const left = passing.length - from - SHOWN;
      if (left > 0) {
        const more = button(this.words.say("more_facts", { n: Math.min(left, SHOWN) }), () => { more.remove(); list(from + SHOWN); });
        body.append(more);
      }
    };
    list(0);
    if (passing.length < link.facts.length) body.append(element("p", this.words.say("hidden_facts", { n: link.facts.length - passing.length }), "soft"));
  }

  private open(): HTMLElement {
    const panel = byId("panel");
    panel.hidden = false;
    panel.scrollTop = 0;
    const body = byId("panel-body");
    body.replaceChildren();
    return body;
  }
  private actions(actions: Action[]): HTMLElement {
    const row = element("div", null, "actions");
    for (const { label, act } of actions) row.append(button(label, act));
    return row;
  }
  private name(node: GraphNode): HTMLButtonElement {
    const made = button("", () => this.go(node), "name");
    made.append(element("bdi", node.name));
    return made;
  }
  private notes(fact: Fact, notes = true): string {
    return [...(notes ? this.words.note(fact) : []), this.words.period(fact), this.words.say("articles_n", { n: fact.weight }),
      this.words.say("confidence_is", { c: fact.confidence.toFixed(2) })].join(" · ");
  }
  private row(fact: Fact, node: GraphNode): HTMLElement {
    const row = element("div", null, "fact");
    const head = element("div", null, "head");
    head.append(this.name(this.graph.nodes[fact.from === node.index ? fact.to : fact.from]), element("small", this.notes(fact)));
    const more = element("details");
    more.append(element("summary", this.words.say("evidence")));
    const holder = element("div");
    more.append(holder);
    // Sentences are unpacked only when somebody wants to read them.
    more.addEventListener("toggle", () => { if (more.open && !holder.childElementCount) void this.proofs(fact, holder); });
    row.append(head, more);
    return row;
  }

  private async proofs(fact: Fact, holder: HTMLElement): Promise<void> {
    holder.replaceChildren(element("p", this.words.say("loading"), "soft"));
    try {
      const { list, more } = await this.source.evidence(fact);
      holder.replaceChildren();
      if (!list.length) holder.append(element("p", this.words.say("no_evidence"), "soft"));
      const sought = [...this.namesOf(fact.from), ...this.namesOf(fact.to), ...(fact.type === "HOLDS" && fact.note ? [fact.note] : [])];
      for (const proof of list) {
        const quote = element("blockquote");
        const foot = element("footer");
        foot.append(element("bdi", `《${proof.title || this.words.say("untitled")}》`), ` ${[proof.medium, proof.date || this.words.say("undated")].filter(Boolean).join(" · ")} · ${this.words.say("confidence_is", { c: proof.confidence.toFixed(2) })}`);
        if (proof.url && /^https?:\/\//i.test(proof.url)) {
          const link = element("a", this.words.say("open_article"));
          link.href = proof.url;
          link.target = "_blank";
          link.rel = "noopener noreferrer";
          foot.append(" · ", link);
        }
        quote.append(marked(proof.sentence, sought), foot);
        holder.append(quote);
      }
      if (more) holder.append(element("p", this.words.say("evidence_more", { n: more }), "soft"));
    } catch (error) {
      holder.replaceChildren(element("p", this.words.say("failed", { why: String(error) }), "soft"));
    }
  }
  private namesOf(index: number): string[] {
    const node = this.graph.nodes[index];
    const names = [node.name, ...node.aliases];
    if (node.kind === "Region") names.push(...names.map((name) => name.replace(/(?:自治州|自治区|特别行政区|省|市|区|县|盟|旗)$/u, "")));
    return names;
  }
}

/** The sentence with the words sought marked. */
function marked(sentence: string, words: string[]): HTMLElement {
  const paragraph = element("p");
  const line = element("bdi");
  const sought = [...new Set(words.filter((word) => word.length > 1))].sort((a, b) => b.length - a.length);
  let at = 0;
  while (at < sentence.length) {
    let best = -1, found = "";
    for (const word of sought) {
      const where = sentence.indexOf(word, at);
      if (where >= 0 && (best < 0 || where < best)) { best = where; found = word; }
    }
    if (best < 0) break;
    line.append(sentence.slice(at, best), element("mark", found));
    at = best + found.length;
  }
  line.append(sentence.slice(at));
  paragraph.append(line);
  return paragraph;
}
