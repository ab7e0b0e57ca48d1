import type { PackState } from "../model/generated/plan.ts";
import type { Language } from "../model/language.ts";
import type { Basis, Effect, Tier } from "../model/rule.ts";
import { basisWords } from "../render/finding-notes.ts";
import { sayIn } from "../render/words.ts";
import type { ClauseInWords, ParameterInWords, RuleInWords } from "../rules/rule-in-words.ts";
import { STAGES } from "../rules/stages.ts";
import type { Fact } from "../rules/vocabulary.ts";
import { type ExplainSay, explainSay } from "./explain-words.ts";
import type { Entry } from "./outline.ts";

export interface RuleSetting {
  readonly asOf: string;
  readonly language: Language;
  /** The pack the rule is part of and what the national plan sets it to; `undefined` for a rule of no pack. */
  readonly pack: { readonly name: string; readonly setting: PackState } | undefined;
  /** The overlays of municipalities that have other values for it. */
  readonly overlays: readonly string[];
  /** The fact whose values are the names of stages. */
  readonly stage: Fact | undefined;
}

const TIERS: readonly Tier[] = ["T1", "T2", "T3", "T4"];

/** A rule in words for a person to read: what it asks, of whom, from when, on what basis, and what to do. */
export function explainRule(rule: RuleInWords, setting: RuleSetting): readonly Entry[] {
  const { asOf, language, pack } = setting;
  const say = explainSay(language);
  const words = sayIn(language);
  const { id, title, policy, version, owner, severity, status, keptBy, waivable } = rule;
  return [
    { text: `${id} ${title}` },
    { text: say("by", { policy: `${policy}@${version}`, owner, severity: say(severity), date: asOf }) },
    ...(status === "active" ? [] : [{ text: say("inactive", { status: say(`status-${status}`) }) }]),
    ...(pack === undefined
      ? []
      : [{ text: say("pack", { pack: pack.name, setting: say(`pack-${pack.setting}`) }) }]),
    ...(keptBy === undefined
      ? []
      : [{ text: say(keptBy.by === "engine" ? "keptByEngine" : "keptByChecker", { test: keptBy.test }) }]),
    ...(rule.readsCountry ? [{ text: say("readsCountry") }] : []),
    ...headed(
      say("asks"),
      rule.clauses.map((clause) => clauseEntry(clause, setting, say)),
    ),
    ...headed(say("transition"), rule.transition === undefined ? [] : [{ text: rule.transition }]),
    ...headed(
      say("definitions"),
      rule.definitions.map(({ title, policy: from, means }) => ({
        text: from === policy ? title : `${title} (${say("definedBy", { policy: from })})`,
        below: means.map((text) => ({ text })),
      })),
    ),
    ...headed(
      say("values"),
      rule.parameters.map((parameter) => parameterEntry(parameter, language, say)),
    ),
    ...headed(
      say("overlays"),
      setting.overlays.map((text) => ({ text })),
    ),
    ...headed(words("why"), [{ text: rule.why }]),
    ...headed(
      words("basis"),
      basisWords({ basis: [...rule.basis] }, words).map((text) => ({ text })),
    ),
    ...headed(words("help"), [
      ...(rule.help === undefined ? [] : [{ text: rule.help }]),
      ...rule.clauses.flatMap(({ id: clause, help }) =>
        help === undefined ? [] : [{ text: `${id}(${clause}): ${help}` }],
      ),
    ]),
    ...headed(
      say("waiver"),
      // What the program or the check of policies keeps has no finding in a manifest that one could cover.
      keptBy !== undefined
        ? []
        : [
            {
              text: waivable
                ? say("waivable", { command: `bylaw new waiver ${id} MANIFEST` })
                : say("notWaivable"),
            },
          ],
    ),
  ];
}

function headed(text: string, below: readonly Entry[]): readonly Entry[] {
  return below.length === 0 ? [] : [{ text, below }];
}

function clauseEntry(clause: ClauseInWords, { language, stage }: RuleSetting, say: ExplainSay): Entry {
  const { id, subject, expectsRows, appliesWhere, unless, requires, due } = clause;
  const { stages, effects, effective, until } = clause;
  const stageName = (name: string) => stage?.valueLabels.get(name)?.[language] ?? name;
  const span =
    stages.length === STAGES.length
      ? say("allStages")
      : `${say("stages")}: ${stages.map(stageName).join(sayIn(language)("and"))} (${say("otherStages")})`;
  const lines = (texts: readonly string[]) => texts.map((text) => ({ text }));
  return {
    text: id === null ? say("each", { subject }) : say("clause", { id, subject }),
    below: [
      ...(expectsRows ? [{ text: say("expectsRows") }] : []),
      ...(appliesWhere.length === 0
        ? [{ text: say("everywhere") }]
        : headed(say("appliesWhere"), lines(appliesWhere))),
      ...unless.flatMap((list) => headed(say("unless"), lines(list))),
      ...headed(say("requires"), lines(requires)),
      ...(due === undefined ? [] : [{ text: `${say("due")}: ${due}` }]),
      ...(stages.length === 0 ? [] : [{ text: span }]),
      { text: `${say("effect")}: ${effectsText(effects, language, say)}` },
      { text: forceText(effective, until, say) },
    ],
  };
}

/** One word where all tiers agree, else one for each. */
function effectsText(effects: Readonly<Record<Tier, Effect>>, language: Language, say: ExplainSay): string {
  const words = sayIn(language);
  if (TIERS.every((tier) => effects[tier] === effects.T1))
    return say("everyTier", { effect: words(effects.T1) });
  return TIERS.map((tier) => `${tier} ${words(effects[tier])}`).join(" | ");
}

function forceText(from: string | undefined, until: string | undefined, say: ExplainSay): string {
  if (from === undefined) return say("inForceAlways");
  return until === undefined ? say("inForce", { from }) : say("inForceUntil", { from, until });
}

function parameterEntry(
  { title, name, value, history }: ParameterInWords,
  language: Language,
  say: ExplainSay,
): Entry {
  return {
    text: `${title} (\`${name}\`)`,
    below: [
      ...(value === undefined ? [{ text: say("noValue") }] : []),
      ...history.map(({ from, value: dated, state, basis }) => ({
        text: say("value", { from, value: dated, state: say(state), basis: basisText(basis, language) }),
      })),
    ],
  };
}

function basisText(basis: Basis, language: Language): string {
  return basisWords({ basis: [basis] }, sayIn(language)).join("");
}
