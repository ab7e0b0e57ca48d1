import type { Registry } from "../../model/registry.ts";
import { isSameAnswer } from "./same-answer.ts";

/** A question that two registries answer differently. */
export interface Difference {
  readonly method: keyof Registry;
  readonly asked: readonly unknown[];
  readonly before: unknown;
  readonly after: unknown;
}

/** A registry that notes what it is asked. */
export interface AskedRegistry {
  readonly registry: Registry;
  /** Of what was asked so far, what the later registry answers otherwise. */
  differences(): readonly Difference[];
}

const METHODS: Readonly<Record<keyof Registry, true>> = {
  entity: true,
  entities: true,
  resolve: true,
  holders: true,
  listings: true,
  productOrigins: true,
  byOui: true,
  byFcc: true,
  legalFlags: true,
  trust: true,
  exploited: true,
  alternatives: true,
  turns: true,
  profileTurns: true,
  originTurns: true,
  supplierTurns: true,
  edges: true,
  lists: true,
  carrier: true,
  source: true,
};

/**
 * Makes registries that answer as the earlier one and note what they are asked. Facts are a function of the
 * answers: where the later registry gives every answer the same, every fact is the same. Each question is
 * compared once, however many manifests ask it.
 */
export function askRegistries(before: Registry, after: Registry): () => AskedRegistry {
  const compared = new Map<string, Difference | undefined>();
  function compare(key: string, method: keyof Registry, asked: readonly unknown[]): Difference | undefined {
    if (compared.has(key)) return compared.get(key);
    const [old, now] = [answer(before, method, asked), answer(after, method, asked)];
    const found = isSameAnswer(old, now) ? undefined : { method, asked, before: old, after: now };
    compared.set(key, found);
    return found;
  }
  return () => {
    const found = new Map<string, Difference>();
    const noted = new Set<string>();
    const noting =
      (method: keyof Registry) =>
      (...asked: readonly unknown[]): unknown => {
        const key = `${method} ${JSON.stringify(asked)}`;
        if (!noted.has(key)) {
          noted.add(key);
          const difference = compare(key, method, asked);
          if (difference !== undefined) found.set(key, difference);
        }
        return answer(before, method, asked);
      };
    const methods = Object.keys(METHODS) as (keyof Registry)[];
    return {
      // Every method of the interface stands in the table, and answers as its own.
      registry: Object.fromEntries(methods.map((method) => [method, noting(method)])) as unknown as Registry,
      differences: () => [...found.values()],
    };
  };
}

function answer(registry: Registry, method: keyof Registry, asked: readonly unknown[]): unknown {
  // A method is asked with the arguments that another of its name was called with.
  const ask = registry[method] as (...args: readonly unknown[]) => unknown;
  return ask(...asked);
}
