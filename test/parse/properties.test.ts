import fc from "fast-check";
import { expect, it } from "vitest";
import { findBadCharacters } from "../../src/parse/characters.ts";
import { createLocator } from "../../src/parse/locator.ts";
import { sniffKind } from "../../src/parse/sniff-kind.ts";
import { createTextMap } from "../../src/parse/text-map.ts";
import { loadText, problemsOf, WAIVER } from "./load-text.ts";

const TOKENS = [
  ..."-:?,[]{}&*!|>'\"%#\\~<@` \n\t\r",
  "  ",
  ": ",
  "- ",
  "\n  ",
  "a",
  "kind",
  "0",
  "é",
  "😀",
  "\u200b",
];

const bytes = fc.uint8Array({ maxLength: 200 });
const almostYaml = fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((tokens) => tokens.join(""));
const text = fc.string({ unit: "binary", maxLength: 40 });

it("arbitrary bytes never throw, and are refused with a place and a way out", () => {
  fc.assert(
    fc.property(bytes, fc.boolean(), (content, gate) => {
      const problems = problemsOf(content, { gate });
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) expectWellFormed(problem);
    }),
  );
});

it("arbitrary arrangements of YAML's own marks never throw, alone or inside a good file", () => {
  fc.assert(
    fc.property(almostYaml, fc.boolean(), (content, gate) => {
      for (const file of [content, WAIVER + content, `${WAIVER}reason: ${content}`]) {
        for (const problem of problemsOf(file, { gate })) expectWellFormed(problem);
        sniffKind({ file: "x.yaml", bytes: new TextEncoder().encode(file), mode: "100644" });
      }
    }),
  );
});

it("what gate mode accepts, bulk mode accepts with the same value", () => {
  fc.assert(
    fc.property(almostYaml, (content) => {
      const strict = loadText(`${WAIVER}renews: ${content}`, { gate: true });
      const bulk = loadText(`${WAIVER}renews: ${content}`, { gate: false });
      if (strict.ok) expect(bulk.ok && bulk.document.value).toEqual(strict.document.value);
    }),
  );
});

it("a text written as JSON is read as itself unless it holds a character that may not stand in a file", () => {
  fc.assert(
    fc.property(text, (value) => {
      const loaded = loadText(`${WAIVER}reason: { en: ${JSON.stringify(`x${value}`)} }\n`);
      expect(loaded.ok).toBe(findBadCharacters(`x${value}`).length === 0);
      if (loaded.ok) expect(loaded.document.value).toMatchObject({ reason: { en: `x${value}` } });
    }),
  );
});

it("the bytes of a span decode to the text between its offsets", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat(40), fc.nat(40), (content, a, b) => {
      const characters = [...content];
      const before = characters.slice(0, Math.min(a, b)).join("");
      const inside = characters.slice(Math.min(a, b), Math.max(a, b)).join("");
      const span = createTextMap("f", content).span(before.length, before.length + inside.length);
      const encoded = new TextEncoder().encode(content).subarray(span.start, span.end);
      expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(encoded)).toBe(inside);
    }),
  );
});

it("every value of a nested flow document is found, and is the JSON written there", () => {
  fc.assert(
    fc.property(
      fc.object({
        key: fc.stringMatching(/^[a-z]{1,4}$/),
        values: [fc.integer(), fc.stringMatching(/^[a-z ]*$/), fc.boolean()],
        maxDepth: 3,
      }),
      (value) => {
        const written = JSON.stringify(value, null, 1);
        const locator = createLocator("f", written);
        for (const [pointer, part] of walk(value, "")) {
          const { start, end } = locator.value(pointer);
          expect(JSON.parse(written.slice(start, end))).toEqual(JSON.parse(JSON.stringify(part)));
        }
      },
    ),
  );
});

function* walk(value: unknown, pointer: string): Generator<readonly [string, unknown]> {
  yield [pointer, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* walk(part, `${pointer}/${key}`);
}

function expectWellFormed({ message, help, location }: ReturnType<typeof problemsOf>[number]): void {
  expect(message).not.toBe("");
  expect(message).not.toMatch(/[\n\r]|invalid|please|[.?]$/i);
  expect(help).not.toMatch(/^$|[\n\r]|please/i);
  expect(location.line).toBeGreaterThan(0);
  expect(location.column).toBeGreaterThan(0);
  const isForward = location.end_line > location.line || location.end_column >= location.column;
  expect(isForward).toBe(true);
}
