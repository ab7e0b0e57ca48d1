/** What a queue does with one task. `last` says that a failure now is not followed by another attempt. */
export type RunTask<T> = (
  task: T,
  attempt: { readonly forced: boolean; readonly last: boolean },
) => Promise<void>;

/** Tasks waiting to be done, at most one of a name at a time. */
export interface Queue<T> {
  /**
   * Asks for a task. One of that name that waits already is enough; one that is running runs once more
   * after it, since it may have read what is out of date by now. `forced` stays with the task until it ran.
   */
  add(task: T, options?: { readonly forced?: boolean }): void;
  /** Resolves once nothing waits, runs or is to be tried again. */
  idle(): Promise<void>;
  /** Takes nothing more and resolves once all that can start now is done. What waits for a retry is dropped. */
  close(): Promise<void>;
}
