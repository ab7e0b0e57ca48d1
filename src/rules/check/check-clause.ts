import type { CheckedClause } from "../checked-policies.ts";
import type { Condition } from "../form.ts";
import type { Subject } from "../vocabulary.ts";
import { checkConditions, type Place } from "./check-condition.ts";
import { checkDue } from "./check-due.ts";
import { checkEffect } from "./check-effect.ts";
import { checkFix } from "./check-fix.ts";
import { checkList } from "./check-list.ts";
import { checkReach } from "./check-reach.ts";
import { checkStages } from "./check-stages.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { unknownWord } from "./unknown-word.ts";
import { placeOf, type WrittenClause } from "./written-clause.ts";

/** Day from which a rule without `effective` is in force: always. */
const ALWAYS = "0001-01-01";

/** Checks one clause and fills in what it takes from its rule. */
export function checkClause(written: WrittenClause, scope: PolicyScope): CheckedClause | undefined {
  const { clause, pointer } = written;
  const subject = checkSubject(written, scope);
  if (subject === undefined) return undefined;
  const effect = checkEffect(written, subject, scope);
  const stages = checkStages(written, subject, scope);
  const dates = checkDates(written, scope);
  const when = checkInherited(written, "when", subject, scope);
  const unless = checkInherited(written, "unless", subject, scope);
  const require = checkConditions(clause.require, `${pointer}/require`, scope, { subject, list: "require" });
  const due = checkDue(written, subject, scope);
  const fix = checkFix(written, subject, scope);
  if (!effect || !stages || !dates || !when || !unless || !require || due === "wrong" || fix === "wrong")
    return undefined;
  const allWhen = when.flat();
  if (when.length > 1 && !checkList(allWhen, "all", scope.report)) return undefined;
  const { id, help } = clause;
  const checked = {
    id,
    subject: subject.name,
    effect,
    stages,
    ...dates,
    when: allWhen,
    unless,
    require,
    due,
    fix,
    help,
    pointer,
  };
  return checkReach(checked, subject, scope) ? checked : undefined;
}

function checkSubject(written: WrittenClause, { library, report }: PolicyScope): Subject | undefined {
  const { value = "system", at } = placeOf(written, "subject");
  const { subjects } = library.vocabulary;
  const subject = subjects.get(value);
  if (subject !== undefined) return subject;
  const { message, help } = unknownWord("subject", value, subjects.keys(), "use a subject of the vocabulary");
  report(at, message, help);
  return undefined;
}

function checkDates(
  written: WrittenClause,
  { report }: PolicyScope,
): { readonly effective: string; readonly until: string | null } | undefined {
  const effective = placeOf(written, "effective");
  const until = placeOf(written, "until");
  if (effective.value !== undefined && until.value !== undefined && until.value < effective.value) {
    const message = `\`${until.value}\` is before the rule takes effect on \`${effective.value}\``;
    report(until.at, message, "write a later date");
    return undefined;
  }
  return { effective: effective.value ?? ALWAYS, until: until.value ?? null };
}

/** `when` or `unless` of the rule and of the clause, each list by itself. */
function checkInherited(
  { rule, clause, rulePointer, pointer }: WrittenClause,
  list: "when" | "unless",
  subject: Subject,
  scope: PolicyScope,
): readonly (readonly Condition[])[] | undefined {
  const at: Place = { subject, list };
  const lists = [
    checkConditions(rule[list] ?? [], `${rulePointer}/${list}`, scope, at),
    checkConditions(clause[list] ?? [], `${pointer}/${list}`, scope, at),
  ];
  const checked = lists.filter((conditions) => conditions !== undefined);
  return checked.length === 2 ? checked.filter((conditions) => conditions.length > 0) : undefined;
}
