import type { Language } from "../../model/language.ts";
import type { VersionLevel } from "../../model/set-change.ts";

type Said<A extends readonly string[]> = Readonly<Record<Language, (...args: A) => string>>;

/** What is said of versions, changelogs, notice and translations that are not in order. */
export const VERSION_WORDS = {
  still: {
    en: (id, version, why) => `${id} changed and its version is still ${version}: ${why}`,
    he: (id, version, why) => `השתנה ${id}, והגרסה נותרה ${version}: ${why}`,
    ar: (id, version, why) => `تغيّر ${id} وبقي إصداره ${version}: ${why}`,
  } satisfies Said<[id: string, version: string, why: string]>,
  writeVersion: {
    en: (version) => `write ${version}, and an entry for it under \`changes\``,
    he: (version) => `כתבו ${version}, ורשומה עבורה תחת \`changes\``,
    ar: (version) => `اكتبوا ${version} ومدخلاً له تحت \`changes\``,
  } satisfies Said<[version: string]>,
  published: {
    en: (version) => `${version} was published already`,
    he: (version) => `גרסה ${version} כבר פורסמה`,
    ar: (version) => `سبق نشر الإصدار ${version}`,
  } satisfies Said<[version: string]>,
  notAfter: {
    en: (version, last) => `${version} is not after ${last}`,
    he: (version, last) => `גרסה ${version} אינה אחרי ${last}`,
    ar: (version, last) => `الإصدار ${version} ليس بعد ${last}`,
  } satisfies Said<[version: string, last: string]>,
  writeLater: {
    en: (version) => `write ${version} or a later version`,
    he: (version) => `כתבו ${version} או גרסה מאוחרת יותר`,
    ar: (version) => `اكتبوا ${version} أو إصداراً لاحقاً`,
  } satisfies Said<[version: string]>,
  writeFrom: {
    en: (version) => `write a later version, from ${version}`,
    he: (version) => `כתבו גרסה מאוחרת יותר, החל ב-${version}`,
    ar: (version) => `اكتبوا إصداراً لاحقاً ابتداءً من ${version}`,
  } satisfies Said<[version: string]>,
  tooSmall: {
    en: (version, last, why) => `${version} is too small a step from ${last}: ${why}`,
    he: (version, last, why) => `הצעד מ-${last} אל ${version} קטן מדי: ${why}`,
    ar: (version, last, why) => `الخطوة من ${last} إلى ${version} أصغر من اللازم: ${why}`,
  } satisfies Said<[version: string, last: string, why: string]>,
  andMore: {
    en: (names, more) => `${names} and ${more} more`,
    he: (names, more) => `${names} ועוד ${more}`,
    ar: (names, more) => `${names} وغيرها: ${more}`,
  } satisfies Said<[names: string, more: string]>,
  newestEntry: {
    en: (entry, version) =>
      `the newest entry under \`changes\` is for ${entry}, and the policy is ${version}`,
    he: (entry, version) => `הרשומה החדשה ביותר תחת \`changes\` היא של ${entry}, והמדיניות היא ${version}`,
    ar: (entry, version) => `أحدث مدخل تحت \`changes\` للإصدار ${entry}، والسياسة ${version}`,
  } satisfies Said<[entry: string, version: string]>,
  addEntry: {
    en: (version) => `add an entry for ${version} as the first, with what it changed`,
    he: (version) => `הוסיפו בראש רשומה עבור ${version}, ובה מה השתנה`,
    ar: (version) => `أضيفوا أولاً مدخلاً للإصدار ${version} وفيه ما غيّره`,
  } satisfies Said<[version: string]>,
  datedBefore: {
    en: (version, on, last, lastOn) => `version ${version} is dated ${on}, before ${last} of ${lastOn}`,
    he: (version, on, last, lastOn) => `תאריך גרסה ${version} הוא ${on}, לפני ${last} מיום ${lastOn}`,
    ar: (version, on, last, lastOn) => `تاريخ الإصدار ${version} هو ${on}، قبل ${last} بتاريخ ${lastOn}`,
  } satisfies Said<[version: string, on: string, last: string, lastOn: string]>,
  writeDay: {
    en: () => "write the day the version is published",
    he: () => "כתבו את יום פרסום הגרסה",
    ar: () => "اكتبوا يوم نشر الإصدار",
  } satisfies Said<[]>,
  entryGone: {
    en: (version) => `the entry for ${version} is gone`,
    he: (version) => `הרשומה של ${version} נעלמה`,
    ar: (version) => `مدخل الإصدار ${version} اختفى`,
  } satisfies Said<[version: string]>,
  keepEntries: {
    en: () => "keep the entries of published versions",
    he: () => "השאירו את הרשומות של גרסאות שפורסמו",
    ar: () => "أبقوا مدخلات الإصدارات المنشورة",
  } satisfies Said<[]>,
  entryOther: {
    en: (version) => `the entry for ${version} says something else than when it was published`,
    he: (version) => `הרשומה של ${version} אומרת דבר אחר ממה שאמרה בפרסומה`,
    ar: (version) => `مدخل الإصدار ${version} يقول غير ما قاله عند نشره`,
  } satisfies Said<[version: string]>,
  keepAsTheyAre: {
    en: () => "keep the entries of published versions as they are, translations aside",
    he: () => "השאירו את הרשומות של גרסאות שפורסמו כפי שהן, מלבד תרגומים",
    ar: () => "أبقوا مدخلات الإصدارات المنشورة على حالها، ما عدا الترجمات",
  } satisfies Said<[]>,
  hebrewBehind: {
    en: (name) => `the English text of ${name} changed, and the Hebrew one did not`,
    he: (name) => `הנוסח האנגלי של ${name} השתנה, והעברי לא`,
    ar: (name) => `تغيّر النص الإنجليزي في ${name} ولم يتغيّر العبري`,
  } satisfies Said<[name: string]>,
  arabicBehind: {
    en: (name) => `the English text of ${name} changed, and the Arabic one did not`,
    he: (name) => `הנוסח האנגלי של ${name} השתנה, והערבי לא`,
    ar: (name) => `تغيّر النص الإنجليزي في ${name} ولم يتغيّر العربي`,
  } satisfies Said<[name: string]>,
  translate: {
    en: (stale) => `translate it again, or write ${stale} beside it`,
    he: (stale) => `תרגמו שוב, או כתבו לצדו ${stale}`,
    ar: (stale) => `ترجموه من جديد، أو اكتبوا بجانبه ${stale}`,
  } satisfies Said<[stale: string]>,
  tooSoon: {
    en: (rule, on, notice, from) =>
      `${rule} would newly block from ${on}, and at least ${notice} of notice are asked for from ${from}`,
    he: (rule, on, notice, from) =>
      `${rule} יחסום לראשונה מיום ${on}, ונדרשת הודעה מראש של לפחות ${notice} החל ביום ${from}`,
    ar: (rule, on, notice, from) =>
      `سيمنع ${rule} لأول مرة ابتداءً من ${on}، والمطلوب إشعار مسبق لا يقل عن ${notice} ابتداءً من ${from}`,
  } satisfies Said<[rule: string, on: string, notice: string, from: string]>,
  perhapsTooSoon: {
    en: (rule, on, notice, from) =>
      `${rule} may newly block, which is undecided, from ${on}, and at least ${notice} of notice are asked for from ${from}`,
    he: (rule, on, notice, from) =>
      `ייתכן ש-${rule} יחסום לראשונה מיום ${on}, והדבר לא הוכרע; נדרשת הודעה מראש של לפחות ${notice} החל ביום ${from}`,
    ar: (rule, on, notice, from) =>
      `قد يمنع ${rule} لأول مرة ابتداءً من ${on}، ولم يُحسم ذلك؛ والمطلوب إشعار مسبق لا يقل عن ${notice} ابتداءً من ${from}`,
  } satisfies Said<[rule: string, on: string, notice: string, from: string]>,
  beginLater: {
    en: (on) =>
      `let it begin on ${on} or later: the new value by its \`from\`, a new condition in a clause with that \`effective\` beside the old one with its \`until\``,
    he: (on) =>
      `קבעו תחילה ביום ${on} או אחריו: לערך חדש ב-\`from\` שלו, לתנאי חדש בסעיף עם \`effective\` כזה לצד הישן עם \`until\` שלו`,
    ar: (on) =>
      `اجعلوا بدايته ${on} أو بعده: للقيمة الجديدة في \`from\`، وللشرط الجديد في بند له \`effective\` كهذا بجانب القديم مع \`until\``,
  } satisfies Said<[on: string]>,
  higherAtOnce: {
    en: () => "systems would be in a higher tier at once, and rules would newly block there",
    he: () => "מערכות יעברו מיד לדרגה גבוהה יותר, וכללים יחסמו שם לראשונה",
    ar: () => "ستصبح أنظمة في فئة أعلى فوراً، وستمنع قواعد هناك لأول مرة",
  } satisfies Said<[]>,
  compareToday: {
    en: (on) => `let the step compare \`today\` with ${on} or a later day`,
    he: (on) => `השוו במדרגה את \`today\` ליום ${on} או ליום מאוחר יותר`,
    ar: (on) => `قارنوا في الدرجة \`today\` باليوم ${on} أو بيوم لاحق`,
  } satisfies Said<[on: string]>,
} as const;

