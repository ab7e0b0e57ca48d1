import type { Environment } from "../../src/github/settings/environment.ts";

/** How one node of the app is started, all of it data so that it can be sent to another process. */
export interface NodeSettings {
  readonly environment: Environment;
  /** The user agent by which the stand-in tells nodes apart. */
  readonly agent: string;
  readonly seed: number;
  /** How often a name cannot be resolved, as a probability. */
  readonly nameFailures: number;
  /** How far its clock is off, in milliseconds. */
  readonly clockShift: number;
  readonly sweepMilliseconds: number;
  /** Whether nothing it writes to its audit log succeeds; of a node that is a process of its own. */
  readonly isDiskFull: boolean;
}

/** A running node of the app. */
export interface Node {
  readonly agent: string;
  readonly port: number;
  /** Ends it at once, wherever it is; all it had in memory is gone. */
  kill(): void;
  /** Stops it where it is and lets it go on after a while; `undefined` where that cannot be done. */
  readonly freeze: ((milliseconds: number) => void) | undefined;
}

/** Starts nodes of one sort. */
export interface NodeSource {
  /** What `kill` of its nodes is, for the report. */
  readonly sort: "kill -9" | "abandoned";
  start(settings: NodeSettings): Promise<Node>;
  close(): void;
}
