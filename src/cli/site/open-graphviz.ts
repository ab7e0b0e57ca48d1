import { instance } from "@viz-js/viz";
import type { Graph, GraphLayout, LayOut, Point } from "../../web/graph.ts";

/** Size of text in the drawings; the style sheet shows them with the same. */
const NAME_SIZE = 14;
const LABEL_SIZE = 12;

/** A drawing that is wider is tried from the left to the right too: the names then stand below each other. */
const WIDE = 780;

/** Graphviz, which finds places for graphs; starting it takes its time, asking it does not. */
export async function openGraphviz(): Promise<LayOut> {
  const graphviz = await instance();
  const layOut = (graph: Graph, rankdir: "TB" | "LR") =>
    // What Graphviz prints as JSON is in the form its manual gives for `-Tjson`.
    layoutOf(graphviz.renderJSON(inputOf(graph, rankdir), { engine: "dot" }) as Drawn, graph);
  return (graph) => {
    const down = layOut(graph, "TB");
    if (down.width <= WIDE) return down;
    const across = layOut(graph, "LR");
    return across.width < down.width ? across : down;
  };
}

function inputOf({ nodes, links }: Graph, rankdir: "TB" | "LR") {
  return {
    graphAttributes: { rankdir, nodesep: rankdir === "TB" ? 0.3 : 0.15, ranksep: 0.45 },
    nodeAttributes: { shape: "box", fontname: "Arial", fontsize: NAME_SIZE, margin: "0.14,0.09" },
    edgeAttributes: { fontname: "Arial", fontsize: LABEL_SIZE },
    nodes: nodes.map(({ id, lines }) => ({ name: id, attributes: { label: labelOf(lines) } })),
    edges: links.map(({ from, to, lines }) => ({
      tail: from,
      head: to,
      attributes: { label: labelOf(lines.map((line) => ` ${line} `)) },
    })),
  };
}

/** Graphviz reads `\n` in a label as the end of a line, and `\N` and others as names. */
function labelOf(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll("\\", "\\\\")).join("\\n");
}

interface Drawn {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly pos: string;
    readonly width: string;
    readonly height: string;
  }[];
  readonly edges?: readonly {
    readonly lp: string;
    readonly _draw_: readonly Operation[];
    readonly _hdraw_: readonly Operation[];
  }[];
}

interface Operation {
  readonly op: string;
  readonly points?: readonly Point[];
}

/** Graphviz measures boxes in inches of 72 points, and upwards. */
const INCH = 72;

function layoutOf({ bb, objects = [], edges = [] }: Drawn, { nodes }: Graph): GraphLayout {
  const [, , width = 0, height = 0] = bb.split(",").map(Number);
  const down = ([x, y]: Point): Point => [round(x), round(height - y)];
  const read = (position: string): Point => {
    const [x = 0, y = 0] = position.split(",").map(Number);
    return down([x, y]);
  };
  const pointsOf = (operations: readonly Operation[], op: string) =>
    (operations.find((one) => one.op === op)?.points ?? []).map(down);
  const byName = new Map(objects.map((object) => [object.name, object]));
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: nodes.map(({ id }) => {
      const box = byName.get(id);
      if (box === undefined) throw new Error(`Graphviz left out ${id}`);
      return {
        middle: read(box.pos),
        width: round(Number(box.width) * INCH),
        height: round(Number(box.height) * INCH),
      };
    }),
    lines: edges.map(({ lp, _draw_: line, _hdraw_: head }) => ({
      curve: pointsOf(line, "b"),
      arrow: pointsOf(head, "P"),
      label: read(lp),
    })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
