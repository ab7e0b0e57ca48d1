import type { Graph, GraphLayout, Point } from "../graph.ts";
import { type Html, html } from "../html.ts";

/** Height of a line of text, by what it stands in. */
const NAME_LINE = 17;
const LABEL_LINE = 14.4;

/** Class names for boxes and lines, in the order of the nodes and links of the graph. */
export interface GraphKinds {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
}

/** A graph as a picture named by `label`; what it shows must stand beside it in words. It scrolls where it is too wide. */
export function graphDrawing(graph: Graph, layout: GraphLayout, kinds: GraphKinds, label: string): Html {
  const { width, height, boxes, lines } = layout;
  return html`<div class="scroll" tabindex="0">
<svg class="graph" role="img" aria-label="${label}" direction="ltr" width="${width + 4}" height="${height + 4}" viewBox="-2 -2 ${width + 4} ${height + 4}">
${lines.map(
  ({ curve, arrow, label: place }, index) => html`<g class="${kinds.links[index] ?? ""}">
<path d="${curveOf(curve)}"/><polygon points="${arrow.map(([x, y]) => `${x},${y}`).join(" ")}"/>
${textLines(graph.links[index]?.lines ?? [], place, LABEL_LINE)}
</g>
`,
)}${boxes.map(
  ({ middle: [x, y], width: wide, height: high }, index) => html`<g class="${kinds.nodes[index] ?? ""}">
<rect x="${(x - wide / 2).toFixed(1)}" y="${(y - high / 2).toFixed(1)}" width="${wide}" height="${high}" rx="3"/>
${textLines(graph.nodes[index]?.lines ?? [], [x, y], NAME_LINE)}
</g>
`,
)}</svg>
</div>`;
}

function curveOf([start, ...rest]: readonly Point[]): string {
  if (start === undefined) return "";
  return `M${start.join(",")}C${rest.map((point) => point.join(",")).join(" ")}`;
}

/** Lines of text around a middle. */
function textLines(lines: readonly string[], [x, y]: Point, height: number): readonly Html[] {
  const first = y - ((lines.length - 1) * height) / 2 + height * 0.3;
  return lines.map(
    (line, index) =>
      html`<text x="${x}" y="${(first + index * height).toFixed(1)}" text-anchor="middle">${line}</text>`,
  );
}
