import type { Language } from "../../model/language.ts";

/** What is said around the answer to a command. Names come as code spans. */
export interface AnswerWords {
  unknownRule(rule: string, nearest: string): string;
  readonly unsound: string;
  noFinding(rule: string): string;
  notWaivable(rule: string): string;
  waiver(rule: string, place: string): string;
  readonly counts: string;
  more(count: number): string;
}

/** The same in each language of a repository. */
export const ANSWER_WORDS: Readonly<Record<Language, AnswerWords>> = {
  en: {
    unknownRule: (rule, nearest) =>
      `No policy on the base branch has a rule ${rule}. The nearest are ${nearest}.`,
    unsound:
      "The policies on the base branch cannot be read as they stand, so there is nothing to answer from. The check says what is wrong.",
    noFinding: (rule) => `There is no open finding of ${rule} in this pull request.`,
    notWaivable: (rule) =>
      `No waiver of ${rule} is ever valid. To do: change the system so that it complies.`,
    waiver: (rule, place) => `A waiver of ${rule} for the finding at ${place}:`,
    counts:
      "Put each into a file of its own under `waivers/`, fill in what is blank, and propose it in a pull request of its own. It counts once it is on the base branch, approved by someone outside the municipality who had no part in writing it.",
    more: (count) => `And ${count} more of this rule, each with a waiver of its own.`,
  },
  he: {
    unknownRule: (rule, nearest) => `אין בענף הבסיס מדיניות שיש בה כלל ${rule}. הקרובים ביותר: ${nearest}.`,
    unsound: "לא ניתן לקרוא את המדיניות שבענף הבסיס כפי שהיא, ולכן אין ממה לענות. הבדיקה אומרת מה אינו תקין.",
    noFinding: (rule) => `אין בבקשה זו ממצא פתוח של ${rule}.`,
    notWaivable: (rule) => `ויתור על ${rule} אינו תקף לעולם. יש לשנות את המערכת כך שתעמוד בו.`,
    waiver: (rule, place) => `ויתור על ${rule} לממצא שב־${place}:`,
    counts:
      "יש לשים כל אחד בקובץ משלו תחת `waivers/`, למלא את החסר ולהציע אותו בבקשה משלו. הוא נחשב מרגע שהוא בענף הבסיס, באישור אדם מחוץ לרשות שלא היה לו חלק בכתיבתו.",
    more: (count) => `ועוד ${count} של כלל זה, לכל אחד ויתור משלו.`,
  },
  ar: {
    unknownRule: (rule, nearest) => `لا سياسة في فرع الأساس فيها القاعدة ${rule}. الأقرب إليها: ${nearest}.`,
    unsound: "لا يمكن قراءة السياسات في فرع الأساس على حالها، فلا شيء يُجاب منه. يبيّن الفحص ما الخلل.",
    noFinding: (rule) => `لا مخالفة مفتوحة للقاعدة ${rule} في هذا الطلب.`,
    notWaivable: (rule) => `لا يصح أي إعفاء من ${rule} أبداً. غيّر النظام كي يمتثل.`,
    waiver: (rule, place) => `إعفاء من ${rule} للمخالفة في ${place}:`,
    counts:
      "ضع كلاً منها في ملف خاص به تحت `waivers/`، واملأ الفراغات، واقترحه في طلب مستقل. يُحتسب متى صار في فرع الأساس بموافقة شخص من خارج البلدية لم يكن له يد في كتابته.",
    more: (count) => `و${count} أخرى لهذه القاعدة، لكل منها إعفاء خاص بها.`,
  },
};
