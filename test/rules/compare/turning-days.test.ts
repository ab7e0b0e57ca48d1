import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComparisonKind } from "../../../src/model/comparison.ts";
import type { PolicyRule } from "../../../src/model/generated/policy.ts";
import { type FactValue, NONE, UNKNOWN } from "../../../src/model/value.ts";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import { compareRule } from "../../../src/rules/compare/compare-rule.ts";
import { ruleVersions } from "../../../src/rules/compare/rule-version.ts";
import { policyFrom } from "../policy-from.ts";
import { vocabulary } from "../test-vocabulary.ts";
import { arbitraryDatePair } from "./arbitrary-pair.ts";
import { bruteForce } from "./brute-force.ts";

const RUNS = Number(process.env.BYLAW_RUNS ?? 40);
const DAYS_OF_RUN = Array.from({ length: 9 }, (_, index) => `2026-11-${19 + index}`);
/** From well before what the earliest run can ask about to well after the latest. */
const DATES = Array.from({ length: 24 }, (_, index) =>
  index < 18 ? `2026-11-${13 + index}` : `2026-12-0${index - 17}`,
);
const DOMAINS = Object.fromEntries<readonly FactValue[]>(
  ["system.tested_on", "system.signed_on"].map((name) => [name, [...DATES, NONE, UNKNOWN]]),
);

function versionOf(rule: PolicyRule) {
  const { policies } = checkPolicies([policyFrom(`rules: ${JSON.stringify([rule])}`)], vocabulary);
  return ruleVersions({ policies }).get("TST-01");
}

describe("days on which a date counted from today passes one that stands still", () => {
  it("part the comparison, so that it holds on every day: a brute force tries each", () => {
    fc.assert(
      fc.property(arbitraryDatePair, ([before, after]) => {
        const [old, now] = [versionOf(before), versionOf(after)];
        fc.pre(old !== undefined && now !== undefined);
        const { spans, kind } = compareRule(old, now, {
          vocabulary: old.set.policies.vocabulary,
          today: "2026-11-23",
        });
        const kinds = new Set<ComparisonKind>();
        for (const day of DAYS_OF_RUN) {
          const tried = bruteForce(before, after, day, DOMAINS);
          kinds.add(tried);
          const span = spans.find(
            ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
          );
          expect([day, span?.kind]).toEqual([day, tried]);
        }
        if (kinds.size === 1) expect(kinds).toContain(kind);
      }),
      { numRuns: RUNS, seed: 20261123, maxSkipsPerRun: 100 },
    );
  }, 240_000);
});
