import { addDuration } from "../../model/time/add-duration.ts";
import type { Duration, FactValue } from "../../model/value.ts";
import type { CheckedParameter, CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import type { Operand, Shift } from "../../rules/form.ts";
import { parametersOf } from "../../rules/parameters-of.ts";
import { valueAt } from "../../rules/value-at.ts";
import type { PageSetting } from "../page-setting.ts";
import { code } from "../prose.ts";
import { ruleLink } from "../rule-link.ts";
import { translated } from "../translated.ts";
import type { DatedEvent } from "./dated-event.ts";

/** The days a policy names: those its parameters hold, with the rules that read them, and those until which a duty is only announced. */
export function fixedDayEvents(policy: CheckedPolicy, setting: PageSetting): readonly DatedEvent[] {
  const days = [...policy.parameters.values()].filter(({ type }) => type === "date");
  return [
    ...days.flatMap((parameter) => dayEvents(parameter, setting)),
    ...policy.rules.flatMap((rule) => dueEvents(rule, setting)),
  ];
}

function dayEvents(parameter: CheckedParameter, setting: PageSetting): readonly DatedEvent[] {
  const { policies, language, say, words } = setting;
  const readers = policies.policies
    .flatMap(({ rules }) => rules)
    .filter((rule) => parametersOf(rule).includes(parameter))
    .map(({ id }) => ruleLink(id, setting));
  const label = `${translated(parameter.title, setting)} ${code(parameter.name, language)}`;
  const which = readers.length === 0 ? label : say("labelled", { label, text: readers.join(words("and")) });
  return daysOf(parameter).map((date) => ({ date, what: "on-day", which }));
}

function dueEvents({ id, clauses }: CheckedRule, setting: PageSetting): readonly DatedEvent[] {
  const found = clauses.flatMap((clause) =>
    dueDays(clause.due).map((date) => ({ date, id: clause.id === null ? id : `${id}(${clause.id})` })),
  );
  return found.map(({ date, id }) => ({ date, what: "on-due", which: ruleLink(id, setting) }));
}

/** The days a due date can be; none where it depends on the manifest. */
function dueDays(due: Operand | undefined): readonly string[] {
  if (due === undefined || due.kind === "fact") return [];
  if (due.kind === "literal") return typeof due.value === "string" ? [due.value] : [];
  return daysOf(due.parameter).flatMap((day) => shifted(day, due.shift) ?? []);
}

function daysOf({ values }: CheckedParameter): readonly string[] {
  const all = values.flatMap(({ value }): readonly FactValue[] =>
    value instanceof Map ? [...value.values()] : [value as FactValue],
  );
  return [...new Set(all.filter((value) => typeof value === "string" && /^\d{4}-/.test(value)))] as string[];
}

function shifted(day: string, shift: Shift | undefined): string | undefined {
  if (shift === undefined) return day;
  const by = shift.by.kind === "literal" ? shift.by.value : valueAt(shift.by.parameter, day)?.value;
  return isDuration(by) ? addDuration(day, by, shift.sign) : undefined;
}

function isDuration(value: unknown): value is Duration {
  return typeof value === "object" && value !== null && "months" in value && "seconds" in value;
}
