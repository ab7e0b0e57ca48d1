import type { Pace } from "./create-app.ts";
import type { ChildLimits } from "./evaluate-in-child.ts";
import type { Reviewer } from "./reviewer.ts";

/** What tests and the demonstration set; nothing of it can be set from the environment. */
export interface ServeOptions {
  readonly pace?: Pace;
  /** Milliseconds to wait after a failed attempt, counted from 1, in place of the seconds GitHub asks for. */
  readonly retryDelay?: (attempt: number) => number;
  readonly child?: Partial<ChildLimits>;
  readonly reviewer?: Reviewer;
  readonly now?: () => Date;
  /** Takes log lines; standard output where left out. */
  readonly write?: (line: string) => void;
}

/** The running app. */
export interface Serving {
  readonly port: number;
  /** Resolves once nothing is queued or running. */
  idle(): Promise<void>;
  /** Takes no more events, finishes what has begun, and resolves. */
  close(): Promise<void>;
}
