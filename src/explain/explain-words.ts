import type { Language } from "../model/language.ts";
import type { Truth } from "../model/value.ts";
import { RULE_WORDS, type RuleWord } from "../rules/words/rule-words.ts";

/** The words around an explanation in one language, those of a rule as a whole among them; what a rule says is put into words by `src/rules`. */
type ExplainWord = keyof typeof EN | RuleWord;

/** The words an explanation has of its own. */
type OwnWord = keyof typeof EN;

export type ExplainSay = (word: ExplainWord, values?: Readonly<Record<string, string | number>>) => string;

const EN = {
  by: "{policy}, owned by the group {owner}; severity: {severity}; as of {date}",
  inactive: "its policy is not active: {status}",
  pack: "part of the pack {pack}, which the national plan sets to: {setting}",
  clause: "clause {id}, for each: {subject}",
  appliesWhere: "applies where",
  unless: "unless",
  requires: "requires",
  due: "due",
  stages: "binds at stages",
  effect: "effect of a breach",
  everyTier: "at every tier: {effect}",
  definitions: "what its words mean",
  definedBy: "defined in {policy}",
  overlays: "municipalities with tighter values",
  noValue: "no value is in force on this date",
  past: "past",
  "in-force": "in force",
  coming: "coming",
  value: "from {from}: {value} ({state}); basis: {basis}",
  of: "of {manifest}, as of {date}; tier of the system: {tier}; stage: {stage}",
  noRows: "nothing in this manifest is of that kind: the clause asks nothing",
  pass: "passes",
  fail: "fails",
  unknown: "cannot be decided",
  "not-applicable": "does not apply",
  yes: "yes",
  no: "no",
  open: "unknown",
  weighs: "weight: {effect} (tier {tier})",
  weighsTierless: "weight: {effect} (tier undecided)",
  weighsAlike: "weight: {effect}",
  stricter: "reported where another clause of this rule weighs more at the same place",
  binds: "binds now",
  gone: "no longer in force on this date",
  neverDue: "the date it is due by can never come",
  undecidedDue: "the date it is due by depends on something not given: it binds",
  written: "line {places}",
  notWritten: "not written; it belongs to line {places}",
  reported: "what is reported",
  nothingReported: "nothing",
  finding: "{effect}, {state}: {message} (fingerprint {fingerprint})",
  stateOpen: "open",
  stateUpcoming: "not binding yet",
  stateWaived: "waived by {waiver}",
  stateApproved: "approved",
} as const;

const HE: Readonly<Record<OwnWord, string>> = {
  by: "{policy}, באחריות הקבוצה {owner}; חומרה: {severity}; נכון ליום {date}",
  inactive: "המדיניות שלו אינה פעילה: {status}",
  pack: "חלק מהחבילה {pack}, שהתוכנית הלאומית קובעת לה: {setting}",
  clause: "סעיף {id}, לכל: {subject}",
  appliesWhere: "חל כאשר",
  unless: "אלא אם",
  requires: "דורש",
  due: "מועד",
  stages: "מחייב בשלבים",
  effect: "תוצאת הפרה",
  everyTier: "בכל דרגה: {effect}",
  definitions: "פירוש המונחים",
  definedBy: "מוגדר ב־{policy}",
  overlays: "רשויות שקבעו ערכים מחמירים יותר",
  noValue: "אין ערך בתוקף ביום זה",
  past: "בעבר",
  "in-force": "בתוקף",
  coming: "עתידי",
  value: "החל מ־{from}: {value} ({state}); בסיס: {basis}",
  of: "עבור {manifest}, נכון ליום {date}; דרגת המערכת: {tier}; שלב: {stage}",
  noRows: "אין במניפסט דבר מסוג זה: הסעיף אינו דורש דבר",
  pass: "עובר",
  fail: "נכשל",
  unknown: "לא ניתן להכרעה",
  "not-applicable": "אינו חל",
  yes: "כן",
  no: "לא",
  open: "לא ידוע",
  weighs: "משקל: {effect} (דרגה {tier})",
  weighsTierless: "משקל: {effect} (הדרגה לא הוכרעה)",
  weighsAlike: "משקל: {effect}",
  stricter: "מדווח במקום שבו סעיף אחר של כלל זה חמור ממנו באותו מקום",
  binds: "מחייב כעת",
  gone: "אינו בתוקף עוד ביום זה",
  neverDue: "המועד לקיומו לא יוכל להגיע",
  undecidedDue: "המועד לקיומו תלוי בדבר שלא צוין: הוא מחייב",
  written: "שורה {places}",
  notWritten: "לא כתוב; מקומו בשורה {places}",
  reported: "מה מדווח",
  nothingReported: "דבר",
  finding: "{effect}, {state}: {message} (טביעת אצבע {fingerprint})",
  stateOpen: "פתוח",
  stateUpcoming: "עדיין אינו מחייב",
  stateWaived: "בוויתור {waiver}",
  stateApproved: "אושר",
};

