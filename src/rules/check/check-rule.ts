import type { PolicyClause, PolicyRule } from "../../model/generated/policy.ts";
import type { CheckedClause, CheckedRule } from "../checked-policies.ts";
import { checkBasis } from "./check-basis.ts";
import { checkClause } from "./check-clause.ts";
import type { PolicyScope } from "./policy-scope.ts";
import type { WrittenClause } from "./written-clause.ts";

/** Checks one rule of a policy with all its clauses; `undefined` where something in it is refused. */
export function checkRule(written: PolicyRule, pointer: string, scope: PolicyScope): CheckedRule | undefined {
  const { report } = scope;
  const bases = (written.basis ?? []).map((basis, index) =>
    checkBasis(basis, `${pointer}/basis/${index}`, scope.document.value, report),
  );
  const sound = bases.every(Boolean);
  const bodies = (["require", "clauses", "kept_by"] as const).filter((key) => written[key] !== undefined);
  if (bodies.length !== 1) {
    const found =
      bodies.length === 0 ? "has neither" : `has ${bodies.map((key) => `\`${key}\``).join(" and ")}`;
    report(pointer, `\`${written.id}\` ${found}`, "write one of `require`, `clauses` and `kept_by`");
    return undefined;
  }
  if (written.kept_by !== undefined)
    return checkKept(written, pointer, scope) && sound ? rule(written, [], pointer) : undefined;
  const sentences: readonly WrittenClause[] =
    written.clauses === undefined
      ? [
          {
            rule: written,
            clause: { id: null, require: written.require ?? [] },
            rulePointer: pointer,
            pointer,
          },
        ]
      : written.clauses.map((clause, index) => ({
          rule: written,
          clause,
          rulePointer: pointer,
          pointer: `${pointer}/clauses/${index}`,
        }));
  const clauses = sentences.map((sentence) => checkClause(sentence, scope));
  const complete = clauses.filter((clause) => clause !== undefined);
  const named = checkClauseIds(written.clauses ?? [], pointer, scope);
  return sound && named && complete.length === clauses.length ? rule(written, complete, pointer) : undefined;
}

function rule(written: PolicyRule, clauses: readonly CheckedClause[], pointer: string): CheckedRule {
  return { id: written.id, written, clauses, pointer };
}

function checkKept(written: PolicyRule, pointer: string, { report }: PolicyScope): boolean {
  if (written.test === undefined) {
    report(
      `${pointer}/kept_by`,
      `\`${written.id}\` names no test that holds it`,
      "name the test under `test`",
    );
    return false;
  }
  const idle = (["subject", "when", "unless", "due", "fix", "stages", "transition"] as const).find(
    (key) => written[key] !== undefined,
  );
  if (idle === undefined) return true;
  report(
    `${pointer}/${idle}`,
    `\`${idle}\` has no use where the program keeps the rule`,
    `remove \`${idle}\``,
    "key",
  );
  return false;
}

function checkClauseIds(clauses: readonly PolicyClause[], pointer: string, { report }: PolicyScope): boolean {
  const seen = new Set<string>();
  for (const [index, { id }] of clauses.entries()) {
    if (seen.has(id)) {
      report(
        `${pointer}/clauses/${index}/id`,
        `clause \`${id}\` stands twice`,
        "give each clause its own letter",
      );
      return false;
    }
    seen.add(id);
  }
  return true;
}
