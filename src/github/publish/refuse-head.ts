import { randomUUID } from "node:crypto";
import type { Client } from "../api/client.ts";
import { verdictRecord } from "../audit/verdict-record.ts";
import type { Attempt } from "../queue/queue.ts";
import { concludeWithoutVerdict, LASTING } from "../review/conclude.ts";
import type { Head } from "../review/head.ts";
import type { AppContext } from "../server/app-context.ts";
import { sayError } from "../settings/log.ts";
import { completeCheck } from "./complete-check.ts";

/** The run that came to no verdict. */
export interface RefusedRun extends Pick<Attempt, "last" | "isHeld"> {
  readonly check: number;
  readonly key: string;
  readonly engine: string;
  readonly asOf: string;
  /** Runs to remember in the check as begun and not ended. */
  readonly begun: number | undefined;
  /** What a log says of it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Ends the check on a head that came to no verdict, once its pull requests say so too: a comment that still speaks of an
 * earlier head beside such a check misleads. A refusal is given even where it cannot be recorded or, at last, be told:
 * what was asked for must never end in silence.
 */
export async function refuseHead(
  context: AppContext,
  client: Client,
  head: Head,
  error: unknown,
  { check, key, engine, asOf, begun, last, isHeld, fields }: RefusedRun,
): Promise<{ readonly conclusion: string; readonly audit: string | undefined }> {
  const incident = randomUUID();
  context.log.error("could not be evaluated", { ...fields, run: incident, error: sayError(error) });
  const outcome = concludeWithoutVerdict(error, incident);
  const record = verdictRecord(head, [], outcome, { key, engine, asOf });
  const audit = await context.audit.record(record).catch((failed: unknown) => {
    context.log.error("a refusal was not recorded", { ...fields, error: sayError(failed) });
    return undefined;
  });
  try {
    const isLasting = outcome.validUntil === LASTING;
    if (head.refuse && (await head.isCurrent()) && (await isHeld()))
      await head.refuse({ lasting: isLasting });
  } catch (failed) {
    if (!last) throw failed;
    context.log.error("a refusal was not told", { ...fields, error: sayError(failed) });
  }
  const { owner, repo } = head;
  await completeCheck(client, { owner, repo, id: check, key, now: context.now() }, { ...outcome, begun });
  return { conclusion: outcome.conclusion, audit };
}
