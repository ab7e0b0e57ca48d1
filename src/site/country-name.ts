import type { Language } from "../model/language.ts";

/** Names of countries and territories, by ISO 3166 code: written out, since the platform's differ between versions. */
const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  AU: { en: "Australia", he: "אוסטרליה", ar: "أستراليا" },
  BR: { en: "Brazil", he: "ברזיל", ar: "البرازيل" },
  CA: { en: "Canada", he: "קנדה", ar: "كندا" },
  CH: { en: "Switzerland", he: "שווייץ", ar: "سويسرا" },
  CN: { en: "China", he: "סין", ar: "الصين" },
  CZ: { en: "Czechia", he: "צ׳כיה", ar: "التشيك" },
  DE: { en: "Germany", he: "גרמניה", ar: "ألمانيا" },
  DK: { en: "Denmark", he: "דנמרק", ar: "الدنمارك" },
  EE: { en: "Estonia", he: "אסטוניה", ar: "إستونيا" },
  ES: { en: "Spain", he: "ספרד", ar: "إسبانيا" },
  FI: { en: "Finland", he: "פינלנד", ar: "فنلندا" },
  FR: { en: "France", he: "צרפת", ar: "فرنسا" },
  GB: { en: "United Kingdom", he: "הממלכה המאוחדת", ar: "المملكة المتحدة" },
  HK: { en: "Hong Kong", he: "הונג קונג", ar: "هونغ كونغ" },
  IE: { en: "Ireland", he: "אירלנד", ar: "أيرلندا" },
  IL: { en: "Israel", he: "ישראל", ar: "إسرائيل" },
  IN: { en: "India", he: "הודו", ar: "الهند" },
  IT: { en: "Italy", he: "איטליה", ar: "إيطاليا" },
  JP: { en: "Japan", he: "יפן", ar: "اليابان" },
  KR: { en: "Republic of Korea", he: "קוריאה הדרומית", ar: "كوريا الجنوبية" },
  NL: { en: "Netherlands", he: "הולנד", ar: "هولندا" },
  NO: { en: "Norway", he: "נורווגיה", ar: "النرويج" },
  PL: { en: "Poland", he: "פולין", ar: "بولندا" },
  RU: { en: "Russia", he: "רוסיה", ar: "روسيا" },
  SE: { en: "Sweden", he: "שוודיה", ar: "السويد" },
  SG: { en: "Singapore", he: "סינגפור", ar: "سنغافورة" },
  TR: { en: "Türkiye", he: "טורקיה", ar: "تركيا" },
  TW: { en: "Taiwan", he: "טאיוואן", ar: "تايوان" },
  UA: { en: "Ukraine", he: "אוקראינה", ar: "أوكرانيا" },
  US: { en: "United States", he: "ארצות הברית", ar: "الولايات المتحدة" },
};

/** Codes that ISO 3166 leaves to its users and no country has. */
const INVENTED: Readonly<Record<Language, string>> = {
  en: "invented country",
  he: "מדינה מומצאת",
  ar: "بلد مختلَق",
};

/** A country by its name; by its code where no name is written here. */
export function countryName(code: string, language: Language): string {
  if (/^(?:AA|Q[M-Z]|ZZ)$/.test(code)) return `${INVENTED[language]} ${code}`;
  return NAMES[code]?.[language] ?? code;
}
