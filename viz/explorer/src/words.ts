// Names of things in both languages, colours in both themes.
import themeTable from "../../shared/theme.json";
import sharedStrings from "../../shared/strings.json";
import ownStrings from "../strings.json";
import { Fact, FactType, GraphNode, Kind } from "./graph";
import { State } from "./state";

interface Entry { zh: string; en: string; light?: string; dark?: string }
interface EdgeEntry extends Entry { zh_back: string; en_back: string; light: string; dark: string; width: number; directed: boolean }
interface NodeEntry extends Entry { shape: string; light: string; dark: string }
const nodes = themeTable.nodes as Record<Kind, NodeEntry>;
const edges = themeTable.edges as unknown as Record<FactType, EdgeEntry>;
const values = themeTable.values as Record<string, Record<string, Entry>>;
const properties = themeTable.properties as Record<string, Entry>;
const strings = { ...sharedStrings, ...ownStrings } as Record<string, Entry>;

export const NODE_KINDS = Object.keys(nodes) as Kind[];
export const FACT_TYPES = Object.keys(edges) as FactType[];
export const MODES = Object.keys(values.mode);

export class Words {
  constructor(private readonly state: State) {}

  say(key: string, filled: Record<string, unknown> = {}): string {
    const entry = strings[key];
    if (!entry) throw new Error(`no words for ${key}`);
    return entry[this.state.lang].replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name]));
  }
  kind(kind: Kind): string { return nodes[kind][this.state.lang]; }
  type(type: FactType, back = false): string { return edges[type][back ? (`${this.state.lang}_back` as const) : this.state.lang]; }
  property(key: string): string { return properties[key]?.[this.state.lang] ?? key; }
  value(key: string, value: unknown): string {
    const known = values[key]?.[String(value)];
    return known ? known[this.state.lang] : Array.isArray(value) ? value.join("、") : String(value);
  }
  /** One character that tells what a node is; of a region its level. */
  glyph(node: GraphNode): string {
    if (node.kind === "Region") return { country: "国", province: "省", prefecture: "市", county: "县", township: "镇", zone: "区", cluster: "群" }[String(node.props.level)] ?? "地";
    return { Official: "官", Meeting: "会", Initiative: "举", Organization: "机", Article: "文" }[node.kind];
  }
  note(fact: Fact): string[] {
    const out: string[] = [];
    if (fact.note) out.push(fact.type === "COOPERATES_WITH" ? this.value("mode", fact.note) : fact.note);
    if (fact.status) out.push(this.value("status", fact.status));
    return out;
  }
  period(fact: Fact): string {
    if (!fact.first && !fact.last) return this.say("undated");
    return !fact.last || fact.first === fact.last ? fact.first ?? "" : `${fact.first ?? "…"} – ${fact.last}`;
  }
  month(month: number): string { return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`; }

  kindColour(kind: Kind): string { return this.state.dark ? nodes[kind].dark : nodes[kind].light; }
  typeColour(type: FactType): string { return this.state.dark ? edges[type].dark : edges[type].light; }
  modeColour(mode: string): string {
    const entry = values.mode[mode];
    return (this.state.dark ? entry?.dark : entry?.light) ?? this.typeColour("COOPERATES_WITH");
  }
  factColour(fact: Fact): string {
    return fact.type === "COOPERATES_WITH" && fact.note ? this.modeColour(fact.note) : this.typeColour(fact.type);
  }
  width(type: FactType): number { return edges[type].width; }
  directed(type: FactType): boolean { return edges[type].directed; }
  /** Colours of communities; after twelve they come round again. */
  community(number: number): string {
    return `hsl(${(number * 137.5) % 360} ${this.state.dark ? "62% 66%" : "58% 42%"})`;
  }
}