const AR: Readonly<Record<OwnWord, string>> = {
  by: "{policy}، بعهدة المجموعة {owner}؛ الخطورة: {severity}؛ بتاريخ {date}",
  inactive: "سياستها غير سارية: {status}",
  pack: "جزء من الحزمة {pack}، وتضبطها الخطة الوطنية على: {setting}",
  clause: "البند {id}، لكل: {subject}",
  appliesWhere: "تنطبق حيث",
  unless: "إلا إذا",
  requires: "تشترط",
  due: "الموعد",
  stages: "تُلزم في المراحل",
  effect: "أثر المخالفة",
  everyTier: "في كل فئة: {effect}",
  definitions: "معاني ألفاظها",
  definedBy: "معرَّف في {policy}",
  overlays: "بلديات لها قيم أشد",
  noValue: "لا قيمة سارية في هذا التاريخ",
  past: "سابقة",
  "in-force": "سارية",
  coming: "قادمة",
  value: "ابتداءً من {from}: {value} ({state})؛ الأساس: {basis}",
  of: "بشأن {manifest}، بتاريخ {date}؛ فئة النظام: {tier}؛ المرحلة: {stage}",
  noRows: "لا شيء من هذا النوع في هذا البيان: لا يطلب البند شيئاً",
  pass: "ناجح",
  fail: "راسب",
  unknown: "لا يمكن البتّ فيه",
  "not-applicable": "لا ينطبق",
  yes: "نعم",
  no: "لا",
  open: "غير معلوم",
  weighs: "الوزن: {effect} (الفئة {tier})",
  weighsTierless: "الوزن: {effect} (الفئة غير محسومة)",
  weighsAlike: "الوزن: {effect}",
  stricter: "يُذكر حيث يكون بند آخر من هذه القاعدة أشدّ في الموضع نفسه",
  binds: "مُلزم الآن",
  gone: "لم يعد سارياً في هذا التاريخ",
  neverDue: "الموعد المحدد له لا يمكن أن يحلّ",
  undecidedDue: "يتوقف موعده على ما لم يُذكر: فهو مُلزم",
  written: "السطر {places}",
  notWritten: "غير مكتوب؛ وموضعه السطر {places}",
  reported: "ما يُبلَّغ عنه",
  nothingReported: "لا شيء",
  finding: "{effect}، {state}: {message} (البصمة {fingerprint})",
  stateOpen: "مفتوحة",
  stateUpcoming: "لا تُلزم بعد",
  stateWaived: "معفاة بموجب {waiver}",
  stateApproved: "موافَق عليها",
};

const WORDS: Readonly<Record<Language, Readonly<Record<ExplainWord, string>>>> = {
  en: { ...RULE_WORDS.en, ...EN },
  he: { ...RULE_WORDS.he, ...HE },
  ar: { ...RULE_WORDS.ar, ...AR },
};

/** Says the words around an explanation; values fill `{name}`. */
export function explainSay(language: Language): ExplainSay {
  return (word, values = {}) =>
    WORDS[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A truth in a word. */
export function truthWord(truth: Truth): "yes" | "no" | "open" {
  if (truth === undefined) return "open";
  return truth ? "yes" : "no";
}
