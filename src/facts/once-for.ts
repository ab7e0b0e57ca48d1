/** A function that computes its answer about an object once and keeps it as long as the object. */
export function onceFor<K extends object, T>(compute: (about: K) => T): (about: K) => T {
  const kept = new WeakMap<K, { readonly answer: T }>();
  return (about) => {
    let found = kept.get(about);
    if (found === undefined) {
      found = { answer: compute(about) };
      kept.set(about, found);
    }
    return found.answer;
  };
}
