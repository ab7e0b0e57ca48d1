import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { ReviewInput } from "../model/review.ts";
import type { Source } from "../model/source.ts";
import { sniffKind } from "../parse/sniff-kind.ts";
import type { PathClass } from "./classify-path.ts";
import { departures } from "./departures.ts";
import { placementFinding, placeOf } from "./placement-finding.ts";
import { type ManifestOf, readManifest } from "./read-manifest.ts";

/** Where files stand rather than what they say: findings about it, and the manifests a change removes. */
export interface Placement {
  readonly findings: readonly Finding[];
  readonly removed: readonly string[];
}

export interface PlacementInput extends Pick<ReviewInput, "base" | "head" | "changes"> {
  /** Files that are manifests because someone named them, wherever they stand. */
  readonly named?: ReadonlySet<string>;
}

/**
 * Judges the state a change leaves: manifests outside the watched paths, names that differ only in case,
 * one id in two manifests, and manifests removed while their system is in use.
 */
export function placementFindings(
  input: PlacementInput,
  classOf: (file: string) => PathClass,
  manifestOf: ManifestOf = readManifest,
): Placement {
  const present = new Set(input.head.map((source) => source.file));
  const changed = input.changes.filter((change) => change.status !== "removed").map((change) => change.file);
  const sourceOf = new Map(input.head.map((source) => [source.file, source]));
  const removed = input.changes
    .filter((change) => change.status === "removed" && classOf(change.file) === "manifest")
    .map((change) => change.file);
  const named = input.named ?? new Set();
  const atHead = input.head.filter((source) => classOf(source.file) === "manifest" || named.has(source.file));
  return {
    findings: [
      ...changed.filter((file) => !named.has(file)).flatMap((file) => misplaced(sourceOf.get(file), classOf)),
      ...collisions(present, changed, classOf),
      ...repeatedIds(atHead, changed, manifestOf),
      ...departures(input, classOf, atHead, manifestOf),
    ],
    removed: removed.sort(),
  };
}

function misplaced(source: Source | undefined, classOf: (file: string) => PathClass): readonly Finding[] {
  if (source === undefined || classOf(source.file) !== "other" || sniffKind(source) !== "Manifest") return [];
  return [
    placementFinding(source.file, "manifest-misplaced", {
      message: `\`${source.file}\` is a manifest outside the watched paths`,
      help: "move it under a path that `manifests` in `.github/bylaw.yml` names, with the ending `.yaml`",
    }),
  ];
}

function collisions(
  present: ReadonlySet<string>,
  changed: readonly string[],
  classOf: (file: string) => PathClass,
) {
  const folded = new Map<string, string[]>();
  for (const file of present) {
    if (classOf(file) !== "manifest") continue;
    const key = file.normalize("NFC").toLowerCase();
    folded.set(key, [...(folded.get(key) ?? []), file]);
  }
  return changed.flatMap((file) => {
    const others = (folded.get(file.normalize("NFC").toLowerCase()) ?? []).filter((other) => other !== file);
    if (others.length === 0 || !present.has(file)) return [];
    return placementFinding(file, "manifest-path", {
      message: `\`${file}\` and \`${others[0]}\` differ only in case`,
      help: "rename one of them, since some file systems keep only one",
    });
  });
}

function repeatedIds(
  atHead: readonly Source[],
  changed: readonly string[],
  manifestOf: ManifestOf,
): readonly Finding[] {
  if (changed.length === 0) return [];
  const changedFiles = new Set(changed);
  const byId = new Map<string, Manifest[]>();
  for (const source of atHead) {
    const manifest = manifestOf(source);
    if (manifest === undefined) continue;
    const { id } = manifest.value.metadata;
    byId.set(id, [...(byId.get(id) ?? []), manifest]);
  }
  return [...byId].flatMap(([id, manifests]) => {
    const mine = manifests.length < 2 ? [] : manifests.filter(({ file }) => changedFiles.has(file));
    return mine.map((manifest) => {
      const other = manifests.find(({ file }) => file !== manifest.file);
      return placementFinding(manifest.file, "manifest-duplicate-id", {
        message: `the id \`${id}\` also stands in \`${other?.file}\``,
        help: "give each system an id of its own",
        location: placeOf(manifest, "/metadata/id"),
      });
    });
  });
}
