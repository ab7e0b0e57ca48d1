import type { ManifestView } from "./manifest-view.ts";
import { follow, type Place } from "./place.ts";
import { wordsAt } from "./read.ts";

/** Whether a kind of data stands in the manifest's own list; one that only follows from a function does not. */
export function statesKind(view: ManifestView, kind: string): boolean {
  return wordsAt(follow(view.root, "data.kinds"))?.has(kind) === true;
}

/** The lists in which the manifest itself says that features of faces or bodies are kept. */
export function statedFeatures(view: ManifestView): readonly Place[] {
  const sensitive = follow(view.root, "data.highly_sensitive");
  return [
    ...(statesKind(view, "face") ? [follow(view.root, "data.kinds")] : []),
    ...(wordsAt(sensitive)?.has("biometric") === true ? [sensitive] : []),
  ];
}
