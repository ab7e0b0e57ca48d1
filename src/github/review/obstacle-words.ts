import type { Language } from "../../model/language.ts";

/** What is said of a verdict that waits for people or for the repository. Names come as code spans. */
export interface ObstacleWords {
  noPolicies(repository: string | undefined): string;
  may(group: string, who: string): string;
  readonly administrators: string;
  nobody(groups: string): string;
  contributing(who: string): string;
  unlinked(commits: string): string;
  readonly tooMany: string;
  lacking(permissions: string): string;
}

/** The same in each language of a repository. */
export const OBSTACLE_WORDS: Readonly<Record<Language, ObstacleWords>> = {
  en: {
    noPolicies: (repository) =>
      `There is nothing to judge by: ${repository === undefined ? "the base branch" : `\`${repository}\``} holds no policy under \`policies/\`. To do: add one there, or name another repository under \`policies\` in \`.github/bylaw.yml\`.`,
    may: (group, who) =>
      `Approval for ${group} may be given by ${who}: an approving review on this very commit, by someone who had no part in it.`,
    administrators:
      "The base branch names nobody for `governance` that can be read. A change of `.github/bylaw.yml` alone may be approved by an administrator of this repository who had no part in it.",
    nobody: (groups) =>
      `Nobody can approve for ${groups}: \`.github/bylaw.yml\` on the base branch names nobody. To do: name teams or people under \`reviewers\` there.`,
    contributing: (who) =>
      `The approval of ${who} does not count: commits of this pull request are theirs as well. To do: ask someone else of the group.`,
    unlinked: (commits) =>
      `No approval counts, since GitHub links the author or committer of ${commits} to no account, and it might be whoever approves. To do: add that e-mail address to its owner's account, or write these commits anew with one that is known.`,
    tooMany:
      "No approval counts, since this pull request has more than 100 commits and not all their authors are read. To do: squash them.",
    lacking: (permissions) =>
      `The app was not granted ${permissions} here, so some of what it should see it does not. To do: let an owner accept what the app asks for, under *Settings → GitHub Apps* of the account.`,
  },
  he: {
    noPolicies: (repository) =>
      `אין לפי מה לבדוק: אין מדיניות תחת \`policies/\` ${repository === undefined ? "בענף הבסיס" : `במאגר \`${repository}\``}. יש להוסיף אותה שם, או לציין מאגר אחר תחת \`policies\` בקובץ \`.github/bylaw.yml\`.`,
    may: (group, who) =>
      `אישור בשם ${group} יכולים לתת ${who}: סקירה מאשרת על commit זה ממש, בידי מי שלא היה לו חלק בו.`,
    administrators:
      "ענף הבסיס אינו מציין בשם `governance` איש שניתן לקרוא. שינוי של `.github/bylaw.yml` בלבד יכול לאשר מנהל של מאגר זה שלא היה לו חלק בו.",
    nobody: (groups) =>
      `אין מי שיכול לאשר בשם ${groups}: הקובץ \`.github/bylaw.yml\` בענף הבסיס אינו מציין איש. יש לציין שם צוותים או אנשים תחת \`reviewers\`.`,
    contributing: (who) =>
      `האישור של ${who} אינו נחשב: חלק מה־commits בבקשה זו שלהם. יש לפנות לאדם אחר בקבוצה.`,
    unlinked: (commits) =>
      `אף אישור אינו נחשב, כי GitHub אינו מקשר את הכותב או המוסר של ${commits} לשום חשבון, וייתכן שזה המאשר עצמו. יש להוסיף את כתובת הדוא״ל לחשבון של בעליה, או לכתוב את ה־commits מחדש עם כתובת מוכרת.`,
    tooMany: "אף אישור אינו נחשב, כי בבקשה זו יותר מ־100 commits ולא כל כותביהם נקראו. יש למזג אותם לאחד.",
    lacking: (permissions) =>
      `לאפליקציה לא ניתן כאן ${permissions}, ולכן היא אינה רואה חלק ממה שעליה לראות. יש לבקש מבעלים לאשר את מה שהאפליקציה מבקשת, תחת *Settings → GitHub Apps* של החשבון.`,
  },
  ar: {
    noPolicies: (repository) =>
      `لا يوجد ما يُقيَّم بموجبه: لا سياسة تحت \`policies/\` ${repository === undefined ? "في فرع الأساس" : `في المستودع \`${repository}\``}. أضف سياسة هناك، أو سمِّ مستودعاً آخر تحت \`policies\` في \`.github/bylaw.yml\`.`,
    may: (group, who) =>
      `الموافقة باسم ${group} يعطيها ${who}: مراجعة موافِقة على هذا الإيداع بعينه، ممن لم يكن له يد فيه.`,
    administrators:
      "لا يسمّي فرع الأساس باسم `governance` أحداً يمكن قراءته. تغيير `.github/bylaw.yml` وحده يوافق عليه مسؤول عن هذا المستودع لم يكن له يد فيه.",
    nobody: (groups) =>
      `لا أحد يستطيع الموافقة باسم ${groups}: لا يسمّي \`.github/bylaw.yml\` في فرع الأساس أحداً. سمِّ هناك فرقاً أو أشخاصاً تحت \`reviewers\`.`,
    contributing: (who) =>
      `موافقة ${who} لا تُحتسب: بعض إيداعات هذا الطلب لهم أيضاً. اطلبها من شخص آخر في المجموعة.`,
    unlinked: (commits) =>
      `لا تُحتسب أي موافقة، لأن GitHub لا يربط كاتب ${commits} أو مودِعها بأي حساب، وقد يكون هو الموافِق نفسه. أضف عنوان البريد إلى حساب صاحبه، أو أعد كتابة الإيداعات بعنوان معروف.`,
    tooMany:
      "لا تُحتسب أي موافقة، لأن في هذا الطلب أكثر من 100 إيداع ولم يُقرأ كل كتّابها. ادمجها في إيداع واحد.",
    lacking: (permissions) =>
      `لم يُمنح التطبيق هنا ${permissions}، فلا يرى بعض ما ينبغي أن يراه. اطلب من مالك أن يقبل ما يطلبه التطبيق، تحت *Settings → GitHub Apps* للحساب.`,
  },
};
