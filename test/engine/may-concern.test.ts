import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayConcern } from "../../src/engine/may-concern.ts";
import { linkedLights, manifestFrom } from "../load-repository.ts";
import { fileOf, textOf } from "./report-on.ts";

const text = textOf("policies/example.yaml");
const judged = read(text.replace("interfaces: []", "interfaces: [{ to: il-0070-bus-gate, kind: plates }]"));
const concerns = mayConcern([judged]);
const other = linkedLights()
  .replaceAll("9900", "1234")
  .replace("to: il-1234-cam-market", "to: external:il-other-grid");

/** As another file might be written, and still say the same. */
const SAME = [
  ["plain", (word: string) => word],
  ["in quotes", (word: string) => `'${word}'`],
  ["with an escape", (word: string) => `"\\x${word.charCodeAt(0).toString(16)}${word.slice(1)}"`],
] as const;

describe("a code", () => {
  it.for([
    ["without the zeros of the other", "0070", "70", true],
    ["with more zeros than the other", "70", "00070", true],
    ["of national bodies", "gov", "gov", true],
    ["that ends with the other", "70", "9970", false],
  ] as const)("%s", ([, code, written, expected]) => {
    const mine = read(text.replace('cbs_code: "9900"', `cbs_code: "${code}"`));
    const file = fileOf("manifests/o.yaml", other.replace('"1234"', `"${written}"`));
    expect(mayConcern([mine])(file)).toBe(expected);
  });
});

describe("a manifest file that may bear on a judged one", () => {
  it.for([
    ["is of its municipality", other.replace('cbs_code: "1234"', 'cbs_code: "9900"'), true],
    ["writes the municipality with a zero before it", other.replace('"1234"', '"09900"'), true],
    ["is what it links to", other.replace("il-1234-lights-ring", "il-0070-bus-gate"), true],
    ["links to it", other.replace("external:il-other-grid", "il-9900-cam-market"), true],
    ["is another town's", other, false],
    ["has the digits in a longer number", other.replace("value_nis: 180000", "value_nis: 1990000"), false],
  ] as const)("%s", ([, text, expected]) => {
    expect(concerns(fileOf("manifests/other.yaml", text))).toBe(expected);
  });

  it("is looked into where it may hide what it says", () => {
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...[...other].flatMap((char) => [char.charCodeAt(0) & 0xff, 0]),
    ]);
    expect(concerns({ file: "manifests/wide.yaml", bytes, mode: "100644" })).toBe(true);
    expect(concerns(fileOf("manifests/link.yaml", "elsewhere", "120000"))).toBe(true);
  });

  it("is never passed over, however its municipality is written", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 99_999 }),
        fc.constantFrom(...SAME),
        fc.nat({ max: 3 }),
        (code, [, write], zeros) => {
          const digits = String(code).padStart(4, "0");
          const mine = read(text.replace('cbs_code: "9900"', `cbs_code: "${digits.slice(0, 5)}"`));
          const written = `${"0".repeat(zeros)}${digits}`.slice(-5);
          const file = fileOf("manifests/o.yaml", other.replace('"1234"', write(written)));
          expect(mayConcern([mine])(file)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function read(text: string) {
  const loaded = manifestFrom(text);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.document;
}
