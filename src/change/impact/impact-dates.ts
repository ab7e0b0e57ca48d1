import type { Bundle } from "../../engine/bundle.ts";
import type { RuleComparison } from "../../model/comparison.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import { dayAfter } from "../../model/time/day-after.ts";
import { compareRule } from "../../rules/compare/compare-rule.ts";
import { mentionedDates } from "../../rules/compare/mentioned-dates.ts";
import { ruleVersions } from "../../rules/compare/rule-version.ts";
import { parametersBehindConditions } from "../../rules/parameters-behind.ts";
import { indexVocabulary } from "../../rules/vocabulary.ts";
import type { Cause } from "./impact-cause.ts";
import { setOf } from "./set-of.ts";

/** How many cases a comparison that only finds dates may look at for each rule. */
const CASES = 20_000;

/**
 * The days after a date on which what differs between two bundles takes effect: a rule or value begins or ends
 * on them and the versions differ there, an entry of the registry or a waiver begins or ends. In order.
 */
export function impactDates(
  {
    before,
    after,
    cause,
    asOf,
  }: {
    readonly before: Bundle;
    readonly after: Bundle;
    readonly cause: Cause;
    readonly asOf: string;
  },
  compared?: readonly RuleComparison[],
): readonly string[] {
  const days = [
    ...ruleDays(before, after, cause, asOf, compared),
    ...(cause.ladder ? [before, after].flatMap(ladderDays) : []),
    ...cause.registry.flatMap((entry) => entry.days),
    ...cause.waivers.flatMap(({ value: { from, expires } }) => [from, dayAfter(expires) ?? expires]),
  ];
  return [...new Set(days.filter((day) => day > asOf))].sort();
}

function ruleDays(
  before: Bundle,
  after: Bundle,
  cause: Cause,
  asOf: string,
  known: readonly RuleComparison[] = [],
): readonly string[] {
  const municipalities = [...before.overlays, ...after.overlays].map(
    ({ value }) => value.municipality.cbs_code,
  );
  return [undefined, ...new Set(municipalities)].flatMap((code) => {
    const [old, now] = [ruleVersions(setOf(before, code)), ruleVersions(setOf(after, code))];
    return [...cause.rules(code)].flatMap((id) => {
      const versions = [old.get(id), now.get(id)] as const;
      const context = { vocabulary: WORDS, today: asOf, since: asOf, budget: CASES };
      const whole = code === undefined ? known.find(({ rule }) => rule === id) : undefined;
      const { spans, kind } = whole ?? compareRule(...versions, context);
      const differs = (day: string) =>
        spans.length === 0
          ? kind !== "same"
          : spans.some(
              (span) =>
                span.kind !== "same" &&
                (span.from === null || span.from <= day) &&
                (span.to === null || day <= span.to),
            );
      const mentioned = versions.flatMap((version) => (version === undefined ? [] : mentionedDates(version)));
      return mentioned.filter((day) => day > asOf && differs(day));
    });
  });
}

const WORDS = indexVocabulary(vocabulary);

function ladderDays({ policies: { ladder, definitions } }: Bundle): readonly string[] {
  const steps = ladder?.flatMap(({ means }) => means) ?? [];
  return parametersBehindConditions(steps, definitions).flatMap(({ values }) =>
    values.map(({ from }) => from),
  );
}
