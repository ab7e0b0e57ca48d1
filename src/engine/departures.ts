import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { ReviewInput } from "../model/review.ts";
import type { Source } from "../model/source.ts";
import type { PathClass } from "./classify-path.ts";
import { placementFinding, placeOf } from "./placement-finding.ts";
import { type ManifestOf, readManifest } from "./read-manifest.ts";

/** Stages in which a manifest may go: nothing is in use yet, or all is gone. */
const REMOVABLE = new Set<unknown>(["idea", "definition", "decommissioned"]);

/**
 * What became of the systems whose manifests at the base were changed or removed: each lives on under its id in
 * some file, or was not in use; and none goes back to a stage before the one it was deployed in.
 */
export function departures(
  input: Pick<ReviewInput, "base" | "changes">,
  classOf: (file: string) => PathClass,
  atHead: readonly Source[],
  manifestOf: ManifestOf,
): readonly Finding[] {
  const before = new Map(input.base.map((source) => [source.file, source]));
  const touched = input.changes.filter(
    ({ file, status }) => status !== "added" && classOf(file) === "manifest",
  );
  return touched.flatMap(({ file, status: change }) => {
    const source = before.get(file);
    if (source === undefined) return [];
    const manifest = readManifest(source);
    // One that could not be read may be repaired in place, but not taken away unread.
    if (manifest === undefined)
      return change === "removed" ? [placementFinding(file, "manifest-removed", UNREAD)] : [];
    const { id, status } = manifest.value.metadata;
    const successor = atHead.map(manifestOf).find((other) => other?.value.metadata.id === id);
    if (successor === undefined) return REMOVABLE.has(status) ? [] : gone(file, id, status);
    const now = successor.value.metadata.status;
    return IN_PLACE.has(status) && BEFORE_USE.has(now) ? stepBack(successor, status, now) : [];
  });
}

const UNREAD = {
  message: "the manifest cannot be read at the base, so nobody knows what is removed",
  help: "repair it first, and remove it once its `status` allows that",
};

/** Stages in which a system stands in public space, or did. */
const IN_PLACE = new Set<unknown>([
  "deployment",
  "operation",
  "suspended",
  "decommissioning",
  "decommissioned",
]);
const BEFORE_USE = new Set<unknown>(["idea", "definition", "procurement"]);

function gone(file: string, id: string, status: string): readonly Finding[] {
  return [
    placementFinding(file, "manifest-removed", {
      message: `\`${id}\` is in the stage \`${status}\`, and no manifest has its id any more`,
      help: "keep the manifest and its id until its `status` is `decommissioned`",
    }),
  ];
}

function stepBack(manifest: Manifest, from: string, to: string): readonly Finding[] {
  return [
    placementFinding(manifest.file, "manifest-stage", {
      message: `the stage goes back from \`${from}\` to \`${to}\``,
      help: "declare the stage the system is in; a new purchase for it is a manifest of its own",
      location: placeOf(manifest, "/metadata/status"),
    }),
  ];
}
