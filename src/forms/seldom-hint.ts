import type { Language } from "../model/language.ts";

/** Beside a list that most systems leave empty: that it is not answered yet, that `none` is an answer, and where its rows are shown. */
export function seldomHint(rowsBelow: boolean, language: Language): string {
  return HINTS[language][rowsBelow ? "below" : "elsewhere"];
}

const HINTS: Readonly<Record<Language, { readonly below: string; readonly elsewhere: string }>> = {
  en: {
    below: "blank so far: write none, or take the # from the lines below",
    elsewhere:
      "blank so far: write none; `bylaw new manifest --kind cameras` shows what to write where there are any",
  },
  he: {
    below: "ריק עדיין: לכתוב none, או להסיר את הסימן # מהשורות שלמטה",
    elsewhere: "ריק עדיין: לכתוב none; אם יש, הפקודה bylaw new manifest --kind cameras מראה מה לכתוב",
  },
  ar: {
    below: "فارغ حتى الآن: اكتبوا none، أو أزيلوا العلامة # من الأسطر أدناه",
    elsewhere: "فارغ حتى الآن: اكتبوا none؛ وإن وُجدت فالأمر bylaw new manifest --kind cameras يبيّن ما يُكتب",
  },
};
