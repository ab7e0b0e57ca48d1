import type { ExampleWorld } from "../../engine/example-world.ts";
import type { PreparedExample } from "../../engine/judge-example.ts";
import { layOver } from "../../engine/page-examples.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import type { Row } from "../../model/row.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import { readYaml } from "../../parse/read-yaml.ts";
import type { CheckedClause, CheckedPolicies, CheckedRule } from "../../rules/checked-policies.ts";
import { compileOperand } from "../../rules/compile/compile-operand.ts";
import { cellFinder } from "../../rules/compile/read-fact.ts";
import type { Comparison } from "../../rules/form.ts";
import { parametersOf } from "../../rules/parameters-of.ts";
import type { Fact } from "../../rules/vocabulary.ts";
import { rowsOf } from "../coverage/rows-of-clause.ts";
import { replaceAt } from "../mutants/replace-at.ts";
import { comparisonsIn } from "./comparisons-in.ts";
import type { Draft } from "./draft.ts";
import { limitsAt } from "./limits-at.ts";
import { placeOfFact } from "./place-of-fact.ts";
import type { Seed } from "./seeds.ts";
import { atLowerTiers, atStages } from "./surroundings-of-draft.ts";
import { tellingValues } from "./telling-values.ts";

/** What drafts are made from beside the rule's own examples: those of other rules, for what they change around it. */
export interface DraftSources {
  readonly others: readonly PreparedExample[];
  readonly world: ExampleWorld;
  readonly policies: CheckedPolicies;
}

/** Rows of one clause that a value is tried at. */
const ROWS = 4;

/**
 * Drafts that may tell a rule from a near miss of it, the likeliest first: its examples with one value
 * changed that the rule compares, at another stage or tier, on another date.
 */
export function* draftsForRule(
  rule: CheckedRule,
  seeds: readonly Seed[],
  sources: DraftSources,
): Generator<Draft> {
  const comparisons = comparisonsIn(rule, sources.policies.definitions);
  const dates = datesOf(rule, seeds);
  for (const seed of seeds) yield* withOneValue(seed, rule, comparisons);
  for (const { draft } of seeds) for (const asOf of dates) yield { ...draft, asOf };
  for (const { draft } of seeds) yield* atStages(draft);
  for (const { draft } of seeds) yield* atLowerTiers(draft);
  for (const seed of seeds) {
    for (const draft of atLowerTiers(seed.draft)) yield* withOneValue({ ...seed, draft }, rule, comparisons);
  }
  for (const { draft } of seeds) yield* amongOthers(draft, sources);
  for (const seed of seeds) {
    for (const asOf of dates) {
      yield* withOneValue({ ...seed, draft: { ...seed.draft, asOf } }, rule, comparisons);
    }
  }
}

/** The draft with one value exchanged that the rule compares, at the rows it looks at. */
function* withOneValue(seed: Seed, rule: CheckedRule, comparisons: readonly Comparison[]): Generator<Draft> {
  const { asOf, whole } = seed.draft;
  const tried = new Set<string>();
  for (const clause of rule.clauses) {
    for (const row of likelyRows(clause, seed.prepared)) {
      for (const [fact, limits] of limitsAt(row, comparisons, asOf)) {
        const at = placeIn(fact, row, asOf);
        if (at === undefined) continue;
        for (const value of tellingValues(fact, limits, asOf)) {
          const key = `${at} ${JSON.stringify(value)}`;
          if (tried.has(key)) continue;
          tried.add(key);
          yield { ...seed.draft, whole: replaceAt(whole, at.split("/").slice(1), value) };
        }
      }
    }
  }
}

/** Rows that are written first. */
function likelyRows(clause: CheckedClause, prepared: PreparedExample): readonly Row[] {
  const rows = rowsOf(clause, prepared);
  return [...rows.filter(({ written }) => written), ...rows.filter(({ written }) => !written)].slice(0, ROWS);
}

function placeIn(fact: Fact, row: Row, asOf: string): string | undefined {
  if (fact.subject === undefined) return undefined;
  const found = cellFinder(asOf)(fact, row);
  return placeOfFact(fact.name, found.row, found.cell, vocabulary);
}

const DAY = { months: 0, seconds: 86_400 };

/** The days on which a value of the rule changes or its requirement is due, and the day after. */
function datesOf(rule: CheckedRule, seeds: readonly Seed[]): readonly string[] {
  const changes = parametersOf(rule).flatMap(({ values }) => values.slice(1).map(({ from }) => from));
  const due = seeds.flatMap(({ prepared, draft }) =>
    rule.clauses.flatMap((clause) => {
      if (clause.due === undefined) return [];
      const operand = compileOperand(clause.due, draft.asOf, cellFinder(draft.asOf));
      return likelyRows(clause, prepared).flatMap((row) => operand.values(row));
    }),
  );
  const days = due.filter((date) => typeof date === "string");
  const after = days.flatMap((date) => addDuration(date, DAY, 1) ?? []);
  return [...new Set([...changes, ...days, ...after])];
}

/** The draft with the blocks of an example of another rule laid over it, and under it. */
function* amongOthers(draft: Draft, { others, world }: DraftSources): Generator<Draft> {
  const own = world.files[draft.of];
  if (!own?.ok) return;
  for (const { example, asOf } of others) {
    if (example.of !== draft.of || asOf !== draft.asOf) continue;
    const blocks = readYaml(example.yaml);
    if (blocks.ok) yield { ...draft, whole: layOver(draft.whole, blocks.value) };
  }
}
