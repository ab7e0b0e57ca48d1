/** Chance that is the same for the same seed. */
export interface Random {
  /** From 0 up to, and not, 1. */
  number(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<T>(items: readonly [T, ...(readonly T[])]): T;
}

/** Numbers of the generator `mulberry32`, which passes the usual tests of chance and needs one word of state. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    number,
    chance: (probability) => number() < probability,
    between: (least, most) => least + Math.floor(number() * (most - least + 1)),
    pick: (items) => items[Math.floor(number() * items.length)] ?? items[0],
  };
}
