import type { CheckedParameter, CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import { parameterValueWords } from "../../rules/words/condition-words.ts";
import { EVER } from "../over-time.ts";
import type { PageSetting } from "../page-setting.ts";
import { policyLink } from "../policy-link.ts";
import { code, prose } from "../prose.ts";
import { ruleLink } from "../rule-link.ts";
import { translated } from "../translated.ts";
import { type DatedEvent, eventsByDate } from "./dated-event.ts";
import { fixedDayEvents } from "./fixed-day-events.ts";

/** What begins, changes or ends in one policy: its versions, rules, values, transitions and the fixed days it compares with. */
export function policyEvents(policy: CheckedPolicy, setting: PageSetting): readonly DatedEvent[] {
  const { value } = policy.document;
  const within = (items: readonly string[]) =>
    setting.say("labelled", { label: policyLink(value.id, setting), text: items.join(setting.words("and")) });
  return [
    ...versions(policy, setting),
    ...ruleEvents(policy, setting, within),
    ...valueEvents(policy, setting, within),
    ...fixedDayEvents(policy, setting),
    ...transitionEvents(policy, setting),
  ];
}

type Within = (items: readonly string[]) => string;

function versions({ document }: CheckedPolicy, setting: PageSetting): readonly DatedEvent[] {
  const { id, changes } = document.value;
  return changes.map(({ version, date, summary }) => ({
    date,
    what: "on-version",
    which: setting.say("labelled", {
      label: `${policyLink(id, setting)} ${code(version, setting.language)}`,
      text: translated(summary, setting),
    }),
  }));
}

function ruleEvents({ rules }: CheckedPolicy, setting: PageSetting, within: Within): readonly DatedEvent[] {
  const begins = rules.flatMap((rule) => spans(rule, ({ effective }) => effective));
  const ends = rules.flatMap((rule) => spans(rule, ({ until }) => until));
  const linked = (items: readonly Dated[]) =>
    items.map(({ date, id }) => ({ date: date === EVER ? undefined : date, item: ruleLink(id, setting) }));
  return [
    ...eventsByDate("on-rule", linked(begins), within),
    ...eventsByDate("on-rule-last", linked(ends), within),
  ];
}

interface Dated {
  readonly id: string;
  readonly date: string | null | undefined;
}

/** A date of a rule, or of each of its clauses where they differ. */
function spans(
  { id, written, clauses }: CheckedRule,
  dateOf: (clause: {
    effective?: string | undefined;
    until?: string | null | undefined;
  }) => string | null | undefined,
): readonly Dated[] {
  const dates = clauses.map((clause) => ({ id: `${id}(${clause.id})`, date: dateOf(clause) }));
  if (new Set(dates.map(({ date }) => date)).size > 1) return dates;
  return [{ id, date: clauses[0] === undefined ? dateOf(written) : dateOf(clauses[0]) }];
}

function valueEvents(policy: CheckedPolicy, setting: PageSetting, within: Within): readonly DatedEvent[] {
  const { language } = setting;
  const parameters = [...policy.parameters.values()];
  const first = parameters.map(({ name, values }) => ({ date: values[0]?.from, item: code(name, language) }));
  const changed = parameters.flatMap((parameter) =>
    parameter.values.slice(1).map(({ from }, index) => ({
      date: from,
      what: "on-value-changed" as const,
      which: within([changedWords(parameter, index + 1, setting)]),
    })),
  );
  return [...eventsByDate("on-value", first, within), ...changed];
}

function changedWords(parameter: CheckedParameter, index: number, setting: PageSetting): string {
  const { language, say } = setting;
  const words = (dated: CheckedParameter["values"][number] | undefined) =>
    dated === undefined
      ? ""
      : prose(parameterValueWords(dated.value, parameter, parameter.of, language), language);
  const value = words(parameter.values[index]);
  return say("labelled", {
    label: `${translated(parameter.title, setting)} ${code(parameter.name, language)}`,
    text: say("valueChange", { value, before: words(parameter.values[index - 1]) }),
  });
}

function transitionEvents({ rules }: CheckedPolicy, setting: PageSetting): readonly DatedEvent[] {
  return rules.flatMap(({ id, written }): readonly DatedEvent[] => {
    if (written.transition === undefined) return [];
    const { deployed_before, until } = written.transition;
    const rule = ruleLink(id, setting);
    const date = prose(until, setting.language);
    return [
      { date: deployed_before, what: "on-transition", which: setting.say("transitionUntil", { rule, date }) },
      { date: until, what: "on-transition-last", which: rule },
    ];
  });
}
