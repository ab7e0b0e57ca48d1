import type { Language } from "../model/language.ts";
import type { Refusal } from "./waiver-standing.ts";

type Sentence<A extends readonly unknown[]> = Readonly<Record<Language, (...args: A) => string>>;

/** Sentences the engine itself says; everything about a rule's conditions is generated in `src/rules`. */
export const WORDS = {
  missing: {
    en: (labels: string) => `not stated: ${labels}`,
    he: (labels: string) => `לא נמסר: ${labels}`,
    ar: (labels: string) => `لم يُذكر: ${labels}`,
  },
  undecided: {
    en: (labels: string) => `cannot be decided without: ${labels}`,
    he: (labels: string) => `לא ניתן להכרעה בלי: ${labels}`,
    ar: (labels: string) => `لا يمكن البتّ فيه دون: ${labels}`,
  },
  because: {
    en: (steps: string, labels: string) => `${steps}; this leaves open: ${labels}`,
    he: (steps: string, labels: string) => `${steps}; נותר פתוח: ${labels}`,
    ar: (steps: string, labels: string) => `${steps}؛ ويبقى مفتوحاً: ${labels}`,
  },
  state: {
    en: (labels: string) => `state ${labels}`,
    he: (labels: string) => `יש למלא: ${labels}`,
    ar: (labels: string) => `اذكروا: ${labels}`,
  },
  stateOrNone: {
    en: (labels: string) => `state ${labels}; where there is none, write \`none\``,
    he: (labels: string) => `יש למלא: ${labels}; אם אין, יש לכתוב \`none\``,
    ar: (labels: string) => `اذكروا: ${labels}؛ وإن لم يوجد فاكتبوا \`none\``,
  },
  emptyList: {
    en: (path: string) => `; where there are none, write \`[]\` under \`${path}\``,
    he: (path: string) => `; אם אין, יש לכתוב \`[]\` תחת \`${path}\``,
    ar: (path: string) => `؛ وإن لم يوجد شيء فاكتبوا \`[]\` تحت \`${path}\``,
  },
  nameCompany: {
    en: (field: string) => `name the company under \`${field}\`; where there is none, write \`none\``,
    he: (field: string) => `יש לציין את החברה תחת \`${field}\`; אם אין, יש לכתוב \`none\``,
    ar: (field: string) => `اذكروا الشركة تحت \`${field}\`؛ وإن لم توجد فاكتبوا \`none\``,
  },
  register: {
    en: (field: string) =>
      `write the registry id under \`${field}\`, or propose a registry entry for the company with its sources`,
    he: (field: string) => `יש לרשום תחת \`${field}\` את המזהה שבמרשם, או להציע רשומה לחברה במרשם עם מקורות`,
    ar: (field: string) =>
      `اكتبوا تحت \`${field}\` معرّف الشركة في السجل، أو اقترحوا قيداً لها في السجل مع مصادره`,
  },
  nothingAsked: {
    en: () => "the registry holds no alternative for this kind of product",
    he: () => "במרשם אין חלופה לסוג מוצר זה",
    ar: () => "لا يتضمن السجل بديلاً لهذا النوع من المنتجات",
  },
  waiverExpired: {
    en: (id: string, on: string) => `waiver \`${id}\` ended on ${on} and no longer counts`,
    he: (id: string, on: string) => `תוקף הוויתור \`${id}\` פג ביום ${on} והוא אינו נספר עוד`,
    ar: (id: string, on: string) => `انتهى الإعفاء \`${id}\` في ${on} ولم يعد يُحتسب`,
  },
  waiverExpiring: {
    en: (id: string, on: string) => `waiver \`${id}\` ends on ${on}`,
    he: (id: string, on: string) => `הוויתור \`${id}\` מסתיים ביום ${on}`,
    ar: (id: string, on: string) => `ينتهي الإعفاء \`${id}\` في ${on}`,
  },
  waiverUnmatched: {
    en: (id: string) => `waiver \`${id}\` matches no finding`,
    he: (id: string) => `הוויתור \`${id}\` אינו תואם אף ממצא`,
    ar: (id: string) => `الإعفاء \`${id}\` لا يطابق أي نتيجة`,
  },
  waiverRefused: {
    en: (id: string, reason: string) => `waiver \`${id}\` does not count: ${reason}`,
    he: (id: string, reason: string) => `הוויתור \`${id}\` אינו נספר: ${reason}`,
    ar: (id: string, reason: string) => `الإعفاء \`${id}\` لا يُحتسب: ${reason}`,
  },
  waivers: {
    en: () => "Waivers and approvals",
    he: () => "ויתורים ואישורים",
    ar: () => "الإعفاءات والموافقات",
  },
  waiverHelp: {
    en: () => "renew it, correct it, or delete the file once the finding is gone",
    he: () => "יש לחדש או לתקן אותו, או למחוק את הקובץ כשהממצא נעלם",
    ar: () => "جدّدوه أو صحّحوه، أو احذفوا الملف متى زالت النتيجة",
  },
} as const satisfies Record<string, Sentence<never>>;

/** Why a waiver does not count. */
export const REFUSALS: Readonly<Record<Refusal, Readonly<Record<Language, string>>>> = {
  "rule-unknown": {
    en: "no active rule has this id",
    he: "אין כלל פעיל בעל מזהה זה",
    ar: "لا توجد قاعدة سارية بهذا المعرّف",
  },
  "rule-not-waivable": {
    en: "no waiver of this rule is ever valid",
    he: "לכלל זה לא ניתן לתת ויתור",
    ar: "لا يصحّ أي إعفاء من هذه القاعدة",
  },
  "not-approved": {
    en: "it names no approver with role, group and date",
    he: "לא צוינו בו מאשר, תפקיד, קבוצה ותאריך",
    ar: "لا يذكر موافِقاً بصفته ومجموعته وتاريخه",
  },
  "other-group": {
    en: "its approver belongs to another group than the one that owns the rule",
    he: "המאשר שייך לקבוצה אחרת מזו שהכלל בבעלותה",
    ar: "الموافِق من مجموعة غير المجموعة صاحبة القاعدة",
  },
  "approved-later": {
    en: "it is approved on a later date",
    he: "תאריך האישור מאוחר יותר",
    ar: "تاريخ الموافقة لاحق",
  },
  "dates-reversed": {
    en: "it ends before it begins, or a date is missing",
    he: "הוא מסתיים לפני תחילתו, או שחסר תאריך",
    ar: "ينتهي قبل أن يبدأ، أو ينقصه تاريخ",
  },
  "too-long": {
    en: "it lasts longer than allowed (waivers 180 days, standing approvals 24 months)",
    he: "הוא ארוך מן המותר (ויתור: 180 ימים, אישור קבוע: 24 חודשים)",
    ar: "مدته أطول من المسموح (الإعفاء 180 يوماً، والموافقة الدائمة 24 شهراً)",
  },
  "renewed-twice": {
    en: "it was renewed more than once",
    he: "הוא חודש יותר מפעם אחת",
    ar: "جُدِّد أكثر من مرة",
  },
};
