import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/model/document.ts";
import type { Cell } from "../../src/model/row.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { factsOf, manifest, plain } from "./facts-of.ts";

function links(...lines: readonly string[]): string {
  return `system: { interfaces: [${lines.map((line) => `{ ${line} }`).join(", ")}] }\n`;
}

const HUB = "il-9901-hub";

function hub(...lines: readonly string[]): Manifest {
  return manifest(links(...lines), "", { id: HUB });
}

/** A fact of the first link of a manifest that is judged beside others. */
function linkFact(
  fact: string,
  own: string,
  others: readonly Manifest[],
  more?: Partial<Surroundings>,
): Cell {
  const judged = manifest(own);
  const surroundings = { manifests: [judged, ...others], ...more };
  const [row] = factsOf(judged, { surroundings }).rows("interface");
  if (row === undefined) throw new Error("no link");
  return row.cell(fact);
}

describe("the other end of a link", () => {
  it.for([
    ["the id of another manifest", `to: ${HUB}`, "manifest"],
    ["an outside body", "to: external:il-police-district", "external"],
    ["a supplier by its id", "to: vendor:plain", "external"],
    ["an id that no manifest has", "to: il-9901-nowhere", "missing"],
    ["a word that names nobody", "to: the cloud", "missing"],
    ["a scheme nobody knows", "to: https:somewhere", "missing"],
    ["the municipality itself", "to: self", "missing"],
    ["a blank", "to: null", "unknown"],
  ] as const)("%s", ([, line, expected]) => {
    expect(plain(linkFact("interface.target", links(line), [hub()]).value)).toBe(expected);
  });

  it("names the file of the other manifest", () => {
    expect(linkFact("interface.target", links(`to: ${HUB}`), [hub()]).elsewhere).toEqual([
      { file: `manifests/${HUB}.yaml`, at: "/metadata/id" },
    ]);
  });

  it("is unknown while a file that may be the missing manifest cannot be read", () => {
    const unread = ["manifests/broken.yaml"];
    const cell = linkFact("interface.target", links("to: il-9901-nowhere"), [], { unread });
    expect([plain(cell.value), cell.elsewhere]).toEqual([
      "unknown",
      [{ file: "manifests/broken.yaml", at: "" }],
    ]);
    expect(linkFact("interface.target", links(`to: ${HUB}`), [hub()], { unread }).value).toBe("manifest");
  });
});

describe("the same link in the other manifest", () => {
  const back = "to: il-9901-test";
  it.for([
    ["out here and in there", "direction: out", [`${back}, direction: in`], true],
    ["in here and out there", "direction: in", [`${back}, direction: out`], true],
    ["both here and both there", "direction: both", [`${back}, direction: both`], true],
    [
      "both here, in two lines there",
      "direction: both",
      [`${back}, direction: in`, `${back}, direction: out`],
      true,
    ],
    ["out at both ends", "direction: out", [`${back}, direction: out`], false],
    ["out here, both there", "direction: out", [`${back}, direction: both`], false],
    ["both here, in there", "direction: both", [`${back}, direction: in`], false],
    ["no link back", "direction: out", ["to: external:il-police-district, direction: in"], false],
    ["no link at all there", "direction: out", [], false],
    [
      "what passes has another name",
      "direction: out, kind: video_feed",
      [`${back}, direction: in, kind: commands`],
      false,
    ],
    [
      "what passes has one name",
      "direction: out, kind: Video_feed",
      [`${back}, direction: in, kind: video_feed`],
      true,
    ],
    ["what passes is blank there", "direction: out, kind: video_feed", [`${back}, direction: in`], true],
    ["a blank direction here", "direction: null", [`${back}, direction: in`], "unknown"],
    ["a blank direction there", "direction: out", [`${back}, direction: null`], "unknown"],
    ["a link there whose end is blank", "direction: out", ["to: null, direction: in"], "unknown"],
  ] as const)("%s", ([, own, there, expected]) => {
    expect(plain(linkFact("interface.mirrored", links(`to: ${HUB}, ${own}`), [hub(...there)]).value)).toBe(
      expected,
    );
  });

  it("is in one line there where it is in two here", () => {
    const own = links(`to: ${HUB}, direction: out`, `to: ${HUB}, direction: in`);
    expect(linkFact("interface.mirrored", own, [hub(`${back}, direction: both`)]).value).toBe(true);
  });

  it("is unknown where the other manifest does not say what it is linked to", () => {
    const other = manifest("", "", { id: HUB });
    const cell = linkFact("interface.mirrored", links(`to: ${HUB}, direction: out`), [other]);
    expect(plain(cell.value)).toBe("unknown");
  });

  it.for([
    ["leads outside", "to: external:il-police-district", {}, false],
    ["leads nowhere", "to: il-9901-nowhere", {}, false],
    [
      "may lead to a file nobody can read",
      "to: il-9901-nowhere",
      { unread: ["manifests/x.yaml"] },
      "unknown",
    ],
    ["is blank", "to: null", {}, "unknown"],
  ] as const)("does not exist where the link %s", ([, line, more, expected]) => {
    const cell = linkFact("interface.mirrored", links(`${line}, direction: out`), [], more);
    expect(plain(cell.value)).toBe(expected);
  });

  it("has to stand in every manifest with that id", () => {
    const two = [
      hub(`${back}, direction: in`),
      { ...hub(`${back}, direction: out`), file: "manifests/second.yaml" },
    ];
    const cell = linkFact("interface.mirrored", links(`to: ${HUB}, direction: out`), two);
    expect([cell.value, cell.elsewhere]).toEqual([
      false,
      [
        { file: `manifests/${HUB}.yaml`, at: "/system/interfaces/0/direction" },
        { file: "manifests/second.yaml", at: "/system/interfaces/0/direction" },
      ],
    ]);
  });
});

