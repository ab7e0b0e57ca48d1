import type { ExampleWorld } from "../../engine/example-world.ts";
import { type ExampleFinding, judgeExample } from "../../engine/judge-example.ts";
import type { PageExample } from "../../engine/page-examples.ts";
import type { JsonValue } from "../../model/document.ts";
import type { CompiledRule } from "../../model/rule.ts";
import type { CheckedRule } from "../../rules/checked-policies.ts";
import { answerTo } from "../mutants/try-mutants.ts";
import { type Draft, prepareBlocks } from "./draft.ts";

type Compiled = (asOf: string) => CompiledRule;

/** Tells a rule from its mutants by examples that are made up and run. */
export interface Teller {
  /** An example of these blocks that the rule meets and the mutant does not; the blocks are run once. */
  telling(blocks: JsonValue, draft: Draft): (changed: Compiled) => PageExample | undefined;
  /** Whether two examples expect the same. */
  sameAs(one: PageExample, other: PageExample | undefined): boolean;
}

/** A teller for one rule. */
export function createTeller({ id }: CheckedRule, original: Compiled, world: ExampleWorld): Teller {
  return {
    telling(blocks, draft) {
      const prepared = prepareBlocks(blocks, draft, id, world);
      if (prepared.judgeable === undefined) return () => undefined;
      const before = judgeExample(prepared, original(draft.asOf));
      const candidates = expectations(prepared.example, before);
      return (changed) => {
        const after = judgeExample(prepared, changed(draft.asOf));
        return candidates.find((example) => answerTo(example, before) !== answerTo(example, after));
      };
    },
    sameAs: (one, other) => other?.expected === one.expected && other.effect === one.effect,
  };
}

/** What an example could expect of findings: that there are none, or one of them. */
function expectations(example: PageExample, findings: readonly ExampleFinding[]): readonly PageExample[] {
  if (findings.length === 0) return [{ ...example, expected: "passes" }];
  return [...findings]
    .sort((a, b) => (a.outcome === b.outcome ? 0 : a.outcome === "fail" ? -1 : 1))
    .map(({ outcome, effect }) => ({
      ...example,
      expected: outcome === "fail" ? "fails" : "unknown",
      effect,
    }));
}
