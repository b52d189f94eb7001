// What the user has chosen, and the link that restores it.
import { FactType, Kind } from "./graph";

export type Mode = "overview" | "detail" | "all" | "map";
export type Level = "auto" | "province" | "prefecture" | "county";
export type Measure = "degree" | "weight" | "betweenness" | "pagerank" | "none";

export interface State {
  lang: "zh" | "en";
  dark: boolean;
  mode: Mode;
  level: Level;
  shown: string[]; // ids of the nodes of the detail view
  pinned: Set<string>;
  selected: string | null; // key of a node or of a line of the scene
  hiddenKinds: Set<Kind>;
  hiddenTypes: Set<FactType>;
  hiddenModes: Set<string>;
  confidence: number; // percent
  province: string; // id of a region, or ""
  from: number | null; // month
  to: number | null;
  undated: boolean;
  measure: Measure;
  communities: boolean;
  camera: { x: number; y: number; ratio: number } | null;
}

export function initialState(lang: "zh" | "en"): State {
  return {
    lang, dark: window.matchMedia("(prefers-color-scheme: dark)").matches, mode: "overview", level: "auto", shown: [],
    pinned: new Set(), selected: null, hiddenKinds: new Set(), hiddenTypes: new Set(), hiddenModes: new Set(),
    confidence: 0, province: "", from: null, to: null, undated: true, measure: "weight", communities: false, camera: null,
  };
}

/** Longer lists make links that programs cut off. */
const LONGEST = 300;

export function toHash(state: State): string {
  const out = new URLSearchParams();
  out.set("v", state.mode);
  if (state.level !== "auto") out.set("level", state.level);
  if (state.mode === "detail") out.set("n", state.shown.slice(0, LONGEST).join("\n"));
  if (state.pinned.size) out.set("pin", [...state.pinned].join("\n"));
  if (state.selected) out.set("sel", state.selected);
  if (state.hiddenKinds.size) out.set("hk", [...state.hiddenKinds].join(","));
  if (state.hiddenTypes.size) out.set("ht", [...state.hiddenTypes].join(","));
  if (state.hiddenModes.size) out.set("hm", [...state.hiddenModes].join(","));
  if (state.confidence) out.set("c", String(state.confidence));
  if (state.province) out.set("p", state.province);
  if (state.from !== null || state.to !== null) out.set("t", `${state.from ?? ""}-${state.to ?? ""}`);
  if (!state.undated) out.set("u", "0");
  if (state.measure !== "weight") out.set("m", state.measure);
  if (state.communities) out.set("com", "1");
  if (state.camera) out.set("cam", [state.camera.x, state.camera.y, state.camera.ratio].map((value) => value.toFixed(4)).join(","));
  out.set("lang", state.lang);
  out.set("theme", state.dark ? "dark" : "light");
  return out.toString();
}

export function fromHash(state: State, hash: string): void {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const list = (key: string, mark: string) => (given.get(key) ?? "").split(mark).filter(Boolean);
  const oneOf = <T extends string>(key: string, allowed: readonly T[], other: T): T =>
    allowed.includes(given.get(key) as T) ? (given.get(key) as T) : other;
  state.mode = oneOf("v", ["overview", "detail", "all", "map"] as const, state.mode);
  state.level = oneOf("level", ["auto", "province", "prefecture", "county"] as const, "auto");
  state.shown = list("n", "\n");
  state.pinned = new Set(list("pin", "\n"));
  state.selected = given.get("sel");
  state.hiddenKinds = new Set(list("hk", ",") as Kind[]);
  state.hiddenTypes = new Set(list("ht", ",") as FactType[]);
  state.hiddenModes = new Set(list("hm", ","));
  const number = Number(given.get("c"));
  state.confidence = Number.isFinite(number) ? Math.min(100, Math.max(0, number)) : 0;
  state.province = given.get("p") ?? "";
  const time = /^(\d*)-(\d*)$/.exec(given.get("t") ?? "");
  state.from = time && time[1] ? Number(time[1]) : null;
  state.to = time && time[2] ? Number(time[2]) : null;
  state.undated = given.get("u") !== "0";
  state.measure = oneOf("m", ["degree", "weight", "betweenness", "pagerank", "none"] as const, "weight");
  state.communities = given.get("com") === "1";
  const camera = (given.get("cam") ?? "").split(",").map(Number);
  state.camera = camera.length === 3 && camera.every(Number.isFinite) ? { x: camera[0], y: camera[1], ratio: camera[2] } : null;
  state.lang = oneOf("lang", ["zh", "en"] as const, state.lang);
  if (given.has("theme")) state.dark = given.get("theme") === "dark";
}
