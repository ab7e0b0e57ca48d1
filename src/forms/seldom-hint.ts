import type { Language } from "../model/language.ts";

/** Beside a list that most systems leave empty: that `none` is an answer, and where its rows are shown. */
export function seldomHint(rowsBelow: boolean, language: Language): string {
  return HINTS[language][rowsBelow ? "below" : "elsewhere"];
}

const HINTS: Readonly<Record<Language, { readonly below: string; readonly elsewhere: string }>> = {
  en: {
    below: "none, or the lines below without their #",
    elsewhere: "none; `bylaw new manifest --kind cameras` shows what to write where there are any",
  },
  he: {
    below: "none, או השורות שלמטה בלי הסימן #",
    elsewhere: "none; אם יש, הפקודה bylaw new manifest --kind cameras מראה מה לכתוב",
  },
  ar: {
    below: "none، أو الأسطر أدناه بلا العلامة #",
    elsewhere: "none؛ وإن وُجدت فالأمر bylaw new manifest --kind cameras يبيّن ما يُكتب",
  },
};
