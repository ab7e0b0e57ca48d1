import type { Language } from "../model/language.ts";

/** What is said of a head that could not be evaluated. `{head}` is filled in. */
export const REFUSAL_WORDS = {
  en: {
    unknown: "nothing is known of {head}, and no earlier verdict holds for it",
    lasting:
      "To do: read in the check `bylaw` why, and what helps. To try again as it is, press “Re-run” on the check or comment `/bylaw recheck`",
    passing:
      "There is nothing to do yet: the app tries again by itself. To try again at once, press “Re-run” on the check `bylaw`, which says why, or comment `/bylaw recheck`",
  },
  he: {
    unknown: "על {head} לא ידוע דבר, ושום הכרעה קודמת אינה תקפה לגביו",
    lasting:
      "יש לקרוא בבדיקה `bylaw` מדוע, ומה יועיל. כדי לנסות שוב כפי שהוא, יש ללחוץ על “Re-run” בבדיקה או להגיב `/bylaw recheck`",
    passing:
      "אין עדיין מה לעשות: האפליקציה תנסה שוב מעצמה. כדי לנסות מיד, יש ללחוץ על “Re-run” בבדיקה `bylaw`, שאומרת מדוע, או להגיב `/bylaw recheck`",
  },
  ar: {
    unknown: "لا يُعرف شيء عن {head}، ولا يسري عليه أي حكم سابق",
    lasting:
      "اقرأ في الفحص `bylaw` السبب وما يعالجه. لإعادة المحاولة كما هو، اضغط “Re-run” في الفحص أو علّق بـ `/bylaw recheck`",
    passing:
      "لا شيء مطلوب بعد: يعيد التطبيق المحاولة من تلقاء نفسه. لإعادتها فوراً، اضغط “Re-run” في الفحص `bylaw` الذي يبيّن السبب، أو علّق بـ `/bylaw recheck`",
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
