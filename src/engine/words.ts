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
  either: {
    en: (members: readonly string[]) => `either ${members.join(" · or ")}`,
    he: (members: readonly string[]) => `די באחד מאלה: ${members.join(" · או ")}`,
    ar: (members: readonly string[]) => `يكفي واحد مما يلي: ${members.join(" · أو ")}`,
  },
  or: {
    en: () => " or ",
    he: () => " או ",
    ar: () => " أو ",
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
  fillIn: {
    en: (places: string) => `fill in what is blank in ${places}`,
    he: (places: string) => `יש להשלים את החסר ב: ${places}`,
    ar: (places: string) => `أكملوا الناقص في: ${places}`,
  },
  correct: {
    en: (places: string) => `correct whichever is wrong, ${places} or what contradicts it`,
    he: (places: string) => `יש לתקן את השגוי, ${places} או מה שסותר אותו`,
    ar: (places: string) => `صحّحوا الخطأ، في ${places} أو فيما يناقضه`,
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
  listThem: {
    en: (lists: string) => `write \`none\` under ${lists}, or list them`,
    he: (lists: string) => `יש לכתוב \`none\` תחת ${lists}, או לפרט אותם`,
    ar: (lists: string) => `اكتبوا \`none\` تحت ${lists}، أو اذكروها واحداً واحداً`,
  },
  settle: {
    en: (field: string) =>
      `what is written about the company speaks of more than one: correct whichever is wrong, \`${field}\` or what contradicts it; where the registry is wrong, propose a correction with its sources`,
    he: (field: string) =>
      `מה שנכתב על החברה מצביע על יותר מאחת: יש לתקן את השגוי, \`${field}\` או מה שסותר אותו; אם השגיאה במרשם, יש להציע תיקון עם מקורות`,
    ar: (field: string) =>
      `ما كُتب عن الشركة يشير إلى أكثر من واحدة: صحّحوا الخطأ، في \`${field}\` أو فيما يناقضه؛ وإن كان الخطأ في السجل فاقترحوا تصحيحاً مع مصادره`,
  },
  unknownRule: {
    en: () => "write under `rule` the id of a rule in force, or delete the file",
    he: () => "יש לכתוב תחת `rule` מזהה של כלל בתוקף, או למחוק את הקובץ",
    ar: () => "اكتبوا تحت `rule` معرّف قاعدة سارية، أو احذفوا الملف",
  },
  register: {
    en: (field: string) =>
      `look the company up with \`bylaw vendor NAME\` and write its registry id under \`${field}\`; where the registry has none, propose an entry with its sources: \`bylaw new vendor NAME --id vendor:ID\``,
    he: (field: string) =>
      `יש לחפש את החברה בפקודה \`bylaw vendor NAME\` ולרשום תחת \`${field}\` את המזהה שבמרשם; אם אין במרשם רשומה, יש להציע רשומה עם מקורות: \`bylaw new vendor NAME --id vendor:ID\``,
    ar: (field: string) =>
      `ابحثوا عن الشركة بالأمر \`bylaw vendor NAME\` واكتبوا تحت \`${field}\` معرّفها في السجل؛ وإن لم يكن لها قيد فاقترحوا قيداً مع مصادره: \`bylaw new vendor NAME --id vendor:ID\``,
  },
  addAccess: {
    en: (party: string, asked: string) => `add a line for \`${party}\` under \`data.access\`; there ${asked}`,
    he: (party: string, asked: string) =>
      `יש להוסיף שורה עבור \`${party}\` תחת \`data.access\`; בשורה זו: ${asked}`,
    ar: (party: string, asked: string) => `أضيفوا سطراً لـ \`${party}\` تحت \`data.access\`؛ وفيه: ${asked}`,
  },
  noCategory: {
    en: () => "none, because the system states no category",
    he: () => "אין, כי למערכת לא צוינה קטגוריה",
    ar: () => "لا يوجد، لأن النظام لا يذكر فئة",
  },
  noPartner: {
    en: (categories: string) => `none, because the registry knows no partner for ${categories}`,
    he: (categories: string) => `אין, כי במרשם לא רשום שותף עבור ${categories}`,
    ar: (categories: string) => `لا يوجد، لأن السجل لا يعرف شريكاً لـ ${categories}`,
  },
  allListed: {
    en: (categories: string) =>
      `none, because each partner the registry knows for ${categories} is on a list or held by an entity that is`,
    he: (categories: string) =>
      `אין, כי כל שותף הרשום במרשם עבור ${categories} מופיע ברשימה או מוחזק בידי מי שמופיע בה`,
    ar: (categories: string) =>
      `لا يوجد، لأن كل شريك يعرفه السجل لـ ${categories} مُدرَج في قائمة أو يملكه من هو مُدرَج فيها`,
  },
  noOther: {
    en: (categories: string) => `none, because the registry knows nobody else for ${categories}`,
    he: (categories: string) => `אין, כי במרשם לא רשום איש מלבדו עבור ${categories}`,
    ar: (categories: string) => `لا يوجد، لأن السجل لا يعرف غيره لـ ${categories}`,
  },
  noneBetter: {
    en: (categories: string) =>
      `none, because the registry knows nobody with a higher trust score for ${categories}`,
    he: (categories: string) => `אין, כי במרשם לא רשום מי שציון האמון שלו גבוה יותר עבור ${categories}`,
    ar: (categories: string) => `لا يوجد، لأن السجل لا يعرف أحداً أعلى درجةَ ثقةٍ لـ ${categories}`,
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
  alternatives: {
    en: () => "alternatives",
    he: () => "חלופות",
    ar: () => "بدائل",
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
export const REFUSALS: Readonly<Record<Refusal, Sentence<[detail: string]>>> = {
  "no-limits": {
    en: (missing) => `no policy in force says how long and how often one may last (${missing})`,
    he: (missing) => `אין מדיניות בתוקף שקובעת לכמה זמן וכמה פעמים (${missing})`,
    ar: (missing) => `لا توجد سياسة سارية تحدد المدة وعدد المرات (${missing})`,
  },
  "rule-unknown": {
    en: () => "no active rule has this id",
    he: () => "אין כלל פעיל בעל מזהה זה",
    ar: () => "لا توجد قاعدة سارية بهذا المعرّف",
  },
  "rule-not-waivable": {
    en: () => "no waiver of this rule is ever valid",
    he: () => "לכלל זה לא ניתן לתת ויתור",
    ar: () => "لا يصحّ أي إعفاء من هذه القاعدة",
  },
  "not-approved": {
    en: () => "it names no approver with role, group and date",
    he: () => "לא צוינו בו מאשר, תפקיד, קבוצה ותאריך",
    ar: () => "لا يذكر موافِقاً بصفته ومجموعته وتاريخه",
  },
  "other-group": {
    en: (groups) => `its approver belongs to a group that cannot approve it; this rule's: ${groups}`,
    he: (groups) => `המאשר שייך לקבוצה שאינה יכולה לאשר אותו; הקבוצות לכלל זה: ${groups}`,
    ar: (groups) => `الموافِق من مجموعة لا يحقّ لها الموافقة عليه؛ مجموعات هذه القاعدة: ${groups}`,
  },
  "own-system": {
    en: () => "its approver is the owner of the system",
    he: () => "המאשר הוא בעל המערכת",
    ar: () => "الموافِق هو مالك النظام",
  },
  "approved-later": {
    en: () => "it is approved on a later date",
    he: () => "תאריך האישור מאוחר יותר",
    ar: () => "تاريخ الموافقة لاحق",
  },
  "dates-reversed": {
    en: () => "it ends before it begins, or a date is missing",
    he: () => "הוא מסתיים לפני תחילתו, או שחסר תאריך",
    ar: () => "ينتهي قبل أن يبدأ، أو ينقصه تاريخ",
  },
  "too-long": {
    en: (latest) => `it lasts longer than allowed, which is until ${latest}`,
    he: (latest) => `הוא ארוך מן המותר, שהוא עד ${latest}`,
    ar: (latest) => `مدته أطول من المسموح، وهو حتى ${latest}`,
  },
  "renewed-twice": {
    en: (limit) => `it was renewed more often than allowed (limit: ${limit})`,
    he: (limit) => `הוא חודש יותר פעמים מן המותר (המגבלה: ${limit})`,
    ar: (limit) => `جُدِّد أكثر مما يُسمح به (الحد: ${limit})`,
  },
};
