import type { Texts } from "../../model/language.ts";

/** What entries of the registry that are neither companies nor links between them are called. */
export const ENTRY_WORDS = {
  listing: (name: string, list: string): Texts => ({
    en: `${name} on ${list}`,
    he: `${name}, ${list}`,
    ar: `${name}، ${list}`,
  }),
  profile: (country: string): Texts => ({
    en: `legal profile of ${country}`,
    he: `הדין במדינה ${country}`,
    ar: `قوانين الدولة ${country}`,
  }),
  assessment: (name: string, on: string): Texts => ({
    en: `assessment of ${name} on ${on}`,
    he: `הערכה של ${name} מיום ${on}`,
    ar: `تقييم ${name} بتاريخ ${on}`,
  }),
  carrier: (name: string): Texts => ({
    en: `clean carrier ${name}`,
    he: `ספק תקשורת נקי: ${name}`,
    ar: `شركة اتصالات نظيفة: ${name}`,
  }),
  prefixes: (name: string): Texts => ({
    en: `MAC prefixes of ${name}`,
    he: `קידומות MAC של ${name}`,
    ar: `بادئات MAC لشركة ${name}`,
  }),
  source: (key: string): Texts => ({ en: `source ${key}`, he: `מקור ${key}`, ar: `المصدر ${key}` }),
} as const;
