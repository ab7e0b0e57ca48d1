import type { Language } from "../model/language.ts";

/** What is said around remarks on lines. `{x}` is filled in. */
export const REMARK_WORDS = {
  en: {
    offered: "A value that passes. Take it over only if it is true of the system",
    settled: "settled: no longer found at {head}",
    review: "what is found on lines that this pull request changes; the check has everything",
  },
  he: {
    offered: "ערך שעובר. יש לאמצו רק אם הוא נכון לגבי המערכת",
    settled: "הוסדר: אינו נמצא עוד ב־{head}",
    review: "מה שנמצא בשורות שהבקשה משנה; בבדיקה נמצא הכול",
  },
  ar: {
    offered: "قيمة تنجح. لا تأخذ بها إلا إن صحّت في النظام",
    settled: "سُوّيت: لم تعد موجودة في {head}",
    review: "ما وُجد في السطور التي يغيّرها هذا الطلب؛ وفي الفحص كل شيء",
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
