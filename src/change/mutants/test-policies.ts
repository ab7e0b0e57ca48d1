import type { Bundle } from "../../engine/bundle.ts";
import type { ExampleWorld } from "../../engine/example-world.ts";
import {
  isAsExpected,
  judgeExample,
  type PreparedExample,
  prepareExample,
} from "../../engine/judge-example.ts";
import type { PageExample } from "../../engine/page-examples.ts";
import type { PolicyExamples } from "../../engine/policy-examples.ts";
import type { Document } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import type { CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import { type BoundaryTest, boundaryTests } from "../coverage/boundary-tests.ts";
import { type ConditionSeen, coverageOfRule } from "../coverage/coverage-of-rule.ts";
import { findWitnesses } from "../witness/find-witnesses.ts";
import { type Bench, createBench } from "./create-bench.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsOfRule } from "./mutants-of-rule.ts";
import { type MeaningTest, testMeanings } from "./test-meanings.ts";
import { compiledByDate, type Tried, tryMutants } from "./try-mutants.ts";

/** An example of a page, and what is wrong with it; nothing where it holds. */
interface ExampleTest {
  readonly example: PageExample;
  readonly wrong: string | undefined;
}

/** What the examples of one rule show of it. */
export interface RuleTest {
  readonly rule: CheckedRule;
  readonly examples: readonly ExampleTest[];
  readonly mutants: readonly Tried[];
  readonly conditions: readonly ConditionSeen[];
  readonly boundaries: readonly BoundaryTest[];
  /** For survivors, examples that would kill them; those that were not found by trying are left out. */
  readonly witnesses: ReadonlyMap<Mutant, PageExample>;
}

export interface PolicyTest extends MeaningTest {
  readonly document: Document<PolicyDocument>;
  /** Examples that name no rule of this policy. */
  readonly strays: readonly PageExample[];
  readonly rules: readonly RuleTest[];
}

export interface TestOptions {
  /** The policies that are tested, by id; all where left out. The pages of the others show what reads their definitions. */
  readonly only?: ReadonlySet<string>;
  /** Whether examples are sought that would kill the survivors. */
  readonly witnesses: boolean;
}

/**
 * Runs the examples of policies, by id the examples of their pages, and tries the mutants of their rules, definitions
 * and ladder against them. Policies without a page are left out.
 */
export function testPolicies(
  bundle: Bundle,
  pages: ReadonlyMap<string, PolicyExamples>,
  world: ExampleWorld,
  options: TestOptions = { witnesses: true },
): readonly PolicyTest[] {
  const prepared = new Map<string, readonly PreparedExample[]>();
  const preparedOf = (id: string) => {
    const found = prepared.get(id) ?? (pages.get(id)?.rules ?? []).map((one) => prepareExample(one, world));
    prepared.set(id, found);
    return found;
  };
  return bundle.policies.policies.flatMap((policy): PolicyTest[] => {
    const { id } = policy.document.value;
    const page = pages.get(id);
    if (page === undefined || options.only?.has(id) === false) return [];
    const setting = { bundle, world, options, preparedOf };
    return [{ ...testPolicy(policy, page.rules, setting), ...testMeanings(policy, page.tiers, setting) }];
  });
}

function testPolicy(
  { document, rules }: CheckedPolicy,
  examples: readonly PageExample[],
  setting: {
    readonly bundle: Bundle;
    readonly world: ExampleWorld;
    readonly options: TestOptions;
    readonly preparedOf: (policy: string) => readonly PreparedExample[];
  },
): Omit<PolicyTest, keyof MeaningTest> {
  const { bundle, preparedOf } = setting;
  const bench = createBench(bundle.policies, bundle.policyDocuments, vocabulary, document.value.id);
  const ids = new Set(document.value.rules.map(({ id }) => id));
  const all = preparedOf(document.value.id);
  return {
    document,
    strays: examples.filter(({ rule }) => !ids.has(rule)),
    rules: rules
      .filter(({ clauses }) => clauses.length > 0)
      .map((rule) => testRule(rule, document, all, { ...setting, bench })),
  };
}

function testRule(
  rule: CheckedRule,
  { value }: Document<PolicyDocument>,
  all: readonly PreparedExample[],
  {
    bundle,
    bench,
    world,
    options,
  }: {
    readonly bundle: Bundle;
    readonly bench: Bench;
    readonly world: ExampleWorld;
    readonly options: TestOptions;
  },
): RuleTest {
  const { policies } = bundle;
  const own = all.filter(({ example }) => example.rule === rule.id);
  const others = all.filter(({ example }) => example.rule !== rule.id);
  const compiled = compiledByDate(rule, bench);
  const index = value.rules.findIndex(({ id }) => id === rule.id);
  const mutants = tryMutants(rule, mutantsOfRule(value, index, policies.vocabulary), own, bench);
  return {
    rule,
    examples: own.map((one) => ({ example: one.example, wrong: wrongWith(one, compiled) })),
    mutants,
    conditions: coverageOfRule(rule, own, policies),
    boundaries: boundaryTests(rule, compiled, policies),
    witnesses: options.witnesses
      ? findWitnesses(rule, mutants, { own, others, world, policies, bench })
      : new Map(),
  };
}

function wrongWith(
  prepared: PreparedExample,
  compiled: ReturnType<typeof compiledByDate>,
): string | undefined {
  const { example, asOf, judgeable, problems } = prepared;
  if (judgeable === undefined) return problems.join("; ");
  const findings = judgeExample(prepared, compiled(asOf));
  if (isAsExpected(example, findings)) return undefined;
  if (findings.length === 0) return "it passes";
  const said = findings.map(
    ({ outcome, effect, upcoming }) => `${outcome}, ${effect}${upcoming ? ", not binding yet" : ""}`,
  );
  return `it comes out as ${[...new Set(said)].join("; ")}`;
}
