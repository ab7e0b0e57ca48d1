import { sentence } from "../render/words.ts";
import type { CheckedClause, CheckedRule } from "../rules/checked-policies.ts";
import { parametersOf } from "../rules/parameters-of.ts";
import { operandWords } from "../rules/words/condition-words.ts";
import { conditionList, wordsOverTime } from "./over-time.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";

/** What one clause looks at, where it applies, what it requires there and by when, as Markdown blocks. */
export function clausePart(
  clause: CheckedClause,
  rule: CheckedRule,
  setting: PageSetting,
): readonly string[] {
  const { language, say, policies } = setting;
  const { id, when, require, due, effective } = clause;
  const about = policies.vocabulary.subjects.get(clause.subject);
  const subject = about?.title[language] ?? clause.subject;
  const listed = about?.expected === true ? ` ${sentence(say("expectsRows"))}.` : "";
  const each = prose(`${sentence(say("each", { subject }))}.${listed}`, language);
  const today = policies.vocabulary.facts.get("today");
  return [
    id === null ? each : `**${code(`${rule.id}(${id})`, language)}** ${each}`,
    ...(when.length === 0
      ? [`${sentence(say("everywhere"))}.`]
      : [say("appliesWhere"), conditionList(when, effective, setting).join("\n")]),
    say("requires"),
    conditionList(require, effective, setting).join("\n"),
    ...(due === undefined || today === undefined
      ? []
      : [
          say("due"),
          wordsOverTime(parametersOf({ ...rule, clauses: [clause] }), effective, setting, (asOf) =>
            operandWords(due, today, { ...policies, asOf, language }),
          ),
        ]),
  ];
}
