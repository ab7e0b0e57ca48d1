import type { Truth } from "../model/value.ts";
import { type Build, buildsIn } from "./firmware-builds.ts";

/** A firmware as what may be its versions, first part first, and what may be its builds. */
interface Firmware {
  readonly versions: readonly Version[];
  readonly builds: readonly Build[];
}

type Version = readonly number[];

/**
 * Whether a firmware comes before another, by version and then by build; by build alone where the other is
 * only a build. Unknown where one says less than the comparison needs, and where several numbers may be the
 * version or the build and would not decide alike.
 */
export function isOlderFirmware(firmware: string, than: string): Truth {
  const [one, other] = [read(firmware), read(than)];
  const [limit = []] = other.versions;
  const byBuild = isOlderBuild(one.builds, other.builds[0]);
  if (limit.length === 0) return byBuild;
  return agreed(one.versions.map((version) => isOlderVersion(version, limit, other.builds[0], byBuild)));
}

function isOlderVersion(own: Version, limit: Version, build: Build | undefined, byBuild: Truth): Truth {
  for (const [index, part] of limit.entries()) {
    const number = own[index];
    if (number === undefined) return undefined;
    if (number !== part) return number < part;
  }
  if (build === undefined) return false;
  return own.length > limit.length ? false : byBuild;
}

function isOlderBuild(builds: readonly Build[], than: Build | undefined): Truth {
  if (than === undefined) return undefined;
  return agreed(
    builds.map(({ number, kind, otherwise }) => {
      if (kind !== than.kind) return undefined;
      if (number < than.number) return true;
      return otherwise !== undefined && otherwise < than.number ? undefined : false;
    }),
  );
}

/** What all say; unknown where they differ, and where there is none. */
function agreed([first, ...others]: readonly Truth[]): Truth {
  return others.every((other) => other === first) ? first : undefined;
}

function read(text: string): Firmware {
  const { builds, rest } = buildsIn(text.normalize("NFKC"));
  return { versions: versionsIn(rest), builds };
}

const DOTTED = /\d+(?:\.\d+)+/g;
/** A number after `V` or `version`, or one that stands alone; not one that is part of the name of a model. */
const MARKED = /(?<![\p{L}\p{N}])v(?:er(?:sion)?)?[.:\s]*(\d+)(?![\p{L}\p{N}])/giu;
const ALONE = /(?<![\p{L}\p{N}_-])(\d+)(?![\p{L}\p{N}_-])/gu;

/** Every dotted number may be the version; without one a number marked as such, else one that stands alone. */
function versionsIn(text: string): readonly Version[] {
  for (const pattern of [DOTTED, MARKED, ALONE]) {
    const found = [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
    if (found.length > 0) return found.map((version) => version.split(".").map(Number));
  }
  return [];
}
