import { table } from "../render/table.ts";
import { sentence } from "../render/words.ts";
import type { ParameterInWords } from "../rules/rule-in-words.ts";
import { basisItem } from "./basis-item.ts";
import { dayBefore } from "./over-time.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";
import { translated } from "./translated.ts";

/** Every value a parameter has, had or will have, with its dates and what each rests on. */
export function valueTable(parameter: ParameterInWords, policy: string, setting: PageSetting): string {
  const { language, say, words, policies, addresses } = setting;
  const { name, history } = parameter;
  const written = policies.policies.find(({ document }) => document.value.id === parameter.policy)?.document;
  const texts = written?.value.parameters?.[name]?.title;
  const title = texts === undefined ? prose(parameter.title, language) : translated(texts, setting);
  const from =
    parameter.policy === policy
      ? ""
      : ` (${say("definedIn")} [${code(parameter.policy, language)}](${addresses.policy(parameter.policy)}))`;
  const rows = history.map((dated, index) => {
    const next = history[index + 1];
    return [
      prose(dated.value, language),
      prose(dated.from, language),
      next === undefined ? say("openEnd") : prose(dayBefore(next.from), language),
      basisItem(dated.basis, setting),
    ];
  });
  const head = [say("value"), say("fromDay"), say("untilDay"), sentence(words("basis"))];
  return `**${title}** ${code(name, language)}${from}\n\n${table(head, rows)}`;
}
