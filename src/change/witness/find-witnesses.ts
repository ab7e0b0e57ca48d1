import type { PreparedExample } from "../../engine/judge-example.ts";
import type { PageExample } from "../../engine/page-examples.ts";
import type { CheckedRule } from "../../rules/checked-policies.ts";
import type { Bench } from "../mutants/create-bench.ts";
import type { Mutant } from "../mutants/mutant.ts";
import { compiledByDate, type Tried } from "../mutants/try-mutants.ts";
import { blocksOf, type Draft } from "./draft.ts";
import { type DraftSources, draftsForRule } from "./drafts-for-rule.ts";
import { draftsFromCase } from "./drafts-from-case.ts";
import { seedsFor } from "./seeds.ts";
import { shrink } from "./shrink.ts";
import { createTeller } from "./teller.ts";

/** How many drafts are tried for all survivors of a rule together, and for each that is left by itself. */
const TOGETHER = 400;
const ALONE = 120;
/** How often it is tried to make one example smaller. */
const SHRINKING = 80;

/**
 * For each survivor an example that kills it, found by trying drafts in order and run as it will be
 * printed. Survivors that none of the drafts kills are left out.
 */
export function findWitnesses(
  rule: CheckedRule,
  tried: readonly Tried[],
  sources: DraftSources & { readonly own: readonly PreparedExample[]; readonly bench: Bench },
): ReadonlyMap<Mutant, PageExample> {
  const { bench, world, own, policies } = sources;
  const found = new Map<Mutant, PageExample>();
  const survivors = tried.flatMap(({ mutant, fate }) =>
    fate.kind === "survived"
      ? [{ mutant, cases: fate.cases, changed: compiledByDate(fate.rule, bench) }]
      : [],
  );
  if (survivors.length === 0) return found;
  const { telling, sameAs } = createTeller(rule, compiledByDate(rule, bench), world);
  const seeds = seedsFor(rule, own, world);

  const tryDraft = (draft: Draft, open: typeof survivors) => {
    const blocks = blocksOf(draft, world);
    if (blocks === undefined) return;
    const tell = telling(blocks, draft);
    for (const { mutant, changed } of open) {
      const example = tell(changed);
      if (example === undefined) continue;
      const least = shrink(blocks, (fewer) => sameAs(example, telling(fewer, draft)(changed)), SHRINKING);
      found.set(mutant, telling(least, draft)(changed) ?? example);
    }
  };
  const open = () => survivors.filter(({ mutant }) => !found.has(mutant));

  for (const draft of first(TOGETHER, draftsForRule(rule, seeds, sources))) {
    if (open().length === 0) break;
    tryDraft(draft, open());
  }
  for (const survivor of open()) {
    const drafts = survivor.cases.flatMap((one) => [
      ...first(ALONE, draftsFromCase(one, rule, seeds, policies.vocabulary.facts)),
    ]);
    for (const draft of drafts) {
      if (found.has(survivor.mutant)) break;
      tryDraft(draft, open());
    }
  }
  return found;
}

function* first<T>(count: number, items: Iterable<T>): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}
