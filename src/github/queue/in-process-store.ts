import { createInProcessQueue } from "./in-process-queue.ts";
import type { Lead, QueueStore } from "./queue-store.ts";

const ALONE: Lead = { release: async () => {} };

/** Queues of one process that shares them with no other: it leads everything, and Octokit alone paces its writes. */
export function createInProcessStore(): QueueStore {
  return {
    open: (_name, options) => createInProcessQueue(options),
    lead: async () => ALONE,
    turnToWrite: async () => {},
    isReady: () => true,
    close: async () => {},
  };
}
