import type { Measure, Objective, PlanDocument } from "../../model/generated/plan.ts";
import { table } from "../../render/table.ts";
import { digits } from "../../rules/words/digits.ts";
import { numberWords } from "../../rules/words/number-words.ts";
import type { PageSetting } from "../page-setting.ts";
import { policyLink } from "../policy-link.ts";
import { english, prose } from "../prose.ts";
import { ruleLink } from "../rule-link.ts";
import { translated } from "../translated.ts";
import { objectiveAnchor } from "./objective-anchor.ts";

/** The objectives of the plan: a table of them all, and below it each with its indicator, number, owner and basis. */
export function objectivesPart(plan: PlanDocument, setting: PageSetting): readonly string[] {
  const { say } = setting;
  const head = ["objective", "baseline", "target", "byDay", "answers"] as const;
  const rows = plan.objectives.map((objective) => [
    `[${translated(objective.title, setting)}](#${objectiveAnchor(objective.id)})`,
    baselineWords(objective, setting),
    targetWords(objective, setting),
    dayWords(objective, setting),
    ownerWords(objective, setting),
  ]);
  return [
    `## ${say("objectivesHead")}`,
    table(
      head.map((word) => say(word)),
      rows,
    ),
    ...plan.objectives.flatMap((objective) => [
      `<a id="${objectiveAnchor(objective.id)}"></a>`,
      `### ${translated(objective.title, setting)}`,
      details(objective, plan, setting)
        .map(([label, text]) => `- ${label}: ${text}`)
        .join("\n"),
    ]),
  ];
}

type Line = readonly [label: string, text: string];

function details(objective: Objective, plan: PlanDocument, setting: PageSetting): readonly Line[] {
  const { language, say, words, policies } = setting;
  const { indicator, unit, functions = [], policies: served = [], basis = [], measured_by } = objective;
  const labels = policies.vocabulary.facts.get("system.functions_in_use")?.valueLabels;
  const joined = (texts: readonly string[]) => texts.join(words("and"));
  const lines: readonly Line[] = [
    [say("indicator"), translated(indicator, setting)],
    [say("unit"), unit === undefined ? "" : unitWords(unit, setting)],
    [say("baseline"), baselineWords(objective, setting)],
    [say("target"), targetWords(objective, setting)],
    [say("byDay"), dayWords(objective, setting)],
    [say("answers"), ownerWords(objective, setting)],
    [
      say("functions"),
      joined(functions.map((name) => prose(labels?.get(name)?.[language] ?? name, language))),
    ],
    [say("servedBy"), joined(served.map((id) => policyLink(id, setting)))],
    [say("measured"), measured_by === undefined ? say("notMeasured") : measureWords(measured_by, setting)],
    [say("restsOn"), basis.map((key) => basisWords(key, plan, setting)).join(say("semicolon"))],
  ];
  return lines.filter(([, text]) => text !== "");
}

/** A number with its unit where that is a sign, alone where the unit is a word. */
export function amountWords(value: number, unit: string | undefined, { language }: PageSetting): string {
  return unit === "percent" ? numberWords(value, unit, language) : digits(value);
}

function baselineWords({ baseline, unit }: Objective, setting: PageSetting): string {
  return baseline == null ? setting.say("notCounted") : amountWords(baseline, unit, setting);
}

function targetWords({ target, unit }: Objective, setting: PageSetting): string {
  return target == null ? setting.say("noTarget") : amountWords(target, unit, setting);
}

function dayWords({ date }: Objective, { language, say }: PageSetting): string {
  return date && date !== "none" ? prose(date, language) : say("noTarget");
}

function ownerWords({ owner }: Objective, { language, say }: PageSetting): string {
  return owner && owner !== "none" ? english(owner.role, language) : say("nobody");
}

function unitWords(unit: string, { language, say }: PageSetting): string {
  if (unit === "percent") return say("unit-percent");
  if (unit === "systems") return say("unit-systems");
  return unit === "device models at a site" ? say("unit-placements") : english(unit, language);
}

function basisWords(
  key: string,
  { sources = {} }: PlanDocument,
  { language, say, words }: PageSetting,
): string {
  if (key === "proposal") return prose(say("planChoice"), language);
  const source = sources[key];
  const title = english(source?.title ?? key, language);
  return source?.verified === true ? title : words("unverified", { basis: title });
}

function measureWords(measure: Measure, setting: PageSetting): string {
  const { language, say, words, policies } = setting;
  if ("declared_by" in measure) return say("declaredBy");
  const rules = "share_of" in measure ? measure.passing : measure.failing;
  const name = "share_of" in measure ? measure.share_of : measure.count_of;
  const subject = [...policies.vocabulary.subjects.values()].find((candidate) => candidate.name === name);
  const said = say("share_of" in measure ? "shareOf" : "countOf", {
    subject: prose(subject?.title[language] ?? name, language),
    rules: rules.map((id) => ruleLink(id, setting)).join(words("and")),
  });
  if (measure.tiers === undefined) return said;
  return say("onlyTiers", { measure: said, tiers: measure.tiers.join(words("and")) });
}
