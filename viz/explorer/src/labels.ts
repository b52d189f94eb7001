// Names on the canvas: drawn only where they cover no other, the most important first.

export const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';
const latin = /[\p{Script=Latin}\p{Number}.%]/u, opening = /[“‘（《【〈「([]/, closing = /[”’）》】〉」)\]、，。；：！？…·—-]/;

const rows = new Map<string, string[]>();
/** A long name in two rows of nearly equal length, broken neither inside a number nor before a closing mark. */
export function rowsOf(text: string): string[] {
  const known = rows.get(text);
  if (known) return known;
  let chars = [...text];
  if (chars.length > 20) chars = [...chars.slice(0, 19), "…"];
  let best = 0;
  for (let at = 3; chars.length > 9 && at < chars.length - 2; at += 1) {
    const before = chars[at - 1], after = chars[at];
    if ((latin.test(before) && latin.test(after)) || closing.test(after) || opening.test(before)) continue;
    if (!best || Math.abs(at - chars.length / 2) < Math.abs(best - chars.length / 2)) best = at;
  }
  const made = best ? [chars.slice(0, best).join("").trim(), chars.slice(best).join("").trim()] : [chars.join("")];
  rows.set(text, made);
  return made;
}

export type Box = [number, number, number, number];

/** Rectangles already taken, in a grid of cells so that a look-up does not go through all of them. */
export class Room {
  readonly taken: Box[] = [];
  private readonly cells = new Map<number, Box[]>();

  *around(box: Box): Generator<number> {
    for (let x = Math.floor(box[0] / 96); x <= Math.floor(box[2] / 96); x += 1) {
      for (let y = Math.floor(box[1] / 32); y <= Math.floor(box[3] / 32); y += 1) yield x * 4096 + y;
    }
  }
  free(box: Box, gap = 0): boolean {
    const wide: Box = [box[0] - gap, box[1] - gap / 2, box[2] + gap, box[3] + gap / 2];
    for (const cell of this.around(wide)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (wide[0] < other[2] && wide[2] > other[0] && wide[1] < other[3] && wide[3] > other[1]) return false;
      }
    }
    return true;
  }
  take(box: Box, named = true): void {
    if (named) this.taken.push(box);
    for (const cell of this.around(box)) {
      const list = this.cells.get(cell);
      if (list) list.push(box); else this.cells.set(cell, [box]);
    }
  }
}

const widths = new Map<string, number>();
export function widthOf(ctx: CanvasRenderingContext2D, text: string, bold: boolean): number {
  const key = (bold ? "b" : "n") + text;
  let known = widths.get(key);
  if (known === undefined) {
    ctx.font = `${bold ? "600 " : ""}100px ${FONT}`;
    known = ctx.measureText(text).width / 100;
    widths.set(key, known);
  }
  return known;
}
