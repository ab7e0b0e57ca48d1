import { join } from "node:path";
import { digestOf } from "../../workspace/kept/digest-of.ts";
import { type KeptLog, openLog } from "../../workspace/kept/kept-log.ts";
import { createBoundedCache } from "../api/bounded-cache.ts";
import type { Log } from "../settings/log.ts";

/** What earlier evaluations came to, by keys of everything it rests on; a later one asks for it. */
export interface KeptResults {
  /** Those of some keys that are kept. */
  find(keys: readonly string[]): readonly KeptResult[];
  keep(results: readonly KeptResult[]): void;
}

/** A key, and what was come to under it. */
export type KeptResult = readonly [key: string, value: string];

const MIB = 1024 * 1024;
const MOST_IN_MEMORY = 32 * MIB;
const MOST_ON_DISK = 64 * MIB;

/**
 * Keeps results in memory, at most 32 MiB, and where a folder is given also in its `impact.log`, at most 64 MiB. There
 * each line is sealed with the secret, so that whoever can write the file, and does not hold it, can make
 * results be worked out again and never be others.
 */
export function createKeptResults(
  disk: { readonly folder: string; readonly secret: string; readonly log: Pick<Log, "warn"> } | undefined,
): KeptResults {
  const memory = createBoundedCache<string>(MOST_IN_MEMORY);
  const remember = ([key, value]: KeptResult) => memory.set(key, value, 2 * value.length + 200);
  // Read when it is first asked for something, and let go with what is added to it.
  let opened: KeptLog | undefined;
  const open = () => {
    opened ??=
      disk && openLog(join(disk.folder, "impact.log"), MOST_ON_DISK, digestOf(["impact", disk.secret]));
    return opened;
  };
  return {
    find: (keys) =>
      keys.flatMap((key) => {
        const value = memory.get(key) ?? open()?.find(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    keep(results) {
      for (const result of results) remember(result);
      const log = results.length > 0 ? open() : opened;
      opened = undefined;
      if (log === undefined) return;
      for (const [key, value] of results) log.keep(key, value);
      if (log.damaged > 0) disk?.log.warn("lines of the cache count for nothing", { lines: log.damaged });
      log.write();
    },
  };
}
