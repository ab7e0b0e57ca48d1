import type { VersionLevel } from "../../model/set-change.ts";

/** Below 0 where the first comes before the second, 0 where they are the same. */
export function versionOrder(one: string, other: string): number {
  const [left, right] = [readVersion(one), readVersion(other)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The least version after another that says a change of a level. */
export function leastAfter(version: string, level: VersionLevel): string {
  const [major, minor, patch] = readVersion(version);
  switch (level) {
    case "major":
      return `${major + 1}.0.0`;
    case "minor":
      return `${major}.${minor + 1}.0`;
    case "patch":
      return `${major}.${minor}.${patch + 1}`;
    case "none":
      return version;
  }
}

/** Major, minor and patch, as numbers. */
type SemanticVersion = readonly [major: number, minor: number, patch: number];

/** Reads a version that the schema has accepted. */
function readVersion(text: string): SemanticVersion {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return [major, minor, patch];
}
