import type { Edge } from "../model/generated/registry.ts";
import { COMMA, type Language, SEMICOLON, type Texts, textIn, textsOf } from "../model/language.ts";
import { EDGE_WORDS } from "./edge-words.ts";
import { holdsOn } from "./period.ts";

/** An edge in words, with what is uncertain about it on a date: `CETC parent_of Hikvision (36 to 42 %)`. */
export type StepWords = (edge: Edge, asOf: string) => Texts;

/** Words for edges, with names looked up by `nameOf`. */
export function stepWords(nameOf: (id: string) => string): StepWords {
  return (edge, asOf) => {
    const doubted = doubts(edge, asOf);
    return textsOf((language) => {
      const details = [
        ...(edge.products === undefined ? [] : [edge.products.join(COMMA[language])]),
        ...(edge.percent ? [SHARES[language](edge.percent)] : []),
        ...doubted.map((doubt) => textIn(doubt, language)),
      ];
      const step = edgeIn(edge, nameOf, language);
      return details.length === 0 ? step : `${step} (${details.join(SEMICOLON[language])})`;
    });
  };
}

/** An edge in words, without what is uncertain about it: `HVI Security Solutions agent_of Hikvision`. */
export function edgeWords(edge: Edge, nameOf: (id: string) => string): Texts {
  return textsOf((language) => edgeIn(edge, nameOf, language));
}

function edgeIn({ from, kind, to }: Edge, nameOf: (id: string) => string, language: Language): string {
  if (language === "en") return `${nameOf(from)} ${kind} ${nameOf(to)}`;
  const words = EDGE_WORDS[language][kind];
  return `${nameOf(from)}: ${words}${words.endsWith("־") ? "" : " "}${nameOf(to)}`;
}

type Share = NonNullable<Edge["percent"]>;

const SHARES: Readonly<Record<Language, (share: Share) => string>> = {
  en: ({ min, max }) => {
    if (max === undefined) return min === 100 ? "100 %" : `at least ${min} %`;
    return min === max ? `${min} %` : `${min} to ${max} %`;
  },
  he: ({ min, max }) => {
    if (max === undefined) return min === 100 ? "100%" : `לפחות ${min}%`;
    return min === max ? `${min}%` : `${min}% עד ${max}%`;
  },
  ar: ({ min, max }) => {
    if (max === undefined) return min === 100 ? "100%" : `${min}% على الأقل`;
    return min === max ? `${min}%` : `من ${min}% إلى ${max}%`;
  },
};

const LOW_CONFIDENCE: Texts = {
  en: "low confidence",
  he: "מידת הביטחון נמוכה",
  ar: "درجة اليقين منخفضة",
};

const DISPUTED: Texts = { en: "disputed", he: "שנוי במחלוקת", ar: "محل خلاف" };

function doubts(edge: Edge, asOf: string): readonly Texts[] {
  return [
    ...undecidedDates(edge.from_date, edge.to_date, asOf),
    ...(edge.confidence === "low" ? [LOW_CONFIDENCE] : []),
    ...(edge.disputed ? [DISPUTED] : []),
  ];
}

/** What to say where only a month or year is recorded and the date lies within it. */
export function undecidedDates(
  from: string | null | undefined,
  to: string | null | undefined,
  asOf: string,
): readonly Texts[] {
  return [
    ...(from && holdsOn(from, null, asOf) === "perhaps" ? [begun(from)] : []),
    ...(to && holdsOn(null, to, asOf) === "perhaps" ? [ended(to)] : []),
  ];
}

function begun(from: string): Texts {
  return {
    en: `began in ${from}, day not recorded, taken as begun`,
    he: `התחלה: ${from}, היום לא נרשם, נחשב כמי שהתחיל`,
    ar: `البداية: ${from}، اليوم غير مسجّل، ويُعدّ قد بدأ`,
  };
}

function ended(to: string): Texts {
  return {
    en: `ended in ${to}, day not recorded, taken as not yet ended`,
    he: `סיום: ${to}, היום לא נרשם, נחשב כמי שטרם הסתיים`,
    ar: `النهاية: ${to}، اليوم غير مسجّل، ويُعدّ لم ينته بعد`,
  };
}
