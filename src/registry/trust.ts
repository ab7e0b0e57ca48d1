import type { Assessment, Criteria } from "../model/generated/registry.ts";
import type { Registry } from "../model/registry.ts";

/** The twelve trust criteria, in the order they are shown. */
export const CRITERIA: readonly (keyof Criteria)[] = [
  "ownership_disclosed",
  "no_state_control",
  "independent_courts",
  "no_compelled_assistance",
  "published_accounts",
  "no_gift_led_selling",
  "no_sanctions_history",
  "vulnerability_disclosure",
  "source_transparency",
  "independent_certification",
  "supply_continuity",
  "data_locality",
];

/**
 * Sum of the criteria in the newest assessment made by a date, and which lack evidence; `undefined` where
 * there is none yet. A criterion without evidence, or with evidence dated later, counts 0 and is missing.
 */
export function scoreOf(assessments: readonly Assessment[], asOf: string): ReturnType<Registry["trust"]> {
  const newest = assessments
    .filter(({ assessed_on }) => assessed_on <= asOf)
    .reduce<Assessment | undefined>(
      (best, next) => (best && best.assessed_on >= next.assessed_on ? best : next),
      undefined,
    );
  if (!newest) return undefined;
  const evidence = CRITERIA.map((name) => ({ name, criterion: newest.criteria[name] }));
  const known = evidence.filter(({ criterion }) => criterion && criterion.date <= asOf);
  return {
    score: known.reduce((sum, { criterion }) => sum + (criterion?.score ?? 0), 0),
    missing: evidence.filter((entry) => !known.includes(entry)).map(({ name }) => name),
    on: newest.assessed_on,
  };
}
