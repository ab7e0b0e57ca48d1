import type { Language } from "../../model/language.ts";
import type { Messages } from "../say.ts";

/** The words of the pages of guides. */
export const GUIDES_WORDS = {
  en: {
    title: "Guides",
    description:
      "How to declare a system, read a report, change a policy, approve a change, and run the app.",
    lead: "Each guide is one task, with commands you can type and what they print.",
    english: "",
    englishOnly: "",
    want: "You want to",
    read: "Read",
  },
  he: {
    title: "מדריכים",
    description: "איך מצהירים על מערכת, קוראים דוח, משנים מדיניות, מאשרים שינוי ומפעילים את האפליקציה.",
    lead: "כל מדריך הוא משימה אחת, עם פקודות שאפשר להקליד ועם מה שהן מדפיסות.",
    english: "המדריכים כתובים באנגלית.",
    englishOnly: "המדריך הזה כתוב באנגלית, וטרם תורגם.",
    want: "מה רוצים לעשות",
    read: "המדריך",
  },
  ar: {
    title: "أدلة",
    description: "كيف تصرّح عن نظام، وتقرأ تقريراً، وتغيّر سياسة، وتوافق على تغيير، وتشغّل التطبيق.",
    lead: "كل دليل مهمة واحدة، مع أوامر يمكن كتابتها وما تطبعه.",
    english: "الأدلة مكتوبة بالإنجليزية.",
    englishOnly: "هذا الدليل مكتوب بالإنجليزية، ولم يُترجم بعد.",
    want: "ما تريد فعله",
    read: "الدليل",
  },
} as const satisfies Messages<string>;

/** A guide in the list: what it is called, and what it is for. */
interface GuideName {
  /** In English it is called what its heading says. */
  readonly title?: string;
  readonly about: string;
}

/** The guides of this repository by name. One that is not here is called by its heading in every language. */
export const GUIDE_NAMES: Readonly<Record<Language, Readonly<Record<string, GuideName>>>> = {
  en: {
    "submit-a-manifest": { about: "Declare a system and have it reviewed" },
    "read-a-report": { about: "Know what a finding asks of you" },
    "propose-a-policy-change": { about: "Change a rule, a limit or the vendor register" },
    "review-and-approve": { about: "Approve or refuse a change, or grant a waiver" },
    operating: { about: "Run the app for your organisation" },
    "adapt-to-another-country": { about: "Use the policies and the engine in another country" },
    manifests: { about: "Look up what a manifest holds" },
    rules: { about: "Look up the form of a rule" },
    "policy-changes": { about: "Know how a change of policy is compared and what is refused" },
    overlays: { about: "Ask more of the systems of one municipality" },
    lists: { about: "Bring a published list into the vendor register" },
  },
  he: {
    "submit-a-manifest": { title: "הגשת מניפסט", about: "להצהיר על מערכת ולקבל בדיקה" },
    "read-a-report": { title: "קריאת דוח", about: "לדעת מה ממצא מבקש" },
    "propose-a-policy-change": { title: "הצעת שינוי במדיניות", about: "לשנות כלל, גבול או את מרשם הספקים" },
    "review-and-approve": { title: "בדיקה ואישור", about: "לאשר או לדחות שינוי, או לתת ויתור" },
    operating: { title: "הפעלת האפליקציה", about: "להפעיל את האפליקציה בארגון" },
    "adapt-to-another-country": { title: "התאמה למדינה אחרת", about: "להשתמש במדיניות ובמנוע במדינה אחרת" },
    manifests: { title: "כתיבת מניפסט", about: "לברר מה מניפסט מכיל" },
    rules: { title: "כתיבת כלל", about: "לברר את צורתו של כלל" },
    "policy-changes": { title: "שינוי מדיניות", about: "לדעת איך משווים שינוי במדיניות ומה נדחה" },
    overlays: { title: "דרישה מחמירה ברשות אחת", about: "לדרוש יותר ממערכות של רשות אחת" },
    lists: { title: "עדכון רשימות שפורסמו", about: "להכניס רשימה שפורסמה למרשם הספקים" },
  },
  ar: {
    "submit-a-manifest": { title: "تقديم بيان", about: "التصريح عن نظام وعرضه على المراجعة" },
    "read-a-report": { title: "قراءة تقرير", about: "معرفة ما تطلبه ملاحظة" },
    "propose-a-policy-change": {
      title: "اقتراح تغيير في السياسة",
      about: "تغيير قاعدة أو حد أو سجل المورّدين",
    },
    "review-and-approve": { title: "المراجعة والموافقة", about: "الموافقة على تغيير أو رفضه، أو منح إعفاء" },
    operating: { title: "تشغيل التطبيق", about: "تشغيل التطبيق في مؤسستك" },
    "adapt-to-another-country": { title: "التكييف لبلد آخر", about: "استخدام السياسات والمحرك في بلد آخر" },
    manifests: { title: "كتابة بيان", about: "معرفة ما يحتويه البيان" },
    rules: { title: "كتابة قاعدة", about: "معرفة شكل القاعدة" },
    "policy-changes": { title: "تغيير سياسة", about: "معرفة كيف يُقارَن تغيير السياسة وما الذي يُرفض" },
    overlays: { title: "متطلبات أشد في سلطة واحدة", about: "طلب المزيد من أنظمة سلطة واحدة" },
    lists: { title: "تحديث القوائم المنشورة", about: "إدخال قائمة منشورة في سجل المورّدين" },
  },
};
