import picomatch from "picomatch";

/** What a path holds, decided by its name alone. */
export type PathClass =
  | "policy"
  | "registry"
  | "plan"
  | "waiver"
  | "approval"
  | "arrangement"
  | "overlay"
  | "configuration"
  | "manifest"
  | "schema"
  | "ownership"
  | "prose"
  /** A data file under `policies/` that nothing reads. */
  | "stray"
  | "other";

/** Where manifests stand in a repository whose configuration does not say. */
export const DEFAULT_GLOBS: readonly [string, ...string[]] = ["manifests/**/*.yaml"];

const FIXED: readonly (readonly [RegExp, PathClass])[] = [
  [/^\.github\/bylaw\.yml$/, "configuration"],
  [/^policies\/plan\.yaml$/, "plan"],
  [/^policies\/trusted-vendors\/registry\/.+\.yaml$/, "registry"],
  [/^policies\/[^/]+\/policy\.yaml$/, "policy"],
  [/^policies\/example(\/[^/]+)?\.yaml$/, "prose"],
  [/^policies\/.*\.(ya?ml|json)$/i, "stray"],
  [/^policies\//, "prose"],
  [/^schemas\//, "schema"],
  [/^(\.github\/|docs\/)?CODEOWNERS$/, "ownership"],
  [/^\.github\/workflows\//, "ownership"],
];

const BY_FOLDER: readonly (readonly [RegExp, PathClass])[] = [
  [/(^|\/)waivers\/[^/]+\.yaml$/, "waiver"],
  [/(^|\/)approvals\/[^/]+\.yaml$/, "approval"],
  [/(^|\/)arrangements\/[^/]+\.yaml$/, "arrangement"],
  [/(^|\/)overlays\/[^/]+\.yaml$/, "overlay"],
];

/**
 * A classifier for the paths of one repository. `globs` are the configuration's manifest globs. What
 * governs (policies, registry, configuration, ownership) is never taken for a manifest, whatever the globs say.
 */
export function classifyPaths(globs: readonly string[] = DEFAULT_GLOBS): (file: string) => PathClass {
  const named = picomatch([...globs]);
  // A hidden folder is named along with what it stands in; `.github/` only where a glob says so.
  const hidden = picomatch([...globs], { dot: true, ignore: [".github/**"] });
  const isManifest = (file: string) => named(file) || hidden(file);
  return (file) => {
    const fixed = FIXED.find(([pattern]) => pattern.test(file));
    if (fixed) return fixed[1];
    if (isManifest(file)) return "manifest";
    return BY_FOLDER.find(([pattern]) => pattern.test(file))?.[1] ?? "other";
  };
}