describe("a link that only the other end declares", () => {
  const found = (own: string, others: readonly Manifest[]) => {
    const judged = manifest(own);
    return factsOf(judged, { surroundings: { manifests: [judged, ...others] } })
      .rows("interface")
      .filter(({ written }) => !written)
      .map((row) => [
        row.key,
        row.pointer,
        ...["recipient", "target", "mirrored"].map((fact) => plain(row.cell(`interface.${fact}`).value)),
      ]);
  };
  const towards = "to: il-9901-test, kind: video_feed, direction: out";
  const expected = [[`${HUB} video_feed`, "/system/interfaces", "own", "manifest", false]];
  const other = "to: external:il-police-district, direction: out";

  it.for([
    ["has no links", links(), [hub(towards)], expected],
    ["has another link", links(other), [hub(towards)], expected],
    ["declares it", links(`to: ${HUB}, kind: video_feed, direction: in`), [hub(towards)], []],
    ["declares it with another direction", links(`to: ${HUB}, direction: out`), [hub(towards)], []],
    [
      "declares another to the same, which answers",
      links(`to: ${HUB}, kind: commands`),
      [hub(towards, "to: il-9901-test, kind: commands")],
      expected,
    ],
    [
      "declares another to the same, which does not answer",
      links(`to: ${HUB}, kind: commands`),
      [hub(towards)],
      [],
    ],
    ["leaves the end of a link blank", links("to: null"), [hub(towards)], []],
    [
      "is told of it in two lines",
      links(),
      [hub(towards, "to: il-9901-test, kind: Video_feed, direction: in")],
      expected,
    ],
    ["is not what the other is linked to", links(), [hub("to: il-9901-else, direction: out")], []],
  ] as const)("is found where this manifest %s, or not", ([, own, others, rows]) => {
    expect(found(own, others)).toEqual(rows);
  });

  it("is none of a system that is gone, and none where the list is blank", () => {
    const gone = manifest(links(towards), "", { id: HUB, status: "decommissioned" });
    expect(found(links(), [gone])).toEqual([]);
    expect(found("", [hub(towards)]).map(([key]) => key)).toEqual(["interface"]);
  });

  it("names the line of the other manifest", () => {
    const judged = manifest(links());
    const facts = factsOf(judged, { surroundings: { manifests: [judged, hub(other, towards)] } });
    const [row] = facts.rows("interface");
    expect(row?.cell("interface.mirrored").elsewhere).toEqual([
      { file: `manifests/${HUB}.yaml`, at: "/system/interfaces/1" },
    ]);
  });
});
