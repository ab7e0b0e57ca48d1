import { join } from "node:path";
import { digestOf } from "../../workspace/kept/digest-of.ts";
import { keptFolder } from "../../workspace/kept/kept-folder.ts";
import { type KeptLog, openLog } from "../../workspace/kept/kept-log.ts";
import type { Io } from "../io.ts";

/** What is kept between runs, each sort in a file of its own: what whole runs said, judgements of manifests, read files. */
export type KeptSort = keyof typeof MOST;

const MIB = 1024 * 1024;

/** Bytes of each file at most. That of runs is read at every start. */
const MOST = { runs: 16 * MIB, judgements: 64 * MIB, documents: 16 * MIB } as const;

/** A log whose keys are made here, so that none is found by a program that was built otherwise. */
export interface Kept extends Pick<KeptLog, "find" | "keep" | "write"> {
  keyOf(parts: Iterable<string | Uint8Array>): string;
}

/** Opens what is kept of one sort; `undefined` where nothing is to be kept. Says how many lines were damaged when it is written. */
export function openKept(sort: KeptSort, io: Pick<Io, "env" | "err" | "build">): Kept | undefined {
  const folder = keptFolder(io.env);
  if (io.build === undefined || folder === undefined) return undefined;
  const log = openLog(join(folder, `${sort}.log`), MOST[sort]);
  const program = digestOf([sort, io.build, process.version]);
  return {
    find: log.find,
    keep: log.keep,
    write() {
      if (log.damaged > 0) {
        const lines =
          log.damaged === 1
            ? "1 line of the cache is damaged"
            : `${log.damaged} lines of the cache are damaged`;
        io.err(`${lines} and counted for nothing\n`);
      }
      log.write();
    },
    keyOf: (parts) => digestOf([program, ...parts]),
  };
}
