import type { PolicyDefinition } from "../../model/generated/policy.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import { definitionsIn } from "../definitions-in.ts";
import { checkBlindness } from "./check-blindness.ts";
import { checkConditions } from "./check-condition.ts";
import { levelsOf, MAX_LEVELS } from "./definition-levels.ts";
import { findCycles } from "./find-cycles.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { readsOf } from "./reads.ts";

/** Checks all definitions; `broken` names those that are refused, circular, or rest on one that is. */
export function checkDefinitions(scopes: readonly PolicyScope[]): {
  readonly definitions: ReadonlyMap<string, CheckedDefinition>;
  readonly broken: ReadonlySet<string>;
} {
  const definitions = new Map<string, CheckedDefinition>();
  const broken = new Set<string>();
  for (const scope of scopes) {
    for (const [name, written] of Object.entries(scope.document.value.definitions ?? {})) {
      const definition = checkDefinition(name, written, scope);
      if (definition === undefined) broken.add(name);
      else if (definition !== "elsewhere") definitions.set(name, definition);
    }
  }
  const references = new Map(
    [...definitions.values()].map(({ name, means }) => [name, definitionsIn(means)]),
  );
  const levels = levelsOf(references);
  for (const [name, level] of levels)
    if (level === MAX_LEVELS + 1) reportDepth(name, definitions, scopes, broken);
  const endless = new Map([...references].filter(([name]) => !levels.has(name)));
  for (const cycle of findCycles(endless)) reportCycle(cycle, definitions, scopes, broken);
  dropBroken(definitions, references, broken);
  for (const definition of [...definitions.values()]) {
    const scope = scopes.find(({ document }) => document.value.id === definition.policy);
    if (scope === undefined) continue;
    if (!checkBlindness(scope.document.value, readsOf(definition.means, definitions), scope.report))
      broken.add(definition.name);
  }
  dropBroken(definitions, references, broken);
  return { definitions, broken };
}

function checkDefinition(
  name: string,
  written: PolicyDefinition,
  scope: PolicyScope,
): CheckedDefinition | "elsewhere" | undefined {
  const head = scope.library.definitions.get(name);
  if (head === undefined) return undefined;
  if (head.document !== scope.document) return "elsewhere";
  const pointer = `/definitions/${name}`;
  const means = checkConditions(written.means, `${pointer}/means`, scope, {
    subject: head.subject,
    list: "definition",
  });
  if (means === undefined) return undefined;
  const { title } = written;
  return { name, subject: head.subject.name, title, means, policy: scope.document.value.id, pointer };
}

function reportDepth(
  name: string,
  definitions: ReadonlyMap<string, CheckedDefinition>,
  scopes: readonly PolicyScope[],
  broken: Set<string>,
): void {
  const definition = definitions.get(name);
  const scope = scopes.find(({ document }) => document.value.id === definition?.policy);
  scope?.report(
    definition?.pointer ?? "",
    `the definition stands on more than ${MAX_LEVELS - 1} others, one below the other`,
    "say directly what it means",
    "key",
  );
  broken.add(name);
}

function reportCycle(
  cycle: readonly string[],
  definitions: ReadonlyMap<string, CheckedDefinition>,
  scopes: readonly PolicyScope[],
  broken: Set<string>,
): void {
  const first = definitions.get(cycle[0] ?? "");
  const scope = scopes.find(({ document }) => document.value.id === first?.policy);
  const way = [...cycle, cycle[0]].map((name) => `\`${name}\``).join(" reads ");
  scope?.report(
    first?.pointer ?? "",
    `the definition is circular: ${way}`,
    "remove one of these references",
    "key",
  );
  for (const name of cycle) broken.add(name);
}

/** Takes out the broken ones and, until nothing changes, what reads them. */
function dropBroken(
  definitions: Map<string, CheckedDefinition>,
  references: ReadonlyMap<string, readonly string[]>,
  broken: Set<string>,
): void {
  for (let before = -1; before !== broken.size; ) {
    before = broken.size;
    for (const [name, read] of references) if (read.some((other) => broken.has(other))) broken.add(name);
  }
  for (const name of broken) definitions.delete(name);
}
