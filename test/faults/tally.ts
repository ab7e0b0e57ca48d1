/** What a round, or many, counted. */
export interface Tally {
  faults: number;
  kills: number;
  dropped: number;
  /** How often Redis lost everything. */
  flushes: number;
  /** Milliseconds each review took that was due. */
  readonly times: number[];
  /** What went wrong, in a sentence each. */
  readonly lost: string[];
  readonly falsePasses: string[];
  readonly wrong: string[];
  readonly duplicates: string[];
  /** Milliseconds from the end of the storm until all was as it must be. */
  converged: number;
  /** Milliseconds the storm lasted. */
  milliseconds: number;
}

export function emptyTally(): Tally {
  return {
    faults: 0,
    kills: 0,
    dropped: 0,
    flushes: 0,
    times: [],
    lost: [],
    falsePasses: [],
    wrong: [],
    duplicates: [],
    converged: 0,
    milliseconds: 0,
  };
}

/** Adds what one round counted to what all did. */
export function addTally(all: Tally, one: Tally): void {
  all.faults += one.faults;
  all.kills += one.kills;
  all.dropped += one.dropped;
  all.flushes += one.flushes;
  all.milliseconds += one.milliseconds;
  all.converged = Math.max(all.converged, one.converged);
  for (const list of ["lost", "falsePasses", "wrong", "duplicates"] as const) all[list].push(...one[list]);
  all.times.push(...one.times);
}

/** Everything that is as it must not be, in a line each. */
export function failures({ lost, falsePasses, wrong, duplicates }: Tally): readonly string[] {
  const named = { lost, false_pass: falsePasses, wrong, dup: duplicates };
  return Object.entries(named).flatMap(([what, list]) => list.map((one) => `${what}: ${one}`));
}

/** The one line of the report. */
export function reportLine(tally: Tally): string {
  const { faults, kills, dropped, times, lost, falsePasses, wrong, duplicates, converged } = tally;
  return [
    `faults=${faults}`,
    `kills=${kills}`,
    `deliveries_dropped=${dropped}`,
    `reviews_due=${times.length + lost.length}`,
    `lost=${lost.length}`,
    `false_pass=${falsePasses.length}`,
    `wrong=${wrong.length}`,
    `dup=${duplicates.length}`,
    `p99_time_to_verdict=${seconds(quantile(times, 0.99))}`,
    `converge=${seconds(converged)}`,
  ].join(" ");
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)}s`;
}
