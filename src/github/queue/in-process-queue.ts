import { endsWithin } from "./ends-within.ts";
import type { AddOptions, Queue, QueueOptions } from "./queue.ts";
import { ATTEMPTS, CONCURRENCY, delayAfter } from "./queue-pace.ts";
import { createTurns, LATER } from "./turns.ts";

interface Entry<T> {
  readonly task: T;
  forced: boolean;
  later: boolean;
  turn: number;
  attempt: number;
  state: "waiting" | "running" | "delayed";
  /** Asked for again while it ran. */
  again: { forced: boolean; later: boolean } | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * A queue in this process's memory. It forgets everything when the process ends, and a sweep finds it again
 * on GitHub. An error is tried again, later each time, and no sooner than GitHub asks.
 */
export function createInProcessQueue<T>(options: QueueOptions<T>): Queue<T> {
  const { concurrency = CONCURRENCY, attempts = ATTEMPTS } = options;
  const entries = new Map<string, Entry<T>>();
  const turns = createTurns();
  const waiters = new Set<{ readonly isDone: () => boolean; readonly resolve: () => void }>();
  let running = 0;
  let isOpen = true;

  function start(): void {
    while (isOpen && running < concurrency) {
      const next = pickNext();
      if (next === undefined) break;
      void runEntry(next[0], next[1]);
    }
    for (const waiter of waiters) {
      if (!waiter.isDone()) continue;
      waiters.delete(waiter);
      waiter.resolve();
    }
  }

  function pickNext(): [string, Entry<T>] | undefined {
    let best: [string, Entry<T>] | undefined;
    for (const [key, entry] of entries) {
      if (entry.state === "waiting" && (!best || entry.turn < best[1].turn)) best = [key, entry];
    }
    return best;
  }

  function takeTurn(task: T, later: boolean): number {
    const [, first] = pickNext() ?? [];
    if (!first) turns.clear();
    const now = first ? first.turn - (first.later ? LATER : 0) : 0;
    return turns.take(options.groupOf(task), later, now);
  }

  async function runEntry(key: string, entry: Entry<T>): Promise<void> {
    entry.state = "running";
    running += 1;
    const last = entry.attempt >= attempts;
    let failure: { readonly error: unknown } | undefined;
    try {
      const isHeld = async () => true;
      await options.run(entry.task, { forced: entry.forced, last, crashes: undefined, isHeld });
    } catch (error) {
      failure = { error };
    }
    running -= 1;
    entries.delete(key);
    if (failure) fail(key, entry, failure.error, last);
    else if (entry.again) wait(key, entry.task, entry.again);
    start();
  }

  function fail(key: string, entry: Entry<T>, error: unknown, last: boolean): void {
    const { task, forced, later, attempt, again } = entry;
    if (last) {
      options.onError(error, task, { attempt });
      if (again) wait(key, task, again);
      return;
    }
    const delay = delayAfter(error, attempt, options.delay);
    options.onError(error, task, { attempt, delay });
    const still = { forced: forced || again?.forced === true, later: later && again?.later !== false };
    const delayed = wait(key, task, still, attempt + 1);
    if (delayed === undefined) return;
    delayed.state = "delayed";
    delayed.timer = setTimeout(() => {
      delayed.state = "waiting";
      start();
    }, delay);
  }

  function wait(key: string, task: T, how: AddOptions, attempt = 1): Entry<T> | undefined {
    if (!isOpen) return undefined;
    const { forced = false, later = false } = how;
    const entry: Entry<T> = {
      task,
      forced,
      later,
      turn: takeTurn(task, later),
      attempt,
      state: "waiting",
      again: undefined,
      timer: undefined,
    };
    entries.set(key, entry);
    return entry;
  }

  function count(state: Entry<T>["state"]): number {
    return [...entries.values()].filter((entry) => entry.state === state).length;
  }

  function settled(isDone: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      waiters.add({ isDone, resolve });
      start();
    });
  }

  const isEmpty = () => entries.size === 0;

  return {
    async add(task, { forced = false, later = false } = {}) {
      const key = options.keyOf(task);
      const entry = entries.get(key);
      if (entry === undefined) wait(key, task, { forced, later });
      else if (entry.state === "running") {
        const { again = { forced: false, later: true } } = entry;
        entry.again = { forced: forced || again.forced, later: later && again.later };
      } else {
        entry.forced ||= forced;
        if (entry.later && !later) {
          entry.turn = Math.min(entry.turn, takeTurn(task, later));
          entry.later = false;
        }
      }
      start();
    },
    isReady: () => isOpen,
    depth: async () => ({ waiting: count("waiting"), running, delayed: count("delayed") }),
    idle: (tasks) => settled(tasks ? () => !tasks.some((task) => entries.has(options.keyOf(task))) : isEmpty),
    async close(within) {
      isOpen = false;
      for (const [key, entry] of entries) {
        clearTimeout(entry.timer);
        if (entry.state !== "running") entries.delete(key);
      }
      await endsWithin(settled(isEmpty), within);
    },
  };
}
