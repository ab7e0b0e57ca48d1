import type { SubjectName } from "../../model/row.ts";
import type { CheckedDefinition } from "../../rules/checked-policies.ts";
import { factsOf } from "../../rules/compare/operands.ts";
import type { RuleVersion } from "../../rules/compare/rule-version.ts";
import type { Condition } from "../../rules/form.ts";
import type { Fact } from "../../rules/vocabulary.ts";

/** Every fact that decides how a rule comes out at a row. */
export interface RuleReads {
  /** The same for the same reads, whatever a rule compares them with. */
  readonly key: string;
  readonly bySubject: ReadonlyMap<SubjectName, readonly FactRead[]>;
}

/** A fact as a rule gets to it: from the row it looks at, through the rows that definitions are about. */
export interface FactRead {
  readonly through: readonly CheckedDefinition["subject"][];
  readonly fact: Fact;
}

/** What versions of a rule read, all together; `undefined` where they look into the holders or listings of a company. */
export function readsOf(versions: readonly RuleVersion[]): RuleReads | undefined {
  const bySubject = new Map<SubjectName, Map<string, FactRead>>();
  let isPlain = true;
  for (const { rule, set } of versions) {
    for (const { subject, when, unless, require } of rule.clauses) {
      if (subject === "owner" || subject === "listing") return undefined;
      const reads = bySubject.get(subject) ?? new Map<string, FactRead>();
      bySubject.set(subject, reads);
      const visit = (condition: Condition, through: FactRead["through"]): void => {
        if (condition.kind === "comparison") {
          for (const fact of [condition.fact, ...factsOf(condition.operand)])
            reads.set([...through, fact.name].join(" "), { through, fact });
        } else if (condition.kind === "any") for (const member of condition.members) visit(member, through);
        else if (condition.kind === "definition") {
          const definition = set.policies.definitions.get(condition.name);
          for (const one of definition?.means ?? [])
            visit(one, [...through, definition?.subject ?? "system"]);
        } else isPlain = false;
      };
      for (const condition of [...when, ...unless.flat(), ...require]) visit(condition, []);
    }
  }
  if (!isPlain) return undefined;
  const names = [...bySubject].map(([subject, reads]) => [subject, ...reads.keys()]);
  return {
    key: JSON.stringify(names),
    bySubject: new Map([...bySubject].map(([subject, reads]) => [subject, [...reads.values()]])),
  };
}
