import type { PolicyDocument, PolicyRule, PolicyTexts } from "../model/generated/policy.ts";
import type { PageSetting } from "./page-setting.ts";
import { english } from "./prose.ts";

/** Says once how far a policy's texts are translated and reviewed; empty in English and where all is done. */
export function translationState(policy: PolicyDocument, { language, say }: PageSetting): string {
  if (language === "en") return "";
  const texts = textsOf(policy);
  const done = texts.filter((text) => text[language] !== undefined);
  const unreviewed = done.filter(({ reviewed_by }) => reviewed_by === undefined).length;
  const stale = done.filter((text) => text.stale?.includes(language)).length;
  const count = (word: "unreviewed" | "stale" | "notTranslated", n: number) =>
    n === 0 ? [] : [say(word, { n, all: texts.length })];
  return [
    ...count("unreviewed", unreviewed),
    ...count("stale", stale),
    ...count("notTranslated", texts.length - done.length),
  ].join(" ");
}

/** Who has reviewed the translation of a rule, or that nobody has; empty in English and where nothing is translated. */
export function reviewNote({ title, why, help }: PolicyRule, setting: PageSetting): readonly string[] {
  const { language, say } = setting;
  if (language === "en") return [];
  const texts = [title, why, ...(help === undefined ? [] : [help])].filter(
    (text) => text[language] !== undefined,
  );
  if (texts.length === 0) return [];
  const reviewers = texts.flatMap(({ reviewed_by }) => reviewed_by ?? []);
  if (reviewers.length < texts.length) return [say("translationUnreviewed")];
  const who = [...new Set(reviewers)].map((role) => english(role, language)).join(setting.words("and"));
  return [say("translationReviewed", { who })];
}

function textsOf(policy: PolicyDocument): readonly PolicyTexts[] {
  const { tiers } = policy;
  const found: readonly (PolicyTexts | undefined)[] = [
    policy.title,
    policy.summary,
    ...policy.changes.map(({ summary }) => summary),
    ...Object.values(policy.definitions ?? {}).map(({ title }) => title),
    ...Object.values(policy.parameters ?? {}).map(({ title }) => title),
    ...(tiers === undefined ? [] : [tiers.T4.title, tiers.T3.title, tiers.T2.title]),
    ...policy.rules.flatMap(({ title, why, help }) => [title, why, help]),
  ];
  return found.filter((texts) => texts !== undefined);
}
