import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import type { Document } from "../../src/model/document.ts";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import type { Registry } from "../../src/model/registry.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";

const folder = "policies/trusted-vendors/registry";

/** Names of the registry's files, relative to the repository root. */
export const registryFiles: readonly string[] = globSync("**/*.yaml", { cwd: folder })
  .sort()
  .map((file) => `${folder}/${file}`);

/** Loads registry text as the program does; throws the first problem. */
export function loadRegistryFile(file: string, bytes: Uint8Array): Document<RegistryDocument> {
  const loaded = loadDocument({ file, bytes, mode: "100644" }, { gate: true, kind: "VendorRegistry" });
  if (loaded.ok) return loaded.document;
  const [problem] = loaded.problems;
  throw new Error(`${file}:${problem?.location.line} ${problem?.pointer} ${problem?.message}`);
}

let loaded: readonly Document<RegistryDocument>[] | undefined;

/** Every registry file of the repository, loaded once. */
export function registryDocuments(): readonly Document<RegistryDocument>[] {
  loaded ??= registryFiles.map((file) => loadRegistryFile(file, readFileSync(file)));
  return loaded;
}

/** The repository's registry. */
export function publishedRegistry(): Registry {
  return createRegistry(registryDocuments().map((document) => document.value));
}

/** A registry file written in a test, its head added. */
export function registryText(tables: string): Document<RegistryDocument> {
  const text = `apiVersion: bylaw/v1\nkind: VendorRegistry\nas_of: 2026-11-23\n${tables}`;
  return loadRegistryFile("test.yaml", new TextEncoder().encode(text));
}

/** A registry of companies `a`, `b`, `c` … named by their letters, with the edges written in short form. */
export function graphOf(ids: string, edges: readonly string[]): Registry {
  const entities = [...ids].map(
    (id) => `  - { id: vendor:${id}, legal_name: ${id.toUpperCase()}, jurisdiction: null }`,
  );
  const lines = edges.map((edge) => {
    const [from, kind, to, share, begin, end] = edge.split(" ");
    const percent = share && share !== "-" ? share.split("..").map(Number) : undefined;
    const written = percent ? `{ min: ${percent[0]}, max: ${percent.at(-1)} }` : "null";
    const date = (text: string | undefined) => (text && text !== "-" ? `"${text}"` : "null");
    return `  - { from: vendor:${from}, to: vendor:${to}, kind: ${kind}, percent: ${written}, from_date: ${date(begin)}, to_date: ${date(end)}, confidence: high, sources: [s] }`;
  });
  const tables = `entities:\n${entities.join("\n")}\nedges:${lines.length > 0 ? `\n${lines.join("\n")}` : " []"}\nsources:\n  s: { title: S, kind: press, verified: true }\n`;
  return createRegistry([registryText(tables).value]);
}
