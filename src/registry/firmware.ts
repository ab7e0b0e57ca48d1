import type { Truth } from "../model/value.ts";

/** A firmware as its numbers: the version, first part first, and the build, where there is one. */
interface Firmware {
  readonly version: readonly number[];
  readonly build: number | undefined;
}

/**
 * Whether a firmware comes before another, by version and then by build; by build alone where the other is
 * only a build. Unknown where one says less than the comparison needs.
 */
export function isOlderFirmware(firmware: string, than: string): Truth {
  const [one, other] = [read(firmware), read(than)];
  const byBuild = order(one.build, other.build);
  if (other.version.length === 0) return byBuild;
  if (one.version.length === 0) return undefined;
  for (const [index, part] of other.version.entries()) {
    const own = one.version[index];
    if (own === undefined) return undefined;
    if (own !== part) return own < part;
  }
  if (other.build === undefined) return false;
  return one.version.length > other.version.length ? false : byBuild;
}

function order(build: number | undefined, than: number | undefined): Truth {
  return build === undefined || than === undefined ? undefined : build < than;
}

/** Builds are written after the word `build` or the letter R, or stand last as a day of six or eight digits. */
const BUILD = /(?:build[\s_:.-]*|[._-]R[._-])(\d+)\s*$|[\s._-](\d{6}|\d{8})\s*$/i;

function read(text: string): Firmware {
  const plain = text.normalize("NFKC");
  const build = BUILD.exec(plain);
  const version = /\d+(?:\.\d+)*/.exec(build === null ? plain : plain.slice(0, build.index))?.[0];
  return {
    version: version?.split(".").map(Number) ?? [],
    build: build === null ? undefined : dayOf(build[1] ?? build[2] ?? ""),
  };
}

/** A build of eight digits begins with the century, which one of six leaves out. */
function dayOf(digits: string): number {
  return Number(/^20\d{6}$/.test(digits) ? digits.slice(2) : digits);
}
