/** What a queue does with one task. */
export type RunTask<T> = (task: T, attempt: Attempt) => Promise<void>;

/** The run of a task that begins. */
export interface Attempt {
  /** Somebody asked for it to be done anew, whatever stands there already. */
  readonly forced: boolean;
  /** A failure now is not followed by another attempt. */
  readonly last: boolean;
  /** How many processes ended in the middle of this task; `undefined` where the queue ends with its process. */
  readonly crashes: number | undefined;
  /** Whether the task is still this process's to do, and will be for as long as it takes to write what was found. */
  isHeld(): Promise<boolean>;
}

/** How a task is asked for. */
export interface AddOptions {
  /** Stays with the task until it was done, or was given up. */
  readonly forced?: boolean;
  /** Nobody waits for it: it lets the others of its group go first. One asked for otherwise as well is not later. */
  readonly later?: boolean;
}

/** Tasks of a queue by what they are at. */
export interface QueueDepth {
  readonly waiting: number;
  readonly running: number;
  /** To be tried again later. */
  readonly delayed: number;
}

/** Tasks waiting to be done, at most one of a name at a time. */
export interface Queue<T> {
  /**
   * Asks for a task. One of that name that waits already is enough; one that is running runs once more
   * after it, since it may have read what is out of date by now. Fails where the task could not be kept.
   */
  add(task: T, options?: AddOptions): Promise<void>;
  /** Whether tasks can be added now. */
  isReady(): boolean;
  /** How many tasks there are, here or in other processes that share the queue. */
  depth(): Promise<QueueDepth>;
  /**
   * Resolves once nothing waits, runs or is to be tried again, here or in another process that shares the queue: none of
   * these tasks, or none at all where left out.
   */
  idle(tasks?: readonly T[]): Promise<void>;
  /**
   * Takes nothing more, starts nothing more, and resolves once what runs has ended, or after so many milliseconds.
   * What did not end is done again by whoever shares the queue, or is found by the next sweep.
   */
  close(within: number): Promise<void>;
}

/** How a queue behaves, whatever keeps it. */
export interface QueueOptions<T> {
  readonly keyOf: (task: T) => string;
  /** Tasks of one group take turns with those of others, so that no group keeps the rest waiting. */
  readonly groupOf: (task: T) => string;
  readonly run: RunTask<T>;
  readonly onError: (
    error: unknown,
    task: T,
    retry: { readonly attempt: number; readonly delay?: number },
  ) => void;
  /** How many tasks run at a time in one process. */
  readonly concurrency?: number;
  readonly attempts?: number;
  /** Milliseconds to wait after a failed attempt, counted from 1; `asked` are the seconds GitHub asks for. */
  readonly delay?: (attempt: number, asked: number) => number;
}
