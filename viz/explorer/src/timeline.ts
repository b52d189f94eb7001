// The time slider: a histogram of months, two handles, and a play button that moves a window along.
import { Graph } from "./graph";
import { State } from "./state";
import { Words } from "./words";
import { byId, svg } from "./dom";

export class Timeline {
  private low = 0;
  private high = 0;
  private timer: number | null = null;

  constructor(private readonly graph: Graph, private readonly state: State, private readonly words: Words, private readonly changed: () => void) {
    for (const key of ["from", "to"] as const) {
      byId<HTMLInputElement>(`time-${key}`).addEventListener("input", () => this.dragged(key));
    }
    byId("play").addEventListener("click", () => this.toggle());
    byId<HTMLInputElement>("undated").addEventListener("change", (event) => {
      state.undated = (event.target as HTMLInputElement).checked;
      changed();
    });
  }

  /** Reads the span of months anew and draws. */
  build(): void {
    let low = Infinity, high = -Infinity;
    for (const fact of this.graph.facts) for (const month of fact.months) { low = Math.min(low, month); high = Math.max(high, month); }
    byId("time").hidden = low >= high;
    if (low > high) return;
    this.low = low;
    this.high = high;
    for (const [key, value] of [["from", this.state.from ?? low], ["to", this.state.to ?? high]] as const) {
      const input = byId<HTMLInputElement>(`time-${key}`);
      input.min = String(low);
      input.max = String(high);
      input.value = String(value);
    }
    byId<HTMLInputElement>("undated").checked = this.state.undated;
    this.draw();
  }

  /** The bars; months outside the time chosen are pale. */
  draw(): void {
    const chart = byId("histogram");
    chart.replaceChildren();
    const months = this.high - this.low + 1;
    const width = Math.max(1, Math.ceil(months / 160)); // months a bar
    const bars = new Array<number>(Math.ceil(months / width)).fill(0);
    for (const fact of this.graph.facts) {
      if (fact.type === "MENTIONS" || fact.type === "PART_OF") continue;
      for (const month of fact.months) bars[Math.floor((month - this.low) / width)] += 1;
    }
    const top = Math.max(1, ...bars);
    chart.setAttribute("viewBox", `0 0 ${bars.length} 40`);
    bars.forEach((count, place) => {
      if (!count) return;
      const month = this.low + place * width;
      const inside = month + width > (this.state.from ?? this.low) && month <= (this.state.to ?? this.high);
      const tall = 3 + 37 * Math.sqrt(count / top);
      const bar = svg("rect", { x: place + 0.08, width: 0.84, y: 40 - tall, height: tall, class: inside ? "in" : "out" });
      const name = svg("title", {});
      name.textContent = `${this.words.month(month)}：${count}`;
      bar.append(name);
      chart.append(bar);
    });
    const from = this.state.from ?? this.low, to = this.state.to ?? this.high;
    byId("time-span").textContent = `${this.words.month(from)} – ${this.words.month(to)}`;
    for (const key of ["from", "to"] as const) {
      byId(`time-${key}`).setAttribute("aria-valuetext", this.words.month(key === "from" ? from : to));
    }
    byId("play").textContent = this.words.say(this.timer === null ? "play" : "pause");
  }

  private dragged(key: "from" | "to"): void {
    const value = Number(byId<HTMLInputElement>(`time-${key}`).value);
    if (key === "from") this.set(value, Math.max(value, this.state.to ?? this.high));
    else this.set(Math.min(value, this.state.from ?? this.low), value);
  }

  set(from: number, to: number): void {
    this.state.from = from <= this.low ? null : from;
    this.state.to = to >= this.high ? null : to;
    byId<HTMLInputElement>("time-from").value = String(from);
    byId<HTMLInputElement>("time-to").value = String(to);
    this.draw();
    this.changed();
  }

  private toggle(): void {
    if (this.timer !== null) { this.stop(); return; }
    const span = this.high - this.low;
    const whole = this.state.from === null && this.state.to === null;
    const size = whole ? Math.max(2, Math.round(span / 6)) : Math.max(0, (this.state.to ?? this.high) - (this.state.from ?? this.low));
    const step = Math.max(1, Math.round(span / 60));
    let at = whole || this.state.to === null ? this.low : this.state.from ?? this.low;
    this.set(at, at + size);
    this.timer = window.setInterval(() => {
      at += step;
      if (at + size > this.high) { this.set(this.high - size, this.high); this.stop(); return; }
      this.set(at, at + size);
    }, 450);
    this.draw();
  }
  stop(): void {
    if (this.timer !== null) window.clearInterval(this.timer);
    this.timer = null;
    this.draw();
  }
}
