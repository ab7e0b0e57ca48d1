import type { FindingDate } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";

/** What is so from a day on: where something begins to count, and where it no longer does. */
type Phrases = Readonly<Record<Language, readonly [begins: string, ends: string]>>;

/** What a day means to a finding, before the name of what turns on it. */
export const DATE_WORDS: Readonly<Record<FindingDate["reason"], Phrases>> = {
  rule: {
    en: ["rule in force", "rule no longer in force"],
    he: ["הכלל בתוקף", "הכלל אינו עוד בתוקף"],
    ar: ["القاعدة سارية", "القاعدة لم تعد سارية"],
  },
  value: {
    en: ["value in force", "value no longer in force"],
    he: ["הערך בתוקף", "הערך אינו עוד בתוקף"],
    ar: ["القيمة سارية", "القيمة لم تعد سارية"],
  },
  age: {
    en: ["within the time allowed", "outside the time allowed"],
    he: ["בתוך הזמן המותר", "מחוץ לזמן המותר"],
    ar: ["ضمن المدة المسموحة", "خارج المدة المسموحة"],
  },
  day: {
    en: ["day reached", "day passed"],
    he: ["המועד הגיע", "המועד עבר"],
    ar: ["حلّ الموعد", "مضى الموعد"],
  },
  due: {
    en: ["time to comply, to the end of", "time to comply over, last day"],
    he: ["הזמן לעמוד בדרישה, עד סוף", "הזמן לעמוד בדרישה תם, היום האחרון"],
    ar: ["مهلة الامتثال، حتى نهاية", "انتهت مهلة الامتثال، آخر يوم"],
  },
  transition: {
    en: ["transition in force", "transition over"],
    he: ["תקופת המעבר בתוקף", "תקופת המעבר תמה"],
    ar: ["الفترة الانتقالية سارية", "انتهت الفترة الانتقالية"],
  },
  stage: {
    en: ["milestone reached", "milestone passed"],
    he: ["אבן הדרך הושגה", "אבן הדרך עברה"],
    ar: ["بُلغت المرحلة", "انقضت المرحلة"],
  },
  listing: {
    en: ["listing in force", "listing no longer in force"],
    he: ["הרישום ברשימה בתוקף", "הרישום ברשימה אינו עוד בתוקף"],
    ar: ["الإدراج سارٍ", "الإدراج لم يعد سارياً"],
  },
  control: {
    en: ["link recorded", "link no longer recorded"],
    he: ["הקשר רשום", "הקשר אינו רשום עוד"],
    ar: ["الصلة مسجَّلة", "الصلة لم تعد مسجَّلة"],
  },
  profile: {
    en: ["law in force", "law no longer in force"],
    he: ["החוק בתוקף", "החוק אינו עוד בתוקף"],
    ar: ["القانون سارٍ", "القانون لم يعد سارياً"],
  },
  assessment: {
    en: ["assessment recorded", "assessment no longer recorded"],
    he: ["ההערכה רשומה", "ההערכה אינה רשומה עוד"],
    ar: ["التقييم مسجَّل", "التقييم لم يعد مسجَّلاً"],
  },
  list: {
    en: ["list read", "list no longer in use"],
    he: ["הרשימה נקראה", "הרשימה אינה עוד בשימוש"],
    ar: ["قُرئت القائمة", "القائمة لم تعد مستخدمة"],
  },
  exploited: {
    en: ["named as exploited", "no longer named as exploited"],
    he: ["פורסמה כמנוצלת", "אינה מפורסמת עוד כמנוצלת"],
    ar: ["أُعلنت مستغَلّة", "لم تعد معلنة مستغَلّة"],
  },
  waiver: {
    en: ["counts", "no longer counts"],
    he: ["נספר", "אינו נספר עוד"],
    ar: ["يُحتسب", "لم يعد يُحتسب"],
  },
  arrangement: {
    en: ["arrangement in force", "arrangement over"],
    he: ["ההסדר בתוקף", "ההסדר הסתיים"],
    ar: ["الترتيب سارٍ", "انتهى الترتيب"],
  },
};
