import type { Texts } from "../model/language.ts";
import type { LegalFlag } from "../model/registry.ts";

/** What a law lets a state do, in a few words. */
export const FLAG_TEXTS: Readonly<Record<LegalFlag["flag"], Texts>> = {
  compelled_assistance: {
    en: "compelled assistance",
    he: "חובת סיוע למודיעין",
    ar: "إلزام بمساعدة الاستخبارات",
  },
  no_independent_review: {
    en: "no independent review",
    he: "אין ביקורת עצמאית",
    ar: "لا مراجعة مستقلة",
  },
  secrecy_duty: { en: "secrecy duty", he: "חובת סודיות", ar: "واجب السرية" },
  vulnerability_predisclosure: {
    en: "vulnerability predisclosure",
    he: "דיווח על חולשות לפני פרסומן",
    ar: "الإبلاغ عن الثغرات قبل نشرها",
  },
};
