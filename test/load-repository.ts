import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bundle } from "../src/engine/bundle.ts";
import { loadBundle } from "../src/engine/load-bundle.ts";
import type { FileProblem, Loaded } from "../src/model/document.ts";
import type { ManifestDocument } from "../src/model/generated/manifest.ts";
import type { Source } from "../src/model/source.ts";
import { loadDocument } from "../src/parse/load-document.ts";
import { readSource } from "../src/workspace/read-source.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The street lights of Gan Alonim as they stand where they send to the market cameras. */
export function linkedLights(): string {
  const text = readFileSync(join(ROOT, "policies/example/neighbour.yaml"), "utf8");
  return text.replace("interfaces: []", `interfaces: [${LIGHTS_LINK}]`);
}

const LIGHTS_LINK =
  "{ to: il-9900-cam-market, kind: lamp_state, direction: out, recipient: own, protocol: mqtt, legal_authority: municipal procedure 4-2, constant: false, agreement: { scope: none, signed_on: none, expires_on: none }, logged: true, covert_powers: none }";

/** The date demo, examples and tests are fixed at. */
export const AS_OF = "2026-11-23";

const read = new Map<string, readonly Source[]>();

/** Every file below a folder of the repository as a source; read once. */
export function sourcesUnder(folder: string): readonly Source[] {
  const sources = read.get(folder) ?? readUnder(folder);
  read.set(folder, sources);
  return sources;
}

function readUnder(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort()
    .map((file) => readSource(ROOT, file));
}

let loaded: { readonly bundle: Bundle; readonly problems: readonly FileProblem[] } | undefined;

/** The policies and registry as shipped, loaded once. */
export function shippedBundle(): { readonly bundle: Bundle; readonly problems: readonly FileProblem[] } {
  loaded ??= loadBundle(sourcesUnder("policies"), { gate: false });
  return loaded;
}

/** A manifest from text, under the name given. */
export function manifestFrom(text: string, file = "manifests/test.yaml"): Loaded<ManifestDocument> {
  const source: Source = { file, bytes: new TextEncoder().encode(text), mode: "100644" };
  return loadDocument(source, { gate: true, kind: "Manifest" });
}
