import type { Messages } from "../say.ts";

/** The words of the vendor register and of the pages of companies, beside those of the generated page. */
export const VENDORS_WORDS = {
  en: {
    description:
      "Who makes, owns, sells and runs what, and which published lists name whom: dated facts with sources.",
    entries: "All entries by name",
    used: "Systems",
    facts: "What the register says",
    aboutOne: "{name}: control, listings and products as recorded, each with its date and source.",
    invented: "Invented for examples: this company does not exist.",
    correct: "How to correct this",
  },
  he: {
    description:
      "מי מייצר, מחזיק, מוכר ומפעיל מה, ואילו רשימות שפורסמו נוקבות בשמו של מי: עובדות עם תאריך ומקור.",
    entries: "כל הרשומות לפי שם",
    used: "מערכות",
    facts: "מה המרשם אומר",
    aboutOne: "{name}: שליטה, רישומים ומוצרים כפי שנרשמו, כל אחד עם תאריך ומקור.",
    invented: "הומצאה לצורך דוגמאות: החברה הזאת אינה קיימת.",
    correct: "כיצד לתקן את הנאמר",
  },
  ar: {
    description: "من يصنع ويملك ويبيع ويشغّل ماذا، وأي قوائم منشورة تذكر من: وقائع بتواريخها ومصادرها.",
    entries: "كل المدخلات بحسب الاسم",
    used: "الأنظمة",
    facts: "ما يقوله السجل",
    aboutOne: "{name}: السيطرة والإدراجات والمنتجات كما سُجّلت، لكل منها تاريخه ومصدره.",
    invented: "اختُلقت لأجل الأمثلة: هذه الشركة غير موجودة.",
    correct: "كيف يُصحَّح هذا",
  },
} as const satisfies Messages<string>;
