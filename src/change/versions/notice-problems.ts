import type { Bundle } from "../../engine/bundle.ts";
import type { SetComparison } from "../../model/comparison.ts";
import type { FileProblem } from "../../model/document.ts";
import type { Language } from "../../model/language.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import type { Duration } from "../../model/value.ts";
import { reportInto } from "../../rules/check/report.ts";
import type { CheckedPolicies } from "../../rules/checked-policies.ts";
import { type RuleVersion, ruleVersions } from "../../rules/compare/rule-version.ts";
import { parametersBehind } from "../../rules/parameters-behind.ts";
import { valueAt } from "../../rules/value-at.ts";
import { parameterValueWords } from "../../rules/words/condition-words.ts";
import { isSameAnswer } from "../impact/same-answer.ts";
import { setOf } from "../impact/set-of.ts";
import { newlyBlocks } from "./newly-blocks.ts";
import { VERSION_WORDS } from "./version-words.ts";

/** The policy the notice stands in. */
const POLICY = "governance";
const NAME = "notice_min";

/**
 * Rules that would block something sooner than after the notice that the earlier set asks for, counted from a
 * day, each at the value or rule that brings it about. Where that set asks for none, nothing is too soon.
 */
export function noticeProblems(
  before: Bundle,
  after: Bundle,
  compared: Pick<SetComparison, "rules" | "ladder">,
  { asOf, language }: { readonly asOf: string; readonly language: Language },
): readonly FileProblem[] {
  const notice = noticeIn(before.policies, asOf, language);
  const earliest = notice && addDuration(asOf, notice.value, 1);
  if (earliest === undefined) return [];
  const [old, now] = [ruleVersions(setOf(before)), ruleVersions(setOf(after))];
  const problems: FileProblem[] = [];
  for (const { rule, kind } of compared.rules) {
    if (kind === "same" || kind === "looser") continue;
    const [earlier, later] = [old.get(rule), now.get(rule)];
    const first = newlyBlocks(earlier, later, asOf);
    if (first === undefined || later === undefined || first.on >= earliest) continue;
    const says = VERSION_WORDS[first.isSure ? "tooSoon" : "perhapsTooSoon"][language];
    const place = placeOf(later, earlier, first.on, after);
    reportInto(problems, place.document)(
      place.pointer,
      says(`\`${rule}\``, first.on, notice?.words ?? "", asOf),
      VERSION_WORDS.beginLater[language](earliest),
    );
  }
  problems.push(...ladderProblem(after, compared, { earliest, language }));
  return problems;
}

function noticeIn(
  { policies }: CheckedPolicies,
  asOf: string,
  language: Language,
): { readonly value: Duration; readonly words: string } | undefined {
  const policy = policies.find(({ document }) => document.value.id === POLICY);
  const parameter = policy?.document.value.status === "active" ? policy.parameters.get(NAME) : undefined;
  const value = parameter && valueAt(parameter, asOf)?.value;
  if (parameter === undefined || typeof value !== "object" || !("months" in value)) return undefined;
  return { value, words: parameterValueWords(value, parameter, parameter.of, language) };
}

/** The value that is another one on the day, of a parameter the rule rests on; else the rule. */
function placeOf(
  later: RuleVersion,
  earlier: RuleVersion | undefined,
  on: string,
  { policyDocuments }: Bundle,
) {
  const was = earlier === undefined ? [] : parametersBehind(earlier.rule, earlier.set.policies.definitions);
  for (const parameter of parametersBehind(later.rule, later.set.policies.definitions)) {
    const same = was.find(({ name, policy }) => name === parameter.name && policy === parameter.policy);
    const [before, now] = [same, parameter].map((one) => one && valueAt(one, on));
    const document = policyDocuments.find(({ value }) => value.id === parameter.policy);
    if (now === undefined || document === undefined || isSameAnswer(before?.value, now.value)) continue;
    const pointer = `${parameter.pointer}/values/${parameter.values.indexOf(now)}`;
    return { document, pointer };
  }
  return { document: later.policy.document, pointer: `${later.rule.pointer}/effective` };
}

/** A ladder has no date of its own: a higher tier is a stricter effect of every rule at once. */
function ladderProblem(
  { policyDocuments }: Bundle,
  { ladder }: Pick<SetComparison, "ladder">,
  { earliest, language }: { readonly earliest: string; readonly language: Language },
): readonly FileProblem[] {
  if (ladder === undefined || ladder.kind === "same" || ladder.kind === "looser") return [];
  const document = policyDocuments.find(({ value }) => value.tiers !== undefined);
  if (document === undefined) return [];
  const problems: FileProblem[] = [];
  reportInto(problems, document)(
    "/tiers",
    VERSION_WORDS.higherAtOnce[language](),
    VERSION_WORDS.compareToday[language](earliest),
    "key",
  );
  return problems;
}
