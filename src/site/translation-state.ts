import type { PolicyDocument, PolicyTexts } from "../model/generated/policy.ts";
import type { PageSetting } from "./page-setting.ts";

/** Says once how far a policy's texts are translated and reviewed; empty in English and where all is done. */
export function translationState(policy: PolicyDocument, { language, say }: PageSetting): string {
  if (language === "en") return "";
  const texts = textsOf(policy);
  const done = texts.filter((text) => text[language] !== undefined);
  const unreviewed = done.filter(({ reviewed_by }) => reviewed_by === undefined).length;
  const count = (word: "unreviewed" | "notTranslated", n: number) =>
    n === 0 ? [] : [say(word, { n, all: texts.length })];
  return [...count("unreviewed", unreviewed), ...count("notTranslated", texts.length - done.length)].join(
    " ",
  );
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
