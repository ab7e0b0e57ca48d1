import { GithubError } from "../api/github-error.ts";

/** Tasks of one queue that run at a time in one process, where nothing else is said. */
export const CONCURRENCY = 4;

/** How often a task is tried before it is left to the next sweep, where nothing else is said. */
export const ATTEMPTS = 5;

/** 1 s, 4 s, 16 s, then a minute; longer where GitHub asks for it. */
const BACKOFF = (attempt: number, asked: number) => Math.max(asked, Math.min(60, 4 ** (attempt - 1))) * 1_000;

/** Milliseconds until a task that failed is tried again. It alone waits, never the queue. */
export function delayAfter(error: unknown, attempt: number, delay: typeof BACKOFF = BACKOFF): number {
  return delay(attempt, error instanceof GithubError ? (error.retryAfter ?? 0) : 0);
}
