/** A function that computes its answer at the first call and keeps it. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly answer: T } | undefined;
  return () => {
    kept ??= { answer: compute() };
    return kept.answer;
  };
}
