import { addDuration } from "../model/time/add-duration.ts";
import type { CheckedParameter } from "../rules/checked-policies.ts";
import type { Condition } from "../rules/form.ts";
import { parametersIn } from "../rules/parameters-of.ts";
import { conditionWords } from "../rules/words/condition-words.ts";
import type { PageSetting } from "./page-setting.ts";
import { prose } from "./prose.ts";

/** How a clause without a first day is checked: in force since ever. */
export const EVER = "0001-01-01";

/**
 * Conditions as a list, one item each: of an `any` with the choices below it, of one whose values change with
 * what it is in each period.
 */
export function conditionList(
  conditions: readonly Condition[],
  start: string,
  setting: PageSetting,
): readonly string[] {
  return conditions.map((condition) => {
    if (condition.kind === "any") {
      const choices = conditionList(condition.members, start, setting).join("\n");
      return `- ${setting.say("oneOf")}\n${choices.replace(/^/gm, "  ")}`;
    }
    return wordsOverTime(parametersIn([condition]), start, setting, (asOf) =>
      conditionWords(condition, { ...setting.policies, asOf, language: setting.language }),
    );
  });
}

/**
 * What `wordsOn` says from `start` on, given the parameters it looks up: a list item, with one item below it
 * for each period where the words change.
 */
export function wordsOverTime(
  parameters: readonly CheckedParameter[],
  start: string,
  { language, say }: PageSetting,
  wordsOn: (date: string) => string,
): string {
  const periods = periodsOf(parameters, start, wordsOn);
  const [first] = periods;
  if (first === undefined || periods.length === 1) return `- ${prose(first?.words ?? "", language)}`;
  const items = periods.map(({ from, words }, index) => {
    const next = periods[index + 1];
    const until = next && dayBefore(next.from);
    const when =
      until === undefined
        ? say("from", { from })
        : index === 0
          ? say("until", { until })
          : say("fromUntil", { from, until });
    return `  - ${prose(say("labelled", { label: when, text: words }), language)}`;
  });
  return [`- ${say("changes")}`, ...items].join("\n");
}

/** The last day on which what ends at `date` still holds. */
export function dayBefore(date: string): string {
  return addDuration(date, { months: 0, seconds: 86_400 }, -1) ?? date;
}

interface Period {
  readonly from: string;
  readonly words: string;
}

/** A value that begins after `start` is not in force till then; where `start` is ever, the first value is the beginning. */
function periodsOf(
  parameters: readonly CheckedParameter[],
  start: string,
  wordsOn: (date: string) => string,
): readonly Period[] {
  const begins = parameters.flatMap(({ values }) => values.map(({ from }) => from));
  const first = start === EVER ? (begins.sort()[0] ?? start) : start;
  const dates = [...new Set([first, ...begins.filter((date) => date > first)])].sort();
  const periods: Period[] = [];
  for (const from of dates) {
    const words = wordsOn(from);
    if (periods.at(-1)?.words !== words) periods.push({ from, words });
  }
  return periods;
}
