import type { Basis } from "../model/rule.ts";
import { sentence } from "../render/words.ts";
import { basesOfRule } from "../rules/bases-of-rule.ts";
import type { CheckedPolicy, CheckedRule } from "../rules/checked-policies.ts";
import { describeRule } from "../rules/describe-rule.ts";
import type { RuleInWords } from "../rules/rule-in-words.ts";
import { basisItem } from "./basis-item.ts";
import { effectTable, forcePart, stagesPart } from "./binding-parts.ts";
import { clausePart } from "./clause-part.ts";
import { complyPart } from "./comply-part.ts";
import { proseLink } from "./example-link.ts";
import { conditionList } from "./over-time.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";
import { translated } from "./translated.ts";
import { valueTable } from "./value-table.ts";
import { waiverPart } from "./waiver-part.ts";
import type { SiteWord } from "./words.ts";

/** One part of what is said about a rule: the word that heads it, and its Markdown blocks. */
export interface RulePart {
  readonly name: RulePartName;
  readonly blocks: readonly string[];
}

type RulePartName = Extract<
  SiteWord,
  | "asks"
  | "why"
  | "comply"
  | "exempt"
  | "severityHead"
  | "effect"
  | "stages"
  | "inForceHead"
  | "values"
  | "restsOn"
  | "waiver"
>;

/** What is said about a rule, always in the same order: what it requires, why, how to comply, and then the rest. */
export function ruleParts(
  rule: CheckedRule,
  policy: CheckedPolicy,
  setting: PageSetting,
): readonly RulePart[] {
  const { language, say } = setting;
  const { id, written, clauses } = rule;
  const inWords = describeRule(setting.policies, id, language, LAST_DAY);
  if (inWords === undefined) return [];
  const part = (name: RulePartName, ...blocks: readonly string[]): RulePart => ({ name, blocks });
  return [
    part("asks", ...asks(rule, policy, inWords, setting)),
    part("why", `${translated(written.why, setting)}.`),
    part("comply", ...complyPart(rule, setting)),
    part("exempt", ...exemptions(rule, setting)),
    ...(clauses.length === 0
      ? [part("severityHead", sentence(say(written.severity)))]
      : [
          part(
            "effect",
            effectTable(clauses, id, setting),
            say("severity", { severity: say(written.severity) }),
          ),
          part("stages", stagesPart(clauses, id, setting)),
        ]),
    part("inForceHead", ...inForce(rule, inWords, setting)),
    part("values", ...values(inWords, policy, setting)),
    part("restsOn", restsOn(rule, policy, inWords, setting)),
    part("waiver", waiverPart(rule, setting)),
  ];
}

/** Any date serves for what does not depend on one; on the last all values have begun. */
const LAST_DAY = "9999-12-31";

function asks(
  rule: CheckedRule,
  policy: CheckedPolicy,
  { keptBy, readsCountry }: RuleInWords,
  setting: PageSetting,
): readonly string[] {
  const { language, say } = setting;
  const kept =
    keptBy && say(keptBy.by === "engine" ? "keptByEngine" : "keptByChecker", { test: `\`${keptBy.test}\`` });
  const link = kept === undefined ? undefined : proseLink(rule.id, policy, setting);
  return [
    ...(link === undefined ? [] : [say("described", { link })]),
    ...(kept === undefined ? [] : [prose(`${sentence(kept)}.`, language)]),
    ...rule.clauses.flatMap((clause) => clausePart(clause, rule, setting)),
    ...(readsCountry ? [`${sentence(say("readsCountry"))}.`] : []),
  ];
}

function exemptions({ id, clauses }: CheckedRule, setting: PageSetting): readonly string[] {
  const { language, say } = setting;
  const found = clauses.flatMap((clause) =>
    clause.unless.flatMap((conditions) => [
      clause.id === null ? say("unless") : `${code(`${id}(${clause.id})`, language)} ${say("unless")}`,
      conditionList(conditions, clause.effective, setting).join("\n"),
    ]),
  );
  return found.length === 0 ? [say("noExemption")] : found;
}

function inForce({ id, written, clauses }: CheckedRule, { transition }: RuleInWords, setting: PageSetting) {
  const { language, say } = setting;
  const { effective, until } = written;
  const own =
    effective === undefined
      ? say("inForceAlways")
      : until === undefined
        ? say("inForce", { from: effective })
        : say("inForceUntil", { from: effective, until });
  return [
    clauses.length === 0 ? prose(sentence(own), language) : forcePart(clauses, id, setting),
    ...(transition === undefined
      ? []
      : [prose(sentence(say("labelled", { label: say("transition"), text: transition })), language)]),
  ];
}

function values({ parameters }: RuleInWords, policy: CheckedPolicy, setting: PageSetting): readonly string[] {
  if (parameters.length === 0) return [setting.say("noValues")];
  return parameters.map((parameter) => valueTable(parameter, policy.document.value.id, setting));
}

/** What the rule itself rests on, and each of its values on any date, each source and place once. */
function restsOn(
  rule: CheckedRule,
  policy: CheckedPolicy,
  { parameters }: RuleInWords,
  setting: PageSetting,
) {
  const dates = parameters.flatMap(({ history }) => history.map(({ from }) => from));
  const bases = [LAST_DAY, ...dates].flatMap((date) =>
    basesOfRule(rule, policy.document.value, date, setting.language),
  );
  const once = new Map(bases.map((basis: Basis) => [`${basis.source} ${basis.provision}`, basis]));
  if (once.size === 0) return setting.say("noBasis");
  return [...once.values()].map((basis) => `- ${basisItem(basis, setting)}`).join("\n");
}
