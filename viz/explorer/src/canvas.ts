// Sigma without what this page draws itself or does not need at once: every WebGL program and every canvas
// of the window's size costs time before the first picture.
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, EdgeProgramType, EdgeRectangleProgram, NodeProgramType } from "sigma/rendering";
import { Settings } from "sigma/settings";
import EdgeCurveProgram from "@sigma/edge-curve";

const EDGES = { line: EdgeRectangleProgram, thin: EdgeLineProgram, curve: EdgeCurveProgram };
export type EdgeKind = keyof typeof EDGES;
/** Layers of sigma's for names and for the node under the pointer: an overlay of ours shows both. */
const UNUSED = ["labels", "edgeLabels", "hovers", "hoverNodes"];

/** A program that draws nothing and compiles nothing. */
class Nothing {
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}

export class Canvas extends Sigma {
  private edgeKinds: Partial<Record<EdgeKind, EdgeProgramType>> = {};

  constructor(net: UndirectedGraph, container: HTMLElement, settings: Partial<Settings>) {
    const nothing = Nothing as unknown;
    super(net, container, {
      ...settings,
      renderLabels: false,
      renderEdgeLabels: false,
      defaultDrawNodeHover: () => undefined,
      nodeHoverProgramClasses: { circle: nothing as NodeProgramType },
      edgeProgramClasses: { arrow: nothing as EdgeProgramType, line: nothing as EdgeProgramType },
    });
  }

  /** Makes lines of a kind drawable. */
  need(kind: EdgeKind): void {
    if (this.edgeKinds[kind]) return;
    this.edgeKinds = { ...this.edgeKinds, [kind]: EDGES[kind] };
    this.setSetting("edgeProgramClasses", { ...this.getSetting("edgeProgramClasses"), ...this.edgeKinds });
  }

  /** Whether lines take clicks. */
  clickable(on: boolean): void {
    if (this.getSetting("enableEdgeEvents") !== on) this.setSetting("enableEdgeEvents", on);
  }

  resize(force?: boolean): this {
    super.resize(force);
    const canvases = this.getCanvases();
    for (const layer of UNUSED) {
      const canvas = canvases[layer];
      if (!canvas || canvas.width === 1) continue;
      canvas.width = canvas.height = 1;
      canvas.style.display = "none";
    }
    return this;
  }

  /** Draws again where the container has another size than the picture. */
  fitContainer(): void {
    const { width, height } = this.getDimensions();
    this.resize();
    const now = this.getDimensions();
    if (now.width !== width || now.height !== height) this.refresh();
  }
}
