import type { ManifestView } from "./manifest-view.ts";
import { follow } from "./place.ts";
import { textAt } from "./read.ts";

/** Another system of the same municipality is its own; of another municipality or a ministry, a public body's. */
export function manifestOwner(view: ManifestView, target: string): "own" | "public_body" | undefined {
  if (target.includes(":")) return undefined;
  const home = textAt(follow(view.root, "metadata.id"))?.split("-").slice(0, 2).join("-");
  return home !== undefined && target.startsWith(`${home}-`) ? "own" : "public_body";
}
