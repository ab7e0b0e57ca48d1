import {
  type ExampleFinding,
  isAsExpected,
  judgeExample,
  type PreparedExample,
} from "../../engine/judge-example.ts";
import type { PageExample } from "../../engine/page-examples.ts";
import type { Witness } from "../../model/comparison.ts";
import type { CompiledRule } from "../../model/rule.ts";
import type { CheckedRule } from "../../rules/checked-policies.ts";
import type { Bench } from "./create-bench.ts";
import type { Mutant } from "./mutant.ts";
import { textOfRule } from "./text-of-rule.ts";

/** What became of a mutant. */
type Fate =
  | { readonly kind: "killed"; readonly by: PreparedExample }
  /** It says the same as the rule, or is no rule at all. */
  | { readonly kind: "equivalent"; readonly reason: string }
  | { readonly kind: "survived"; readonly rule: CheckedRule; readonly cases: readonly Witness[] };

export interface Tried {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** Tries every mutant of a rule against those of the rule's own examples that hold; of mutants that say the same, the first. */
export function tryMutants(
  rule: CheckedRule,
  mutants: readonly Mutant[],
  examples: readonly PreparedExample[],
  bench: Bench,
): readonly Tried[] {
  const original = compiledByDate(rule, bench);
  const holding = examples.flatMap((example) => {
    const answer = example.judgeable === undefined ? undefined : answerOf(example, original(example.asOf));
    return answer === undefined ? [] : [{ example, answer }];
  });
  const own = textOfRule(rule);
  const seen = new Set<string>();
  return mutants.flatMap((mutant): readonly Tried[] => {
    const checked = bench.check(mutant);
    if (!checked.ok) return [{ mutant, fate: { kind: "equivalent", reason: checked.refusal } }];
    const text = textOfRule(checked.rule);
    if (text === own) return [{ mutant, fate: { kind: "equivalent", reason: "it says what the rule says" } }];
    if (seen.has(text)) return [];
    seen.add(text);
    const compiled = compiledByDate(checked.rule, bench);
    const killer = holding.find(
      ({ example, answer }) => answerOf(example, compiled(example.asOf)) !== answer,
    );
    if (killer !== undefined) return [{ mutant, fate: { kind: "killed", by: killer.example } }];
    const { kind, tighter, looser } = bench.compare(rule, checked.rule);
    if (kind === "same")
      return [{ mutant, fate: { kind: "equivalent", reason: "every case comes out the same" } }];
    const cases = [looser, tighter].filter((one) => one !== undefined);
    return [{ mutant, fate: { kind: "survived", rule: checked.rule, cases } }];
  });
}

/** A rule compiled once for each date asked for. */
export function compiledByDate(
  rule: CheckedRule,
  bench: Pick<Bench, "compile">,
): (asOf: string) => CompiledRule {
  const known = new Map<string, CompiledRule>();
  return (asOf) => {
    const compiled = known.get(asOf) ?? bench.compile(rule, asOf);
    known.set(asOf, compiled);
    return compiled;
  };
}

/** How findings are what an example expects, by rules that bind or only announce; `undefined` where they are not. */
export function answerTo(
  example: PageExample,
  findings: readonly ExampleFinding[],
): "binding" | "upcoming" | undefined {
  if (!isAsExpected(example, findings)) return undefined;
  const binding = findings.filter((finding) => !finding.upcoming);
  return findings.length === 0 || isAsExpected(example, binding) ? "binding" : "upcoming";
}

function answerOf(prepared: PreparedExample, rule: CompiledRule): ReturnType<typeof answerTo> {
  return answerTo(prepared.example, judgeExample(prepared, rule));
}
