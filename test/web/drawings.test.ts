import { describe, expect, it } from "vitest";
import { openGraphviz } from "../../src/cli/site/open-graphviz.ts";
import type { Edge } from "../../src/model/generated/registry.ts";
import { eventChart } from "../../src/web/changes/event-chart.ts";
import type { Graph } from "../../src/web/graph.ts";
import { markupOf } from "../../src/web/html.ts";
import { graphDrawing } from "../../src/web/parts/graph-drawing.ts";
import { timeChart } from "../../src/web/parts/time-chart.ts";
import { projectedPoints } from "../../src/web/places/projected-points.ts";
import { nearestLinks } from "../../src/web/vendors/nearest-links.ts";

describe("companies near another", () => {
  it("are those two links away, without what its holder holds besides", () => {
    const { entities, left } = nearestLinks("vendor:it", [
      edge("vendor:holder", "owns", "vendor:it"),
      edge("vendor:holder", "owns", "vendor:sister"),
      edge("body:state", "controls", "vendor:holder"),
      edge("body:above", "controls", "body:state"),
      edge("vendor:agent", "agent_of", "vendor:it"),
      edge("vendor:agent", "agent_of", "vendor:other"),
      edge("vendor:it", "owns", "vendor:child"),
      edge("vendor:child", "owns", "vendor:grandchild"),
      edge("vendor:grandchild", "owns", "vendor:far"),
    ]);
    expect([...entities].sort()).toEqual([
      "body:state",
      "vendor:agent",
      "vendor:child",
      "vendor:grandchild",
      "vendor:holder",
      "vendor:it",
      "vendor:other",
    ]);
    expect(left).toBe(0);
  });

  it("are no more than a drawing can hold, the rest counted, and no link leads to one left out", () => {
    const many = Array.from({ length: 40 }, (_, index) => edge("vendor:it", "owns", `vendor:c${index}`));
    const { entities, edges, left } = nearestLinks("vendor:it", many);
    expect(entities.length + left).toBe(41);
    expect(edges.length).toBe(entities.length - 1);
  });
});

describe("a drawing of a graph", async () => {
  const layOut = await openGraphviz();
  const graph: Graph = {
    nodes: [
      { id: "a", lines: ['<b>"A" & \\N\\n'] },
      { id: "b", lines: ["Company", "of two lines"] },
      { id: "c", lines: ["חברה"] },
    ],
    links: [
      { from: "a", to: "b", lines: ["owns", "40%"] },
      { from: "c", to: "b", lines: ["supplies"] },
      { from: "b", to: "b", lines: ["itself"] },
    ],
  };

  it("has a box for each node and a line with an arrow for each link, inside it and apart", () => {
    const { width, height, boxes, lines } = layOut(graph);
    expect([boxes.length, lines.length]).toEqual([3, 3]);
    for (const { middle, width: wide, height: high } of boxes) {
      expect(middle[0] - wide / 2).toBeGreaterThanOrEqual(-1);
      expect(middle[0] + wide / 2).toBeLessThanOrEqual(width + 1);
      expect(middle[1] + high / 2).toBeLessThanOrEqual(height + 1);
    }
    for (const { curve, arrow } of lines) {
      expect(curve.length % 3).toBe(1);
      expect(arrow.length).toBeGreaterThan(2);
    }
    const [a, , c] = boxes;
    expect(Math.abs((a?.middle[0] ?? 0) - (c?.middle[0] ?? 0))).toBeGreaterThan((a?.width ?? 0) / 2);
    expect(layOut(graph)).toEqual(layOut(structuredClone(graph)));
  });

  it("stands on its side where it would be too wide", () => {
    const nodes = Array.from({ length: 14 }, (_, index) => ({
      id: `n${index}`,
      lines: ["A name of some length"],
    }));
    const links = nodes.slice(1).map(({ id }) => ({ from: "n0", to: id, lines: ["owns"] }));
    const { width, height } = layOut({ nodes, links });
    expect(width).toBeLessThan(780);
    expect(height).toBeGreaterThan(width / 2);
  });

  it("has a name, escapes what it shows, and needs no style of its own", () => {
    const kinds = { nodes: ["node own", "node", "node"], links: ["link", "link over", "link"] };
    const text = markupOf(graphDrawing(graph, layOut(graph), kinds, 'Links of "A"'));
    expect(text).toContain('role="img" aria-label="Links of &quot;A&quot;"');
    expect(text).toContain("&lt;b&gt;&quot;A&quot; &amp; \\N\\n</text>");
    expect(text).not.toMatch(/ style=|<a |tabindex="0"[^>]*role="img"/);
  });
});

describe("points on a map", () => {
  const point = (lat: number, lon: number) => ({
    path: "p",
    name: "n",
    verdict: "pass" as const,
    places: 1,
    lat,
    lon,
  });

  it("lie north above south and east right of west, on the map and a finger apart", () => {
    const points = [
      point(33, 35),
      point(31, 35),
      point(32, 34.5),
      point(32, 35.5),
      point(32.001, 35.5),
      point(32.002, 35.5),
    ];
    const { at, width, height } = projectedPoints(points);
    const [north, south, west, east] = at;
    expect(north?.[1]).toBeLessThan(south?.[1] ?? 0);
    expect(west?.[0]).toBeLessThan(east?.[0] ?? 0);
    for (const [x, y] of at) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
    const distances = at.flatMap(([x, y], index) =>
      at.slice(index + 1).map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y)),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(24);
  });

  it("can be one alone, or two in one place", () => {
    for (const points of [[point(32, 35)], [point(32, 35), point(32, 35)]]) {
      const { at, grid, height } = projectedPoints(points);
      expect([...at.flat(), height].every((value) => Number.isFinite(value))).toBe(true);
      expect(grid).not.toContain("NaN");
    }
  });
});

describe("a line of time", () => {
  it("puts days where they fall, those ahead hollow, and months as bars", () => {
    const text = markupOf(
      timeChart(
        {
          years: [2026, 2027],
          asOf: "2026-07-02",
          lanes: [{ title: "Rules <x>", dates: ["2026-01-01", "2027-01-01", "2027-01-01", "2027-06"] }],
        },
        "Dates",
      ),
    );
    expect(text).toContain("Rules &lt;x&gt;");
    expect(text).toContain('<circle class="past" cx="0.00%" cy="13" r="4.5"/>');
    expect(text).toContain('<circle class="ahead" cx="50.00%" cy="13" r="5.5"/>');
    expect(text).toContain('<line class="ahead" x1="70.68%" x2="74.79%"');
    expect(text).toContain('class="today" x1="24.93%"');
  });

  it("counts the events that it does not draw, and is left out where it draws none", () => {
    const on = (date: string) => ({ date, what: "on-version" as const, which: "x" });
    const asOf = { asOf: "2026-11-23" };
    const text = markupOf(eventChart([on("2010-01-01"), on("2011"), on("2026-01-01")], asOf, "en"));
    expect(text).toContain("2 earlier events");
    expect(text.match(/<circle/g)).toHaveLength(1);
    expect(markupOf(eventChart([on("2010-01-01")], asOf, "en"))).toBe("");
  });
});

function edge(from: string, kind: Edge["kind"], to: string): Edge {
  return { from, kind, to, from_date: null, to_date: null, confidence: "high", sources: ["s"] };
}
