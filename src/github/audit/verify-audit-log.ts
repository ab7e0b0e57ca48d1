import { createReadStream } from "node:fs";
import { type Break, type ChainEnd, followEntry, NO_ENTRY } from "./chain.ts";

/** What an audit log turned out to be. `line` is where the chain breaks, counted from 1. */
export type AuditState =
  | { readonly ok: true; readonly end: ChainEnd }
  | {
      readonly ok: false;
      readonly why: Break | "unfinished" | "known-head-missing";
      readonly line: number;
      /** The chain up to there, and how many bytes it takes. */
      readonly end: ChainEnd;
      readonly bytes: number;
    };

/**
 * Reads a whole audit log and says whether its chain is intact. `known` is a hash noted down earlier, in a log line or by an
 * auditor: without one, nobody can see that entries at the end were taken away.
 */
export async function verifyAuditLog(file: string, known?: string): Promise<AuditState> {
  let end = NO_ENTRY;
  let bytes = 0;
  let isKnown = known === undefined || known === NO_ENTRY.head;
  for await (const { line, isWhole } of linesOf(file)) {
    const broken = (why: Break | "unfinished"): AuditState => ({
      ok: false,
      why,
      line: end.entries + 1,
      end,
      bytes,
    });
    if (!isWhole) return broken("unfinished");
    const next = followEntry(line.toString("utf8"), end);
    if (typeof next === "string") return broken(next);
    end = next;
    bytes += line.length + 1;
    isKnown ||= next.head === known;
  }
  return isKnown
    ? { ok: true, end }
    : { ok: false, why: "known-head-missing", line: end.entries + 1, end, bytes };
}

const NEW_LINE = 0x0a;

/** Lines as bytes, the last of them perhaps without its end. */
async function* linesOf(file: string): AsyncGenerator<{ readonly line: Buffer; readonly isWhole: boolean }> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    // A stream without encoding gives buffers.
    rest = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let at = rest.indexOf(NEW_LINE); at >= 0; at = rest.indexOf(NEW_LINE, from)) {
      yield { line: rest.subarray(from, at), isWhole: true };
      from = at + 1;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) yield { line: rest, isWhole: false };
}
