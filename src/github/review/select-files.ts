import { classifyPaths, type PathClass } from "../../engine/classify-path.ts";
import type { FileChange } from "../../model/review.ts";

/** Path of the file that configures reviews of a repository. */
export const CONFIGURATION_FILE = ".github/bylaw.yml";

/** Classes of files whose content a review reads. The rest count by name alone. */
const READ: ReadonlySet<PathClass> = new Set([
  "policy",
  "registry",
  "plan",
  "waiver",
  "approval",
  "arrangement",
  "overlay",
  "configuration",
  "manifest",
  "stray",
]);

/** Tells whether a review reads a file, whichever commit it stands at. */
export function selectFiles(globs: readonly string[]): (file: string) => boolean {
  const classOf = classifyPaths(globs);
  return (file) => READ.has(classOf(file));
}

/** The changed files that might be a manifest, wherever they stand. */
export function possibleManifests(changes: readonly FileChange[]): ReadonlySet<string> {
  const written = changes.filter((change) => change.status !== "removed");
  return new Set(written.map((change) => change.file).filter((file) => /\.(ya?ml|json)$/i.test(file)));
}

/** Tells whether a file is part of what judges: policies, registry, plan, overlays, waivers, approvals, configuration. */
export function judgesOthers(file: string): boolean {
  const found = classifyPaths()(file);
  return found !== "manifest" && READ.has(found);
}
