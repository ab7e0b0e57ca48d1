import type { Language } from "../model/language.ts";
import type { Review } from "../model/review.ts";

/** What a repository is set up with, as far as a verdict can wait for it. */
export interface Setup {
  /** Groups of which the configuration names at least one team or person. */
  readonly groups: ReadonlySet<string>;
  /** Where its policies are, when not in the repository itself. */
  readonly policies: string | undefined;
}

/** Groups named at most; their names are the submitter's to choose. */
const MOST_NAMED = 10;

/**
 * Why no push to this pull request can make it pass, and what to do, in the repository's language; nothing in most
 * cases. Without it people wait for an approval that nobody can give, or look for a mistake they did not make.
 */
export function obstacles({ awaiting, language, policies, reason }: Review, setup: Setup): readonly string[] {
  const words = WORDS[language];
  const nobody = awaiting.filter((group) => !setup.groups.has(group)).slice(0, MOST_NAMED);
  return [
    ...(reason === "not-evaluated" && policies.length === 0 ? [words.noPolicies(setup.policies)] : []),
    ...(nobody.length === 0 ? [] : [words.nobody(nobody.map((group) => `\`${group}\``).join(", "))]),
  ];
}

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly noPolicies: (repository: string | undefined) => string;
      readonly nobody: (groups: string) => string;
    }
  >
> = {
  en: {
    noPolicies: (repository) =>
      `There is nothing to judge by: ${repository === undefined ? "the base branch" : `\`${repository}\``} holds no policy under \`policies/\`. To do: add one there, or name another repository under \`policies\` in \`.github/bylaw.yml\`.`,
    nobody: (groups) =>
      `Nobody can approve for ${groups}: \`.github/bylaw.yml\` on the base branch names nobody. To do: name teams or people under \`reviewers\` there.`,
  },
  he: {
    noPolicies: (repository) =>
      `אין לפי מה לבדוק: אין מדיניות תחת \`policies/\` ${repository === undefined ? "בענף הבסיס" : `במאגר \`${repository}\``}. יש להוסיף אותה שם, או לציין מאגר אחר תחת \`policies\` בקובץ \`.github/bylaw.yml\`.`,
    nobody: (groups) =>
      `אין מי שיכול לאשר בשם ${groups}: הקובץ \`.github/bylaw.yml\` בענף הבסיס אינו מציין איש. יש לציין שם צוותים או אנשים תחת \`reviewers\`.`,
  },
  ar: {
    noPolicies: (repository) =>
      `لا يوجد ما يُقيَّم بموجبه: لا سياسة تحت \`policies/\` ${repository === undefined ? "في فرع الأساس" : `في المستودع \`${repository}\``}. أضف سياسة هناك، أو سمِّ مستودعاً آخر تحت \`policies\` في \`.github/bylaw.yml\`.`,
    nobody: (groups) =>
      `لا أحد يستطيع الموافقة باسم ${groups}: لا يسمّي \`.github/bylaw.yml\` في فرع الأساس أحداً. سمِّ هناك فرقاً أو أشخاصاً تحت \`reviewers\`.`,
  },
};
