import type { CheckedPolicies } from "../../rules/checked-policies.ts";

/** A law or regulation that a policy names among its sources. */
export interface UnusedLaw {
  readonly policy: string;
  readonly title: string;
}

/** Laws and regulations among the sources of policies on which no rule and no value of the policy rests. */
export function lawsWithoutRules({ policies }: CheckedPolicies): readonly UnusedLaw[] {
  return policies.flatMap(({ document, rules, parameters }) => {
    const { id, sources } = document.value;
    const used = new Set([
      ...rules.flatMap(({ written }) => (written.basis ?? []).map(({ source }) => source)),
      ...[...parameters.values()].flatMap(({ values }) => values.map(({ basis }) => basis.source)),
    ]);
    return Object.entries(sources).flatMap(([key, { kind, title }]) =>
      (kind === "law" || kind === "regulation") && !used.has(key) ? [{ policy: id, title }] : [],
    );
  });
}
