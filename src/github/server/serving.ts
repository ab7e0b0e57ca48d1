import type { ChildLimits } from "../review/evaluate-in-child.ts";
import type { Reviewer } from "../review/reviewer.ts";
import type { AppPages } from "./app-pages.ts";
import type { Pace } from "./create-app.ts";

/** What the command, tests and the demonstration set; nothing of it can be set from the environment. */
export interface ServeOptions {
  readonly pace?: Pace;
  /** The way to GitHub; the global `fetch` where left out. */
  readonly fetch?: typeof fetch;
  /** Milliseconds to wait after a failed attempt, counted from 1, in place of the seconds GitHub asks for. */
  readonly retryDelay?: (attempt: number) => number;
  /** Milliseconds between two sweeps, in place of the configured minutes. */
  readonly sweepMilliseconds?: number;
  /** Milliseconds after which the task of a process that ended is given to another one. */
  readonly leaseMilliseconds?: number;
  readonly child?: Partial<ChildLimits>;
  readonly reviewer?: Reviewer;
  readonly now?: () => Date;
  /** What people see who open the app's address; nothing where left out. */
  readonly pages?: AppPages;
  /** Takes log lines; standard output where left out. */
  readonly write?: (line: string) => void;
}

/** The running app. */
export interface Serving {
  readonly port: number;
  /** Where metrics are read; `undefined` where they are not. */
  readonly metricsPort?: number | undefined;
  /** Resolves once nothing is queued or running. */
  idle(): Promise<void>;
  /** Takes no more events, finishes what has begun, and resolves. */
  close(): Promise<void>;
}
