import type { QueueStore } from "../queue/queue-store.ts";
import { type Log, sayError } from "../settings/log.ts";

/** Sweeps that go on until they are stopped. */
export interface Sweeps {
  /** Resolves once no sweep is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A sweep came through, here or in a process that shares the queue, or did not. */
export type SweepOutcome = "ended" | "failed";

const MINUTE = 60_000;

/**
 * One sweep at once, then one at every interval, never two at a time; within a minute after one that failed. Of
 * processes that share a queue one sweeps for all: the first to ask in each interval, and the first of those that
 * start together, since the queue remembers what the others would look for. What two should sweep all the same
 * they queue once.
 */
export function sweepRegularly(
  milliseconds: number,
  {
    lead,
    log,
    run,
    told,
  }: Pick<QueueStore, "lead"> & {
    readonly log: Log;
    readonly run: () => Promise<void>;
    /** Told of every sweep that is due, also of one that another process did for all. */
    readonly told: (outcome: SweepOutcome) => void;
  },
): Sweeps {
  let isFirst = true;
  let current = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;

  async function sweepOnce(): Promise<void> {
    const [what, whole] = isFirst ? ["first sweep", Math.min(milliseconds, MINUTE)] : ["sweep", milliseconds];
    // Less than the interval, so that whoever swept last is free to sweep next.
    const own = await lead(what, Math.ceil(whole * 0.9));
    try {
      if (own) await run();
      isFirst = false;
    } catch (error) {
      await own?.release();
      throw error;
    }
  }

  async function sweepAgain(): Promise<void> {
    let next = milliseconds;
    try {
      await sweepOnce();
      told("ended");
    } catch (error) {
      next = Math.min(milliseconds, MINUTE);
      told("failed");
      log.error("the sweep failed", { error: sayError(error), next_in_seconds: next / 1_000 });
    }
    if (isOpen) timer = setTimeout(sweepNow, next).unref();
  }

  function sweepNow(): void {
    current = sweepAgain();
  }

  sweepNow();
  return {
    idle: () => current,
    stop() {
      isOpen = false;
      clearTimeout(timer);
      return current;
    },
  };
}
