import { FAILED, type Io } from "../io.ts";
import { NO_READS, type NotedReads, type Reads } from "./note-reads.ts";
import { openKept } from "./open-kept.ts";

/** What a run said, and the files beyond its inputs that it said it of. */
interface KeptRun {
  readonly reads: Reads;
  readonly said: readonly (readonly ["out" | "err", string])[];
  readonly code: number;
}

/** Characters of what is kept of one run at most. */
const MOST = 4 * 1024 * 1024;

/**
 * Says again what the same run said before, or runs. Two runs are the same where their inputs, and every file and
 * folder the first one went on to read, are the same to the byte: what a run says is a function of these. A run
 * that failed is never kept.
 */
export async function repeatOrRun(
  inputs: Iterable<string | Uint8Array>,
  io: Io,
  run: (io: Io) => Promise<number> | number,
  noted: NotedReads = NO_READS,
): Promise<number> {
  const kept = openKept("runs", io);
  if (kept === undefined) return run(io);
  const colour = io.terminal && !io.env.NO_COLOR;
  const key = kept.keyOf([JSON.stringify([io.cwd, colour]), ...inputs]);
  const before = kept.find(key);
  // Its checksum holds and its key names this build, which wrote it as below.
  const known = before === undefined ? undefined : (JSON.parse(before) as KeptRun);
  if (known !== undefined && noted.stand(known.reads)) {
    for (const [stream, text] of known.said) io[stream](text);
    return known.code;
  }
  const said: ["out" | "err", string][] = [];
  const hear = (stream: "out" | "err") => (text: string) => {
    said.push([stream, text]);
    io[stream](text);
  };
  const code = await run({ ...io, out: hear("out"), err: hear("err") });
  const reads = noted.reads();
  if (code !== FAILED && reads !== undefined) {
    const value = JSON.stringify({ reads, said, code } satisfies KeptRun);
    if (value.length <= MOST) kept.keep(key, value);
  }
  kept.write();
  return code;
}
