import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonValue } from "../../src/model/document.ts";
import { explainSchema } from "../../src/parse/explain-schema.ts";
import { isMap } from "../../src/parse/is-map.ts";
import { KINDS } from "../../src/parse/kinds.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { sourcesUnder } from "../load-repository.ts";

const { schema, validate } = KINDS.Manifest;

const manifests = sourcesUnder("examples")
  .filter(({ file }) => /\/manifests\/[^/]+\.yaml$/.test(file))
  .flatMap((source) => {
    const loaded = loadDocument(source, { gate: false, kind: "Manifest" });
    return loaded.ok ? [loaded.document.value as unknown as JsonValue] : [];
  });

/** Every value that stands anywhere in the examples, and some that stand nowhere. */
const parts = [...new Set(manifests.flatMap(partsOf).map((part) => JSON.stringify(part)))];
const odd = [
  null,
  true,
  "",
  "none",
  "self",
  "unknown",
  0,
  -1,
  1.5,
  1e9,
  [],
  {},
  [null],
  ["none"],
  { none: 1 },
];
const values = fc.oneof(
  fc.constantFrom(...parts).map((text): JsonValue => JSON.parse(text)),
  fc.constantFrom<JsonValue>(...(odd as JsonValue[])),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

/** Where to go, what to do there, and with what. */
const change = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  does: fc.constantFrom("set", "remove", "add"),
  key: fc.constantFrom("extra", "id", "kind", "none", "value", "title", "__proto__", "constructor"),
  value: values,
});

it("what explains a manifest refuses just what the validator refuses, in examples changed anywhere", () => {
  let refused = 0;
  const agree = (manifest: JsonValue) => {
    const accepted = validate(manifest);
    if (!accepted) refused += 1;
    expect({ accepted: explainSchema(schema, manifest).length === 0, manifest }).toEqual({
      accepted,
      manifest,
    });
  };
  manifests.forEach(agree);
  fc.assert(
    fc.property(
      fc.constantFrom(...manifests),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      (whole, changes) =>
        agree(changes.reduce((value, { steps, ...rest }) => changed(value, steps, rest), whole)),
    ),
    { numRuns: 1500 },
  );
  expect(refused).toBeGreaterThan(100);
});

interface Deed {
  readonly does: string;
  readonly key: string;
  readonly value: JsonValue;
}

/** A value with a change at the end of a way through it; the way is shorter where the value has no more parts. */
function changed(value: JsonValue, [step = 0, ...steps]: readonly number[], deed: Deed): JsonValue {
  const isList = Array.isArray(value);
  if (!isList && !isMap(value)) return deed.value;
  const entries: [string, JsonValue][] = Object.entries(value);
  const at = step % Math.max(1, entries.length);
  const [key, inner] = entries[at] ?? [deed.key, null];
  if (steps.length > 0 && typeof inner === "object" && inner !== null)
    entries[at] = [key, changed(inner, steps, deed)];
  else if (deed.does === "set") entries[at] = [key, deed.value];
  else if (deed.does === "remove") entries.splice(at, 1);
  else entries.push([deed.key, deed.value]);
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function partsOf(value: JsonValue): readonly JsonValue[] {
  const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
  return [value, ...inner.flatMap(partsOf)];
}
