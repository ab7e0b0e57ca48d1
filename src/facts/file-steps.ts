import { type Language, type Texts, textIn, textsOf } from "../model/language.ts";

/** What the manifests and the other files of a set say, or leave open, as steps of a path. */
export const FILE_STEPS = {
  planNotAdopted: () => ({
    en: "the plan is not adopted",
    he: "התוכנית לא אומצה",
    ar: "الخطة غير معتمدة",
  }),
  planAdopted: (on: string) => ({
    en: `the plan was adopted on ${on}`,
    he: `התוכנית אומצה ביום ${on}`,
    ar: `اعتُمدت الخطة في ${on}`,
  }),
  noManifest: (id: string) => ({
    en: `no manifest that can be read has the id ${id}`,
    he: `אין מניפסט קריא שהמזהה שלו הוא ${id}`,
    ar: `لا بيان مقروء معرّفه ${id}`,
  }),
  noLinkBack: (id: string) => ({
    en: `${id} declares no such link back`,
    he: `במניפסט ${id} לא מוצהר קישור חזרה כזה`,
    ar: `لا رابط عودة كهذا في البيان ${id}`,
  }),
  declaredThere: (id: string) => ({
    en: `${id} declares a link to this system, which this manifest does not`,
    he: `במניפסט ${id} מוצהר קישור למערכת זו, ובמניפסט זה אינו מוצהר`,
    ar: `في البيان ${id} رابط إلى هذا النظام، ولا ذكر له في هذا البيان`,
  }),
  otherDirection: (id: string, directions: readonly Texts[]) => {
    const listed = (language: Language, and: string) =>
      directions.map((direction) => textIn(direction, language)).join(and);
    return {
      en: `${id} declares it with the direction ${listed("en", " and ")}`,
      he: `במניפסט ${id} מוצהר כיוון אחר: ${listed("he", ", ")}`,
      ar: `في البيان ${id} اتجاه آخر: ${listed("ar", "، ")}`,
    };
  },
  quantityOpen: () => ({
    en: "a quantity in this function is not stated",
    he: "כמות בתפקוד זה לא צוינה",
    ar: "كمية في هذه الوظيفة غير مذكورة",
  }),
  devices: (own: number, all: number) => ({
    en: `${own} of ${all} devices`,
    he: `מכשירים: ${own} מתוך ${all}`,
    ar: `الأجهزة: ${own} من ${all}`,
  }),
  devicesOpen: (least: number, most: number, all: number) => ({
    en: `${least} to ${most} of ${all} devices, since the supplier, use or number of some is not settled`,
    he: `מכשירים: ${least} עד ${most} מתוך ${all}, כי הספק, השימוש או המספר של חלקם לא הוכרע`,
    ar: `الأجهزة: من ${least} إلى ${most} من أصل ${all}، لأن مورّد بعضها أو استعماله أو عدده غير محسوم`,
  }),
  oneGroup: (name: string) => ({
    en: `counted together with ${name}, which stands under the same controller`,
    he: `נספר יחד עם ${name}: אותו בעל שליטה`,
    ar: `يُحسب مع ${name}: المسيطر نفسه`,
  }),
  perhapsOneGroup: (name: string) => ({
    en: `may stand under one controller with ${name}`,
    he: `ייתכן שבעל השליטה משותף עם ${name}`,
    ar: `قد يكون المسيطر مشتركاً مع ${name}`,
  }),
  arrangement: (partner: string, state: Texts) =>
    textsOf((language) => `${textIn(ARRANGEMENT, language)} ${partner}: ${textIn(state, language)}`),
  until: (on: string) => ({ en: `until ${on}`, he: `עד ${on}`, ar: `حتى ${on}` }),
  noEnd: () => ({
    en: "active, no end set",
    he: "בתוקף, לא נקבע סוף",
    ar: "سارٍ، دون نهاية محددة",
  }),
  stateOpen: () => ({
    en: "its state is not known",
    he: "מצבו אינו ידוע",
    ar: "حالته غير معروفة",
  }),
  contradicts: () => ({
    en: "what it says of its signature, its end and whether it is in force does not hold together",
    he: "מה שכתוב על החתימה, על הסיום ועל התוקף אינו מתיישב",
    ar: "ما كُتب عن التوقيع والانتهاء والسريان لا يتوافق",
  }),
  chainOpen: () => ({
    en: "the chain of renewals cannot be followed",
    he: "אי אפשר לעקוב אחר שרשרת החידושים",
    ar: "تعذّر تتبّع سلسلة التجديدات",
  }),
  noRule: (id: string) => ({
    en: `no rule in force has the id ${id}`,
    he: `אין כלל בתוקף שהמזהה שלו הוא ${id}`,
    ar: `لا قاعدة سارية معرّفها ${id}`,
  }),
  saysOtherwise: (field: string) => ({
    en: `\`${field}\` says otherwise`,
    he: `הכתוב בשדה \`${field}\` סותר זאת`,
    ar: `ما كُتب في \`${field}\` يناقض ذلك`,
  }),
  liesAhead: (on: string) => ({
    en: `${on} lies ahead, so that it is not done yet`,
    he: `התאריך ${on} טרם הגיע, ולכן הדבר עדיין לא נעשה`,
    ar: `التاريخ ${on} لم يحن بعد، فالأمر لم يتم بعد`,
  }),
  readLater: () => ({
    en: "only later readings are recorded",
    he: "נרשמו רק קריאות מאוחרות יותר",
    ar: "لم تُسجَّل إلا قراءات لاحقة",
  }),
} as const satisfies Readonly<Record<string, (...args: never) => Texts>>;

const ARRANGEMENT: Texts = { en: "arrangement with", he: "הסדר עם", ar: "ترتيب مع" };
