import type { Manifest } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { loadDocument } from "../parse/load-document.ts";

/** Finds the manifest a source holds; `undefined` where it holds none that can be read. */
export type ManifestOf = (source: Source) => Manifest | undefined;

/** Reads it with one parser: enough to know its id and stage, not to judge it. */
export const readManifest: ManifestOf = (source) => {
  const loaded = loadDocument(source, { gate: false, kind: "Manifest" });
  return loaded.ok ? loaded.document : undefined;
};
