import { type Language, textIn } from "../model/language.ts";
import { basesOfRule } from "./bases-of-rule.ts";
import type {
  CheckedClause,
  CheckedDefinition,
  CheckedParameter,
  CheckedPolicies,
  CheckedPolicy,
  CheckedRule,
} from "./checked-policies.ts";
import { definitionsIn } from "./definitions-in.ts";
import { parametersIn, parametersOf } from "./parameters-of.ts";
import type { ClauseInWords, DefinitionInWords, ParameterInWords, RuleInWords } from "./rule-in-words.ts";
import { valueAt } from "./value-at.ts";
import { basisWords } from "./words/basis-words.ts";
import {
  conditionWords,
  operandWords,
  parameterValueWords,
  type WordContext,
} from "./words/condition-words.ts";
import { say } from "./words/say.ts";

/** Puts a rule into words for a date; `undefined` where no policy has a rule of that id. */
export function describeRule(
  policies: CheckedPolicies,
  id: string,
  language: Language,
  asOf: string,
): RuleInWords | undefined {
  for (const policy of policies.policies) {
    const rule = policy.rules.find((candidate) => candidate.id === id);
    if (rule !== undefined) return describe(rule, policy, policies, language, asOf);
  }
  return undefined;
}

function describe(
  rule: CheckedRule,
  policy: CheckedPolicy,
  policies: CheckedPolicies,
  language: Language,
  asOf: string,
): RuleInWords {
  const { written } = rule;
  const { value } = policy.document;
  const context: WordContext = { ...policies, asOf, language };
  const { kept_by, transition } = written;
  const definitions = definitionNames(rule, policies).flatMap((name) => policies.definitions.get(name) ?? []);
  const parameters = new Set([
    ...parametersOf(rule),
    ...definitions.flatMap(({ means }) => parametersIn(means)),
  ]);
  return {
    id: rule.id,
    title: textIn(written.title, language),
    policy: value.id,
    version: value.version,
    status: value.status,
    owner: value.owner,
    severity: written.severity,
    why: textIn(written.why, language),
    help: written.help && textIn(written.help, language),
    waivable: written.waivable ?? true,
    alternatives: written.alternatives ?? false,
    readsCountry: written.reads_country ?? false,
    keptBy: kept_by && { by: kept_by, test: written.test ?? "" },
    transition: transition && transitionWords(transition, language),
    clauses: rule.clauses.map((clause) => describeClause(clause, context)),
    definitions: definitions.map((definition) => describeDefinition(definition, context)),
    parameters: [...parameters].map((parameter) => describeParameter(parameter, policies, context)),
    basis: basesOfRule(rule, value, asOf, language),
  };
}

function describeClause(clause: CheckedClause, context: WordContext): ClauseInWords {
  const { vocabulary, language } = context;
  const words = (conditions: CheckedClause["when"]) =>
    conditions.map((condition) => conditionWords(condition, context));
  const today = vocabulary.facts.get("today");
  return {
    id: clause.id,
    subject: vocabulary.subjects.get(clause.subject)?.title[language] ?? clause.subject,
    appliesWhere: words(clause.when),
    unless: clause.unless.map(words),
    requires: words(clause.require),
    due:
      clause.due === undefined || today === undefined
        ? undefined
        : say(language, "dueBy", { date: operandWords(clause.due, today, context) }),
    stages: clause.stages,
    effects: clause.effect,
    effective: clause.effective === "0001-01-01" ? undefined : clause.effective,
    until: clause.until ?? undefined,
  };
}

function transitionWords(
  transition: NonNullable<CheckedRule["written"]["transition"]>,
  language: Language,
): string {
  const { deployed_before: deployed, until, lost_when = [] } = transition;
  if (lost_when.length === 0) return say(language, "transition", { deployed, until });
  const list = lost_when.map((kind) => `\`${kind}\``).join(say(language, "separator"));
  return say(language, "transitionLost", { deployed, until, list });
}

/** The definitions a rule rests on, those they rest on included, in the order they are met. */
function definitionNames(rule: CheckedRule, { definitions }: CheckedPolicies): readonly string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    for (const inner of definitionsIn(definitions.get(name)?.means ?? [])) add(inner);
  };
  for (const { when, unless, require } of rule.clauses) {
    for (const name of definitionsIn([...when, ...unless.flat(), ...require])) add(name);
  }
  return [...names];
}

function describeDefinition(definition: CheckedDefinition, context: WordContext): DefinitionInWords {
  const { name, title, policy } = definition;
  const means = definition.means.map((condition) => conditionWords(condition, context));
  return { name, title: textIn(title, context.language), policy, means };
}

function describeParameter(
  parameter: CheckedParameter,
  { policies }: CheckedPolicies,
  context: WordContext,
): ParameterInWords {
  const { language, asOf } = context;
  const sources = policies.find(({ document }) => document.value.id === parameter.policy)?.document.value;
  const words = (value: CheckedParameter["values"][number]["value"]) =>
    parameterValueWords(value, parameter, parameter.of, language);
  const current = valueAt(parameter, asOf);
  return {
    name: parameter.name,
    policy: parameter.policy,
    title: textIn(parameter.title, language),
    value: current && words(current.value),
    history: parameter.values.map((dated) => ({
      from: dated.from,
      value: words(dated.value),
      state: dated === current ? "in-force" : dated.from > asOf ? "coming" : "past",
      basis: basisWords(dated.basis, sources, language),
    })),
  };
}
