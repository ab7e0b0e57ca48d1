import type { ExampleWorld } from "../../engine/example-world.ts";
import { EXAMPLES_AS_OF, type PreparedExample, prepareExample } from "../../engine/judge-example.ts";
import type { ExampleFile } from "../../engine/page-examples.ts";
import type { CheckedRule } from "../../rules/checked-policies.ts";
import { type Draft, draftOf } from "./draft.ts";

/** An example that drafts are made from, with its facts. */
export interface Seed {
  readonly prepared: PreparedExample;
  readonly draft: Draft;
}

/** What drafts for a rule start from: the files of examples that it looks at, as they stand, and its own examples. */
export function seedsFor(
  rule: CheckedRule,
  own: readonly PreparedExample[],
  world: ExampleWorld,
): readonly Seed[] {
  const subjects = new Set<string>(rule.clauses.map(({ subject }) => subject));
  const files: readonly ExampleFile[] = ["manifest", "neighbour", "arrangement", "waiver", "list"];
  const blank = {
    headings: [],
    line: 0,
    rule: rule.id,
    expected: "passes",
    effect: undefined,
    asOf: EXAMPLES_AS_OF,
    yaml: "{}\n",
  } as const;
  const plain = files
    .filter((of) => of === "manifest" || subjects.has(of))
    .map((of) => prepareExample({ ...blank, of }, world));
  return [...plain, ...own].flatMap((prepared) => {
    const draft = draftOf(prepared.example, prepared.asOf, world);
    return draft === undefined || prepared.judgeable === undefined ? [] : [{ prepared, draft }];
  });
}
