import type { Criteria } from "../model/generated/registry.ts";
import { COMMA, type Texts, textIn, textsOf } from "../model/language.ts";
import type { LegalFlag } from "../model/registry.ts";
import { CRITERION_WORDS } from "../registry/criterion-words.ts";
import { FLAG_TEXTS } from "./flag-texts.ts";

/** How the registry dates what is recorded without a start. */
export const WITHOUT_START = "0001-01-01";

/**
 * What the registry says, or why it does not know somebody, as steps of a path. In Hebrew and Arabic names stand
 * beside a colon or a noun, so that no verb has to agree with them.
 */
export const REGISTER_STEPS = {
  noModel: () => ({ en: "the model is not stated", he: "הדגם לא צוין", ar: "الطراز غير مذكور" }),
  noMaker: (product: string) => ({
    en: `no maker is declared for ${product}`,
    he: `לא הוצהר יצרן עבור ${product}`,
    ar: `لا صانع معلن لـ ${product}`,
  }),
  noMakerRecorded: (product: string) => ({
    en: `the registry records no maker for ${product}`,
    he: `במרשם לא רשום יצרן עבור ${product}`,
    ar: `لا صانع مسجّل في السجل لـ ${product}`,
  }),
  notKnown: (name: string) => ({
    en: `the registry does not know ${name}`,
    he: `במרשם אין רשומה בשם ${name}`,
    ar: `لا قيد في السجل باسم ${name}`,
  }),
  near: (id: string) => ({ en: `near: ${id}`, he: `קרוב: ${id}`, ar: `الأقرب: ${id}` }),
  mayBe: (name: string, candidates: readonly string[]) => ({
    en: `${name} may be ${candidates.join(" or ")}`,
    he: `${name}: אולי ${candidates.join(" או ")}`,
    ar: `${name}: ربما ${candidates.join(" أو ")}`,
  }),
  looksLike: (name: string, known: string) => ({
    en: `${name} looks like ${known} but is written with other letters`,
    he: `${name}: נראה כמו ${known} אך כתוב באותיות אחרות`,
    ar: `${name}: يشبه ${known} لكنه مكتوب بحروف أخرى`,
  }),
  twoAnswers: (one: string, other: string) => ({
    en: `two answers are written: ${one} beside ${other}`,
    he: `כתובות שתי תשובות: ${one} לצד ${other}`,
    ar: `كُتبت إجابتان: ${one} إلى جانب ${other}`,
  }),
  twoCompanies: (names: readonly (readonly [written: string, company: string])[]) =>
    textsOf((language) =>
      names
        .map(([written, company]) =>
          language === "en" ? `${written} is ${company}` : `${written}: ${company}`,
        )
        .join(COMMA[language]),
    ),
  unknownPrefix: (prefix: string) => ({
    en: `the registry does not know MAC prefix ${prefix}`,
    he: `קידומת MAC ${prefix}: אינה רשומה במרשם`,
    ar: `بادئة MAC ${prefix}: غير مسجّلة في السجل`,
  }),
  granteeOf: (id: string, names: readonly string[]) => ({
    en: `FCC id ${id} belongs to ${names.join(", ")}`,
    he: `מזהה FCC ${id} שייך אל: ${names.join(", ")}`,
    ar: `معرّف FCC ${id} يعود إلى: ${names.join("، ")}`,
  }),
  unknownGrantee: (id: string) => ({
    en: `the registry records no maker for FCC id ${id}, so that it was not compared`,
    he: `במרשם לא רשום יצרן למזהה FCC ${id}, ולכן הוא לא הושווה`,
    ar: `لا صانع مسجّل في السجل لمعرّف FCC ${id}، فلم يُقارن`,
  }),
  prefixOwners: (prefix: string, owners: readonly string[]) => ({
    en: `MAC prefix ${prefix} is registered to ${owners.join(", ")}`,
    he: `קידומת MAC ${prefix}: רשומה על שם ${owners.join(", ")}`,
    ar: `بادئة MAC ${prefix}: مسجّلة باسم ${owners.join("، ")}`,
  }),
  firmwareFrom: (name: string) => ({
    en: `firmware is supplied by ${name}`,
    he: `ספק הקושחה: ${name}`,
    ar: `مورّد البرنامج الثابت: ${name}`,
  }),
  listed: (name: string, list: string, from: string) =>
    from === WITHOUT_START
      ? {
          en: `${name} on ${list}, start not recorded`,
          he: `${name}: ברשימה ${list}, תחילת הרישום לא נרשמה`,
          ar: `${name}: في القائمة ${list}، بداية الإدراج غير مسجّلة`,
        }
      : {
          en: `${name} on ${list} since ${from}`,
          he: `${name}: ברשימה ${list} מיום ${from}`,
          ar: `${name}: في القائمة ${list} منذ ${from}`,
        },
  law: ({ flag, law, article }: LegalFlag) =>
    textsOf((language) => `${textIn(FLAG_TEXTS[flag], language)}: ${law} ${article}`),
  homeLaw: (name: string, law: string, article: string) => ({
    en: `legal profile of the home of ${name}: ${law} ${article}`,
    he: `הפרופיל המשפטי של מדינת המושב של ${name}: ${law} ${article}`,
    ar: `الملف القانوني لبلد مقر ${name}: ${law} ${article}`,
  }),
  assessed: (name: string, on: string) => ({
    en: `${name} assessed on ${on}`,
    he: `${name}: הערכת אמון מיום ${on}`,
    ar: `${name}: تقييم ثقة في ${on}`,
  }),
  notAssessed: () => ({
    en: "no trust assessment is recorded",
    he: "לא רשומה הערכת אמון",
    ar: "لا تقييم ثقة مسجّل",
  }),
  withoutEvidence: (criterion: keyof Criteria) => ({
    en: `without evidence: ${criterion.replaceAll("_", " ")}`,
    he: `בלי ראיה: ${CRITERION_WORDS.he[criterion]}`,
    ar: `بلا دليل: ${CRITERION_WORDS.ar[criterion]}`,
  }),
  holdingAlways: () => ({
    en: "the start of the holding is not recorded and taken as always",
    he: "תחילת ההחזקה לא נרשמה ונחשבת כקיימת מאז ומתמיד",
    ar: "بداية الحيازة غير مسجّلة وتُعدّ قائمة منذ البدء",
  }),
} as const satisfies Readonly<Record<string, (...args: never) => Texts>>;
