import type { Criteria } from "../model/generated/registry.ts";

/** What a trust criterion asks, in a few words; in English findings its plain name is said. */
export const CRITERION_WORDS: Readonly<Record<"he" | "ar", Readonly<Record<keyof Criteria, string>>>> = {
  he: {
    ownership_disclosed: "בעלים גלויים עד הראש",
    no_state_control: "אין שליטה של מדינה או מפלגה",
    independent_courts: "בתי משפט עצמאיים במדינת המושב",
    no_compelled_assistance: "אין סיוע כפוי למודיעין בלי ביקורת",
    published_accounts: "דוחות כספיים ומימון גלויים",
    no_gift_led_selling: "אין מכירה באמצעות מתנות או הלוואות קשורות",
    no_sanctions_history: "אין רישום או פסק דין בשל ריגול או פגיעה בזכויות",
    vulnerability_disclosure: "דיווחים על חולשות מתקבלים ומתפרסמים",
    source_transparency: "קוד המקור, הבנייה או הרכיבים פתוחים לבדיקה",
    independent_certification: "האבטחה הוסמכה בידי גורם עצמאי",
    supply_continuity: "האספקה והתמיכה יכולות להימשך",
    data_locality: "המידע יכול להישאר במדינה והגישה מרחוק מבוקרת",
  },
  ar: {
    ownership_disclosed: "مالكون معلنون حتى الأعلى",
    no_state_control: "لا سيطرة لدولة أو حزب",
    independent_courts: "محاكم مستقلة في بلد المقر",
    no_compelled_assistance: "لا مساعدة قسرية للاستخبارات بلا مراجعة",
    published_accounts: "حسابات وتمويل معلنان",
    no_gift_led_selling: "لا بيع بالهدايا أو القروض المشروطة",
    no_sanctions_history: "لا إدراج ولا حكم بسبب تجسس أو انتهاك حقوق",
    vulnerability_disclosure: "بلاغات الثغرات تُقبل وتُنشر",
    source_transparency: "المصدر أو البناء أو المكوّنات متاحة للفحص",
    independent_certification: "أمن معتمد من جهة مستقلة",
    supply_continuity: "التوريد والدعم قابلان للاستمرار",
    data_locality: "البيانات يمكن أن تبقى في البلد والوصول عن بعد مضبوط",
  },
};
