// What is shown, as files.
import { Filters } from "./filters";
import { Source } from "./source";
import { View } from "./view";
import { Words } from "./words";
import { rowsOf, FONT } from "./labels";
import { save } from "./dom";

/** A cell that no spreadsheet takes for a formula. */
function cell(value: unknown): string {
  let text = value === null || value === undefined ? "" : String(value);
  if (/^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
// A byte order mark first: without it spreadsheets read Chinese as something else.
const csv = (rows: unknown[][]) => new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });

export function nodesCsv(view: View, words: Words, title: string): void {
  const rows: unknown[][] = [["id", "label", "name", "aliases", "x", "y"]];
  for (const key of view.shownNodes) {
    const { node } = view.scene.items.get(key)!;
    const at = view.net.hasNode(key) ? view.net.getNodeAttributes(key) : { x: "", y: "" };
    rows.push([node.id, node.kind, node.name, node.aliases.join("；"), at.x, at.y]);
  }
  save(`${title}-${words.say("export_nodes")}.csv`, csv(rows));
}

export async function edgesCsv(view: View, source: Source, filters: Filters, words: Words, title: string): Promise<void> {
  const rows: unknown[][] = [["source_id", "source", "type", "note", "target_id", "target", "first_seen", "last_seen", "articles", "confidence", "sentence", "article", "medium", "date", "url"]];
  const { nodes } = source.graph;
  for (const key of view.shownLinks.keys()) {
    for (const fact of view.scene.links.get(key)!.facts) {
      if (!filters.passes(fact)) continue;
      const from = nodes[fact.from], to = nodes[fact.to];
      // A served graph would be asked once an edge: sentences then only for what a person can read anyway.
      const proof = source.whole || view.shownLinks.size <= 500 ? (await source.evidence(fact)).list[0] : undefined;
      rows.push([from.id, from.name, fact.type, fact.note, to.id, to.name, fact.first, fact.last, fact.weight, fact.confidence, proof?.sentence, proof?.title, proof?.medium, proof?.date, proof?.url]);
    }
  }
  save(`${title}-${words.say("export_edges")}.csv`, csv(rows));
}

export function png(view: View, title: string): void {
  view.picture().toBlob((blob) => { if (blob) save(`${title}.png`, blob); });
}

const xml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export function svgText(view: View, words: Words): string {
  const { clientWidth: wide, clientHeight: high } = document.getElementById("graph")!;
  const out = [`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">`, `<rect width="100%" height="100%" fill="${view.css("--ground")}"/>`];
  const two = (value: number) => value.toFixed(1);
  for (const [key, shown] of view.shownLinks) {
    const link = view.scene.links.get(key)!;
    const a = view.at(link.a), b = view.at(link.b), m = view.middle(link);
    if (!a || !b || !m) continue;
    const colour = words.factColour(link.facts.find((fact) => fact.index === shown.lead)!);
    const bend = { x: 2 * m.x - (a.x + b.x) / 2, y: 2 * m.y - (a.y + b.y) / 2 };
    out.push(`<path d="M${two(a.x)} ${two(a.y)}Q${two(bend.x)} ${two(bend.y)} ${two(b.x)} ${two(b.y)}" fill="none" stroke="${colour}" stroke-opacity="0.7" stroke-width="${two(1 + Math.log2(shown.weight))}"/>`);
  }
  for (const key of view.shownNodes) {
    const at = view.at(key), { node } = view.scene.items.get(key)!;
    if (at) out.push(`<circle cx="${two(at.x)}" cy="${two(at.y)}" r="${two(at.size)}" fill="${words.kindColour(node.kind)}"><title>${xml(node.name)}</title></circle>`);
  }
  out.push(`<g font-family="${xml(FONT)}" font-size="12.5" text-anchor="middle" fill="${view.css("--text")}" stroke="${view.css("--ground")}" stroke-width="3" paint-order="stroke">`);
  for (const key of view.shownNodes) {
    const at = view.at(key), { node } = view.scene.items.get(key)!;
    if (at && view.shownNodes.size <= 400) rowsOf(node.name).forEach((row, n) => out.push(`<text x="${two(at.x)}" y="${two(at.y + at.size + 13 + n * 15)}">${xml(row)}</text>`));
  }
  out.push("</g></svg>");
  return out.join("\n");
}

export function svgFile(view: View, words: Words, title: string): void {
  save(`${title}.svg`, new Blob([svgText(view, words)], { type: "image/svg+xml" }));
}
