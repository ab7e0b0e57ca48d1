import { GithubError } from "./github-error.ts";
import type { Queue, RunTask } from "./queue.ts";

/** How an in-process queue behaves. */
export interface InProcessQueueOptions<T> {
  readonly keyOf: (task: T) => string;
  /** Tasks of one group take turns with those of others, so that no group keeps the rest waiting. */
  readonly groupOf: (task: T) => string;
  readonly run: RunTask<T>;
  readonly onError: (
    error: unknown,
    task: T,
    retry: { readonly attempt: number; readonly delay?: number },
  ) => void;
  readonly concurrency?: number;
  readonly attempts?: number;
  /** Milliseconds to wait after a failed attempt, counted from 1; `asked` are the seconds GitHub asks for. */
  readonly delay?: (attempt: number, asked: number) => number;
}

interface Entry<T> {
  task: T;
  forced: boolean;
  attempt: number;
  state: "waiting" | "running" | "delayed";
  /** Asked for again while it ran. */
  again: { forced: boolean } | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** 1 s, 4 s, 16 s, then a minute; longer where GitHub asks for it. */
const BACKOFF = (attempt: number, asked: number) => Math.max(asked, Math.min(60, 4 ** (attempt - 1))) * 1_000;

/**
 * A queue in this process's memory. It forgets everything when the process ends, and a sweep finds it again
 * on GitHub. An error is tried again, later each time, and no sooner than GitHub asks.
 */
export function createInProcessQueue<T>(options: InProcessQueueOptions<T>): Queue<T> {
  const { concurrency = 4, attempts = 5, delay = BACKOFF } = options;
  const entries = new Map<string, Entry<T>>();
  const running = new Map<string, number>();
  const settle: (() => void)[] = [];
  let isOpen = true;

  function start(): void {
    while (count("running") < concurrency) {
      const next = pickNext();
      if (next === undefined) break;
      void runEntry(next[0], next[1]);
    }
    if ((isOpen ? entries.size : count("waiting") + count("running")) > 0) return;
    for (const resolve of settle.splice(0)) resolve();
  }

  /** The first in line of the group with the least running. */
  function pickNext(): [string, Entry<T>] | undefined {
    let best: [string, Entry<T>] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [key, entry] of entries) {
      const busy = running.get(options.groupOf(entry.task)) ?? 0;
      if (entry.state === "waiting" && busy < least) [best, least] = [[key, entry], busy];
    }
    return best;
  }

  async function runEntry(key: string, entry: Entry<T>): Promise<void> {
    const group = options.groupOf(entry.task);
    entry.state = "running";
    running.set(group, (running.get(group) ?? 0) + 1);
    const last = entry.attempt >= attempts;
    let failure: { readonly error: unknown } | undefined;
    try {
      await options.run(entry.task, { forced: entry.forced, last });
    } catch (error) {
      failure = { error };
    }
    running.set(group, (running.get(group) ?? 1) - 1);
    entries.delete(key);
    if (failure) fail(key, entry, failure.error, last);
    else if (entry.again) wait(key, entry.task, entry.again.forced, 1);
    start();
  }

  function fail(key: string, entry: Entry<T>, error: unknown, last: boolean): void {
    if (last) {
      options.onError(error, entry.task, { attempt: entry.attempt });
      if (entry.again) wait(key, entry.task, entry.again.forced, 1);
      return;
    }
    const asked = error instanceof GithubError ? (error.retryAfter ?? 0) : 0;
    const milliseconds = delay(entry.attempt, asked);
    options.onError(error, entry.task, { attempt: entry.attempt, delay: milliseconds });
    if (!isOpen) return;
    const forced = entry.forced || entry.again?.forced === true;
    const delayed = wait(key, entry.task, forced, entry.attempt + 1);
    delayed.state = "delayed";
    delayed.timer = setTimeout(() => {
      delayed.state = "waiting";
      start();
    }, milliseconds);
  }

  function wait(key: string, task: T, forced: boolean, attempt: number): Entry<T> {
    const entry: Entry<T> = { task, forced, attempt, state: "waiting", again: undefined, timer: undefined };
    entries.set(key, entry);
    return entry;
  }

  function count(state: Entry<T>["state"]): number {
    return [...entries.values()].filter((entry) => entry.state === state).length;
  }

  function settled(): Promise<void> {
    return new Promise((resolve) => {
      settle.push(resolve);
      start();
    });
  }

  return {
    add(task, { forced = false } = {}) {
      if (!isOpen) return;
      const key = options.keyOf(task);
      const entry = entries.get(key);
      if (entry === undefined) wait(key, task, forced, 1);
      else if (entry.state === "running") entry.again = { forced: forced || entry.again?.forced === true };
      else entry.forced ||= forced;
      start();
    },
    idle: settled,
    close() {
      isOpen = false;
      for (const [key, entry] of entries) {
        if (entry.state !== "delayed") continue;
        clearTimeout(entry.timer);
        entries.delete(key);
      }
      return settled();
    },
  };
}
