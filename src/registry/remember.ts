/** Answers remembered at most of one question: names come from manifests, so that there is no end to them. */
const REMEMBERED = 20_000;

/** Days whose answers are remembered at most: a run has one, a comparison of rules tries many. */
const DAYS = 400;

/** A question about a company or country on a day, whose answers are worked out once for each. */
export function rememberOnDay<K extends string | undefined, A>(
  answer: (about: K, asOf: string) => A,
): (about: K, asOf: string) => A {
  const days = new Map<string, Map<K, { readonly answer: A }>>();
  return (about, asOf) => {
    let known = days.get(asOf);
    if (known === undefined) {
      if (days.size >= DAYS) days.clear();
      known = new Map();
      days.set(asOf, known);
    }
    let found = known.get(about);
    if (found === undefined) {
      found = { answer: answer(about, asOf) };
      if (known.size < REMEMBERED) known.set(about, found);
    }
    return found.answer;
  };
}

/** The same question, whose answers are worked out once for each key. */
export function remember<Q extends readonly unknown[], A>(
  keyOf: (...question: Q) => string,
  answer: (...question: Q) => A,
): (...question: Q) => A {
  const known = new Map<string, { readonly answer: A }>();
  return (...question) => {
    const key = keyOf(...question);
    const found = known.get(key) ?? { answer: answer(...question) };
    if (known.size < REMEMBERED) known.set(key, found);
    return found.answer;
  };
}
