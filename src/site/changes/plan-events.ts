import { digits } from "../../rules/words/digits.ts";
import type { PageSetting } from "../page-setting.ts";
import { amountWords } from "../plan/objectives-part.ts";
import { graceEnd } from "../plan/plan-page.ts";
import { translated } from "../translated.ts";
import type { DatedEvent } from "./dated-event.ts";

/** What the national plan dates: its adoption, the end of the time to declare, its objectives and counts. */
export function planEvents(setting: PageSetting): readonly DatedEvent[] {
  const { plan, say, addresses } = setting;
  if (plan === undefined) return [];
  const { adopted_on, objectives, authorities = [], title } = plan.value;
  const name = `[${title === undefined ? say("planTitle") : translated(title, setting)}](${addresses.page("plan")})`;
  const end = graceEnd(plan.value);
  return [
    ...(adopted_on && adopted_on !== "none"
      ? [{ date: adopted_on, what: "on-plan", which: name } as const]
      : []),
    ...(end === undefined ? [] : [{ date: end, what: "on-grace", which: name } as const]),
    ...objectives.flatMap(({ id, title, date, target, unit }): readonly DatedEvent[] => {
      if (!date || date === "none") return [];
      const link = `[${translated(title, setting)}](${addresses.objective(id)})`;
      const which =
        target == null ? link : say("labelled", { label: link, text: amountWords(target, unit, setting) });
      return [{ date, what: "on-objective", which }];
    }),
    ...authorities.map(({ count, as_of }) => ({
      date: as_of,
      what: "on-authorities" as const,
      which: digits(count),
    })),
  ];
}
