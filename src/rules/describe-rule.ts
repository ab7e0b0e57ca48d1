import { type Language, textIn } from "../model/language.ts";
import { basesOfRule } from "./bases-of-rule.ts";
import type {
  CheckedClause,
  CheckedDefinition,
  CheckedPolicies,
  CheckedPolicy,
  CheckedRule,
} from "./checked-policies.ts";
import { definitionsBehind } from "./definitions-behind.ts";
import { describeParameter } from "./describe-parameter.ts";
import { conditionsOf, parametersBehind } from "./parameters-behind.ts";
import type { ClauseInWords, DefinitionInWords, RuleInWords } from "./rule-in-words.ts";
import { conditionWords, operandWords, type WordContext } from "./words/condition-words.ts";
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
  const definitions = definitionsBehind(conditionsOf(rule), policies.definitions);
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
    parameters: parametersBehind(rule, policies.definitions).map((parameter) =>
      describeParameter(parameter, policies, language, asOf),
    ),
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
    expectsRows: vocabulary.subjects.get(clause.subject)?.expected ?? false,
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
    help: clause.help && textIn(clause.help, language),
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

function describeDefinition(definition: CheckedDefinition, context: WordContext): DefinitionInWords {
  const { name, title, policy } = definition;
  const means = definition.means.map((condition) => conditionWords(condition, context));
  return { name, title: textIn(title, context.language), policy, means };
}
