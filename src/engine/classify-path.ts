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

const CONFIGURATION = /^\.github\/bylaw\.yml$/;

const FIXED: readonly (readonly [RegExp, PathClass])[] = [
  [CONFIGURATION, "configuration"],
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

/** Whether a path may be of a class other than a manifest's that is found outside `policies/`: a first sieve, which needs no globs. */
export function mayGovern(file: string): boolean {
  return CONFIGURATION.test(file) || BY_FOLDER.some(([pattern]) => pattern.test(file));
}

/**
 * A classifier for the paths of one repository. `globs` are the configuration's manifest globs. What
 * governs (policies, registry, configuration, ownership) is never taken for a manifest, whatever the globs say.
 */
export function classifyPaths(globs: readonly string[] = DEFAULT_GLOBS): (file: string) => PathClass {
  // Compiled at the first question that needs them.
  let matchers: readonly ((file: string) => boolean)[] | undefined;
  const starts = globs.map(literalStart);
  const isManifest = (file: string) => {
    if (!starts.some((start) => file.startsWith(start))) return false;
    // A hidden folder is named along with what it stands in; `.github/` only where a glob says so.
    matchers ??= [picomatch([...globs]), picomatch([...globs], { dot: true, ignore: [".github/**"] })];
    return matchers.some((matches) => matches(file));
  };
  return (file) => {
    const fixed = FIXED.find(([pattern]) => pattern.test(file));
    if (fixed) return fixed[1];
    if (isManifest(file)) return "manifest";
    return BY_FOLDER.find(([pattern]) => pattern.test(file))?.[1] ?? "other";
  };
}

/** The folders a glob names before anything that stands for more than itself: no other path matches. One that begins with a dot may be written in two ways. */
function literalStart(glob: string): string {
  const literal = glob.startsWith(".") ? "" : (/^[\w/ -]*/.exec(glob)?.[0] ?? "");
  return literal.slice(0, literal.lastIndexOf("/") + 1);
}
