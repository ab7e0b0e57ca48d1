/** How many turns of their group's other tasks those that can wait let go first. */
export const LATER = 1_000;

/** Numbers by which tasks stand in line. */
export interface Turns {
  /**
   * The next number of a group, `now` being that of the task which is first in line. Each group counts for itself
   * from there, so that one with a thousand tasks waiting and one with a single task take turns. What can wait
   * stands so many turns later and is therefore done in the end.
   */
  take(group: string, later: boolean, now: number): number;
  /** Begins anew: nothing waits. */
  clear(): void;
}

/** Numbers for a line that stands in this process. */
export function createTurns(): Turns {
  const taken = new Map<string, number>();
  return {
    take(group, later, now) {
      const name = `${group}:${later}`;
      const turn = Math.max(now, (taken.get(name) ?? 0) + 1);
      taken.set(name, turn);
      return turn + (later ? LATER : 0);
    },
    clear: () => taken.clear(),
  };
}