/** Why a level is asked for: what asks for it, or that the text changed. */
export const LEVEL_WORDS: Readonly<Record<VersionLevel, Said<[names: string]>>> = {
  major: {
    en: (names) => `${names} would be stricter somewhere, or may be, which asks for a major version`,
    he: (names) => `${names}: החמרה, ודאית או אפשרית, ולכן נדרשת גרסה ראשית`,
    ar: (names) => `${names}: تشديد، مؤكد أو محتمل، وهذا يتطلب إصداراً رئيسياً`,
  },
  minor: {
    en: (names) => `${names} would be laxer and nowhere stricter, which asks for a minor version`,
    he: (names) => `${names}: הקלה בלי החמרה, ולכן נדרשת גרסת משנה`,
    ar: (names) => `${names}: تخفيف بلا تشديد، وهذا يتطلب إصداراً فرعياً`,
  },
  patch: {
    en: (names) => `${names} would be said otherwise, which asks for a patch version`,
    he: (names) => `${names}: נוסח אחר, ולכן נדרשת גרסת תיקון`,
    ar: (names) => `${names}: صياغة أخرى، وهذا يتطلب إصداراً تصحيحياً`,
  },
  none: {
    en: (names) => `${names} would be the same`,
    he: (names) => `${names}: ללא שינוי`,
    ar: (names) => `${names}: دون تغيير`,
  },
};

/** The same where nothing is named that asks for more: the text alone changed. */
export const TEXT_CHANGED: Said<[]> = {
  en: () => "its text changed, which asks for a patch version",
  he: () => "הנוסח השתנה, ולכן נדרשת גרסת תיקון",
  ar: () => "تغيّر النص، وهذا يتطلب إصداراً تصحيحياً",
};
