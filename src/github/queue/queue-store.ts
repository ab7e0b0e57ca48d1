import type { Queue, QueueOptions } from "./queue.ts";

/** Where an app's queues are kept, and what its processes agree on there. */
export interface QueueStore {
  /** Opens a queue. `works` is false in a process that adds tasks and does none. */
  open<T>(name: string, options: QueueOptions<T> & { readonly works: boolean }): Queue<T>;
  /**
   * Asks to be the one process that does something for so many milliseconds from now. `undefined`: another one
   * is. Whoever could not do it gives it back with `release`.
   */
  lead(what: string, milliseconds: number): Promise<Lead | undefined>;
  /** Resolves when this process may send another write for an installation, of all that do. */
  turnToWrite(installation: number): Promise<void>;
  /** Whether tasks can be added now. */
  isReady(): boolean;
  /** Lets go of the store, once its queues are closed. */
  close(): Promise<void>;
}

/** The right to do what one process does for all. */
export interface Lead {
  release(): Promise<void>;
}
