/**
 * Bounds on the differences of whole numbers: `most[i][j]` is the most that number i may be above number
 * j. Number 0 is the origin. Closed: no bound follows from others and is missing.
 */
export type Differences = readonly (readonly number[])[];

/** No bounds at all on `count` numbers beside the origin, but that each lies between `least` and `most`. */
export function boundedNumbers(count: number, least: number, most: number): Differences {
  const size = count + 1;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => {
      if (i === j) return 0;
      if (j === 0) return most;
      return i === 0 ? -least : most - least;
    }),
  );
}

/** The bounds with number i at most `bound` above number j; `undefined` where no numbers meet them all. */
export function withBound(bounds: Differences, i: number, j: number, bound: number): Differences | undefined {
  if (bound >= at(bounds, i, j)) return bounds;
  if (bound + at(bounds, j, i) < 0) return undefined;
  return bounds.map((row, a) =>
    row.map((most, b) => Math.min(most, at(bounds, a, i) + bound + at(bounds, j, b))),
  );
}

/** Numbers within the bounds, the origin left out, each as near as can be to `wanted`. */
export function solve(bounds: Differences, wanted: number): readonly number[] {
  let current = bounds;
  return bounds.slice(1).map((_, index) => {
    const i = index + 1;
    const value = Math.min(Math.max(wanted, -at(current, 0, i)), at(current, i, 0));
    current = withValue(current, i, value) ?? current;
    return value;
  });
}

/** The bounds with number i fixed; `undefined` where it cannot have that value. */
export function withValue(bounds: Differences, i: number, value: number): Differences | undefined {
  const below = withBound(bounds, i, 0, value);
  return below && withBound(below, 0, i, -value);
}

/** The most that number i may be above number j. */
export function at(bounds: Differences, i: number, j: number): number {
  return bounds[i]?.[j] ?? 0;
}
