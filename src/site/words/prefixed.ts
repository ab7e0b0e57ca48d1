/** Words of another table under keys that begin with a prefix: `owns` as `edge-owns`. */
export function prefixed<P extends string, K extends string>(
  prefix: P,
  words: Readonly<Record<K, string>>,
): Readonly<Record<`${P}${K}`, string>> {
  const entries = Object.entries<string>(words).map(([key, word]) => [`${prefix}${key}`, word]);
  // Its keys are those of `words`, each with the prefix.
  return Object.fromEntries(entries) as Record<`${P}${K}`, string>;
}
