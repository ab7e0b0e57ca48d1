import { type Language, textIn } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import type { CompiledClause, CompiledRule, RuleSet } from "../model/rule.ts";
import { basesOfRule } from "./bases-of-rule.ts";
import type { CheckedPolicies, CheckedPolicy, CheckedRule } from "./checked-policies.ts";
import { compileClause } from "./compile/compile-clause.ts";
import { type CompileContext, compileCondition } from "./compile/compile-condition.ts";
import { compileDefinitions } from "./compile/compile-definitions.ts";
import { allHold } from "./compile/holds.ts";
import { basisTurns } from "./compile/parameter-turns.ts";
import { cellFinder } from "./compile/read-fact.ts";
import { parametersOf } from "./parameters-of.ts";
import { leafWords } from "./words/leaf-words.ts";

/** How the plan switches packs of policies. A pack it does not name is binding, so that nothing is lost by omission. */
type PackSetting = "off" | "advisory" | "binding";

export interface CompileOptions {
  /** The date parameters are looked up for and `today` is. */
  readonly asOf: string;
  readonly packs?: Readonly<Record<string, PackSetting>>;
  /** What a rule's version says beyond its policy's: the municipality whose overlay changes it. */
  readonly build?: (rule: CheckedRule) => string | undefined;
}

/** Compiles the rules of all active policies for one date. Rules of a pack that is off are absent. */
export function compileRules(policies: CheckedPolicies, options: CompileOptions): RuleSet {
  const { asOf } = options;
  const words = leafWords(policies.vocabulary, policies.definitions, asOf);
  const base = { asOf, find: cellFinder(asOf), words };
  const context: CompileContext = { ...base, definition: compileDefinitions(policies.definitions, base) };
  const rules = policies.policies.flatMap((policy) => {
    const setting = packSetting(policy, options);
    if (policy.document.value.status !== "active" || setting === "off") return [];
    return policy.rules.map((rule) =>
      compileRule(rule, policy, { advisory: setting === "advisory", build: options.build?.(rule) }, context),
    );
  });
  return {
    asOf,
    rules,
    ...compileTier(policies, context),
    label: (fact, language) => label(policies, fact, language),
  };
}

function packSetting(policy: CheckedPolicy, { packs = {} }: CompileOptions): PackSetting {
  const { pack } = policy.document.value;
  return pack !== undefined && pack !== null && Object.hasOwn(packs, pack)
    ? (packs[pack] ?? "binding")
    : "binding";
}

function compileRule(
  checked: CheckedRule,
  policy: CheckedPolicy,
  { advisory, build }: { readonly advisory: boolean; readonly build: string | undefined },
  context: CompileContext,
): CompiledRule {
  const { written } = checked;
  const { value } = policy.document;
  const clauses: CompiledClause[] = [];
  const rule: CompiledRule = {
    id: checked.id,
    policy: value.id,
    version: build === undefined ? value.version : `${value.version}+${build}`,
    owner: value.owner,
    pack: value.pack ?? null,
    severity: written.severity,
    waivable: written.waivable ?? true,
    alternatives: written.alternatives ?? false,
    readsCountry: written.reads_country ?? false,
    transition: written.transition && {
      ...written.transition,
      lost_when: written.transition.lost_when ?? [],
    },
    clauses,
    turns: () => parametersOf(checked).flatMap((parameter) => basisTurns(parameter, context.asOf)),
    title: (language) => textIn(written.title, language),
    why: (language) => textIn(written.why, language),
    help: (language) => written.help && textIn(written.help, language),
    basis: (language) => basesOfRule(checked, value, context.asOf, language),
  };
  // Clause and rule refer to each other.
  clauses.push(...checked.clauses.map((clause) => compileClause(clause, rule, advisory, context)));
  return rule;
}

/** The highest step that holds; undecided as soon as a step is, because a higher tier may then be the true one. */
function compileTier(
  { ladder }: CheckedPolicies,
  context: CompileContext,
): Pick<RuleSet, "tier" | "tierGaps" | "tierTurns"> {
  if (ladder === undefined) return { tier: () => undefined, tierGaps: () => [], tierTurns: () => [] };
  const steps = ladder.map(({ tier, means }) => ({
    tier,
    conditions: means.map((condition) => compileCondition(condition, context)),
  }));
  const first = (row: Row) => {
    for (const { tier, conditions } of steps) {
      const truth = allHold(conditions, row);
      if (truth !== false) return { tier, truth, conditions };
    }
    return undefined;
  };
  return {
    tier: (row) => {
      const step = first(row);
      return step === undefined ? "T1" : step.truth && step.tier;
    },
    tierGaps: (row) => {
      const step = first(row);
      if (step === undefined || step.truth === true) return [];
      const place = { required: false, within: [] };
      const open = step.conditions.flatMap((condition) => condition.explain(row, place).leaves);
      return [...new Set(open.filter(({ truth }) => truth === undefined).map(({ fact }) => fact))];
    },
    tierTurns: (row) =>
      steps.flatMap(({ conditions }) =>
        conditions.flatMap((condition) => condition.explain(row, { required: false, within: [] }).turns()),
      ),
  };
}

function label({ vocabulary, definitions }: CheckedPolicies, name: string, language: Language): string {
  const fact = vocabulary.facts.get(name);
  if (fact !== undefined) return fact.label[language];
  const definition = definitions.get(name);
  return definition === undefined ? name : textIn(definition.title, language);
}
