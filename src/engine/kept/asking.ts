import type { KeptValues } from "./kept-values.ts";

/**
 * A computation that names, at a few points, the keys of kept values it could use, and is given those there are.
 * It goes on without the rest, and comes to the same in any case. So it stays pure, wherever values are kept.
 */
export type Asking<T> = Generator<readonly string[], T, ReadonlyMap<string, string>>;

/** Kept values of which those are at hand that were asked for. */
export interface AskedValues extends KeptValues {
  ask(keys: readonly string[]): Asking<void>;
}

/** Values to ask for where they are kept; what is newly kept is passed on. */
export function askedValues({ keyOf, keep }: Pick<KeptValues, "keyOf" | "keep">): AskedValues {
  const atHand = new Map<string, string>();
  return {
    keyOf,
    keep,
    find: (key) => atHand.get(key),
    *ask(keys) {
      for (const [key, value] of yield keys) atHand.set(key, value);
    },
  };
}

/** For a computation that is to rest on no other: nothing is asked for. */
export const NOTHING_ASKED: AskedValues = {
  keyOf: () => "",
  find: () => undefined,
  keep: () => undefined,
  *ask() {},
};

/** What a computation comes to with the values of one store. */
export function answerFrom<T>(asking: Asking<T>, find: KeptValues["find"] = () => undefined): T {
  let step = asking.next();
  while (step.done !== true) {
    const found = step.value.flatMap((key) => {
      const value = find(key);
      return value === undefined ? [] : [[key, value] as const];
    });
    step = asking.next(new Map(found));
  }
  return step.value;
}
