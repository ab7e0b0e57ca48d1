import { parseArgs } from "node:util";

/** What a run of the harness is asked for. */
export interface Arguments {
  readonly faults: number;
  readonly kills: number;
  readonly seed: number;
  /** One or two in every round; by turns where left out. */
  readonly nodes: 1 | 2 | undefined;
  /** Where the queue is kept; by turns where both. */
  readonly queue: "memory" | "redis" | "both";
  readonly minutes: number;
  readonly verbose: boolean;
}

/** Reads the arguments; a seed alone asks for its one round. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      faults: { type: "string" },
      kills: { type: "string" },
      seed: { type: "string" },
      nodes: { type: "string" },
      queue: { type: "string", default: "both" },
      minutes: { type: "string", default: "60" },
      verbose: { type: "boolean", default: false },
    },
  });
  const usual = values.seed === undefined ? { faults: 10_000, kills: 1_000 } : { faults: 1, kills: 1 };
  return {
    faults: Number(values.faults ?? usual.faults),
    kills: Number(values.kills ?? usual.kills),
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    nodes: values.nodes === "1" ? 1 : values.nodes === "2" ? 2 : undefined,
    queue: values.queue === "memory" || values.queue === "redis" ? values.queue : "both",
    minutes: Number(values.minutes),
    verbose: values.verbose,
  };
}
