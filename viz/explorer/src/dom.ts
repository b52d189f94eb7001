// Small helpers for elements. Text goes in through textContent only.
export const byId = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text?: string | null, className?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function button(text: string, act: () => void, className = ""): HTMLButtonElement {
  const made = element("button", text, className);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
export function svg(tag: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A coloured dot or line for the legend. */
export function swatch(colour: string, line = false): SVGElement {
  const made = svg("svg", { viewBox: "-11 -7 22 14", class: "swatch", "aria-hidden": "true" });
  made.append(line ? svg("line", { x1: -10, x2: 10, y1: 0, y2: 0, stroke: colour, "stroke-width": 3 }) : svg("circle", { r: 5.6, fill: colour }));
  return made;
}

export const cut = (text: string, size: number) => ([...text].length > size ? `${[...text].slice(0, size).join("")}…` : text);

export function save(name: string, content: Blob): void {
  const link = element("a");
  link.href = URL.createObjectURL(content);
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_").slice(0, 120);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
