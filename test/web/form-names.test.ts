import { describe, expect, it } from "vitest";
import schema from "../../schemas/manifest.schema.json" with { type: "json" };
import { type FormField, formModel } from "../../src/forms/form-model.ts";

/** Names that are the same in every language. */
const NAMES =
  /^(?:ApiVersion|Kind|ONVIF|OGC|NGSI-LD|TLS 1\.\d|VPN|Google Play|Apple App Store|Lorawan|ETSI EN 303 645|NISTIR 8259A)$/;

describe("the form of a manifest", () => {
  it.for(["he", "ar"] as const)("has a name in %s for every field and every choice", (language) => {
    // A JSON Schema, as the generated types are made from.
    const missing = namesIn(formModel(schema as Parameters<typeof formModel>[0], language)).filter(
      ([, name]) => /^[\x20-\x7E]+$/.test(name) && !NAMES.test(name),
    );
    expect(missing).toEqual([]);
  });
});

/** Every name in a form, with the path of its field. */
function namesIn(
  fields: readonly FormField[],
  above = "",
): readonly (readonly [path: string, name: string])[] {
  return fields.flatMap(({ key, label, options = [], fields: below = [] }) => [
    [`${above}${key}`, label] as const,
    ...options.map(([value, name]) => [`${above}${key}=${value}`, name] as const),
    ...namesIn(below, `${above}${key}.`),
  ]);
}
