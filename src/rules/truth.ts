import type { Truth } from "../model/value.ts";

/** Kleene's strong logic: a conjunction is false as soon as one is, true only if all are. */
export function allTrue<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let truth: Truth = true;
  for (const item of items) {
    const one = test(item);
    if (one === false) return false;
    if (one === undefined) truth = undefined;
  }
  return truth;
}

/** A disjunction: true as soon as one is, false only if all are. */
export function anyTrue<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let truth: Truth = false;
  for (const item of items) {
    const one = test(item);
    if (one === true) return true;
    if (one === undefined) truth = undefined;
  }
  return truth;
}

/** The opposite; of unknown, unknown. */
export function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** What all of several possibilities agree on, else unknown. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first] = truths;
  return truths.every((truth) => truth === first) ? first : undefined;
}
