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
    graph: "Who is linked to whom",
    graphAbout:
      "Companies and bodies within two recorded links; what its holders hold besides stands on their pages. Read an arrow from its start: who, what its label says, to whom. The tables below say the same with dates, sources and confidence.",
    graphOver: "A dashed arrow is a link that has ended.",
    graphLeft:
      "{n, plural, one {# more company stands} other {# more companies stand}} on the pages of the others.",
    graphLabel:
      "Drawing of {n, plural, one {# link} other {# links}} around {name}; the tables on this page say the same",
    graphFurther: "Links one step further",
    usedIn: "Where it is used",
    usedAbout:
      "Systems whose manifest names it: as a supplier, in a device, or on the way of the data. It may stand behind others through those it owns or supplies.",
    usedNone: "No declared system names it.",
    system: "System",
    municipality: "Municipality",
    roles: "Roles",
    outcome: "Outcome of the system",
    correctForm: "Open the form for a correction or a reply",
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
    graph: "מי קשור למי",
    graphAbout:
      "חברות וגופים במרחק של עד שני קשרים רשומים; מה שבעליה מחזיקים מלבדה מופיע בדפים שלהם. חץ נקרא מתחילתו: מי, מה שכתוב לצדו, כלפי מי. הטבלאות שלמטה אומרות אותו דבר עם תאריכים, מקורות ומידת ודאות.",
    graphOver: "חץ מקווקו הוא קשר שהסתיים.",
    graphLeft:
      "{n, plural, one {חברה אחת נוספת אינה בתרשים} two {שתי חברות נוספות אינן בתרשים} other {# חברות נוספות אינן בתרשים}} מחוסר מקום; הן מופיעות בדפים של מי שקשור אליהן.",
    graphLabel:
      "תרשים של {n, plural, one {קשר אחד} two {שני קשרים} other {# קשרים}} סביב {name}; הטבלאות בדף הזה אומרות אותו דבר",
    graphFurther: "קשרים במרחק צעד נוסף",
    usedIn: "היכן היא בשימוש",
    usedAbout:
      "מערכות שהמניפסט שלהן נוקב בשמה: כספק, בהתקן או בדרכם של הנתונים. ייתכן שהיא עומדת גם מאחורי אחרות, דרך מי שבבעלותה או מי שהיא מספקת לו.",
    usedNone: "אין מערכת מוצהרת שנוקבת בשמה.",
    system: "מערכת",
    municipality: "רשות",
    roles: "תפקידים",
    outcome: "תוצאת המערכת",
    correctForm: "לטופס תיקון או תגובה",
  },
  ar: {
    description: "من يصنع ويملك ويبيع ويشغّل ماذا، وأي قوائم منشورة تذكر من: وقائع بتواريخها ومصادرها.",
    entries: "كل المدخلات بحسب الاسم",
    used: "الأنظمة",
    facts: "ما يقوله السجل",
    aboutOne: "{name}: السيطرة والإدراجات والمنتجات كما سُجّلت، لكل منها تاريخه ومصدره.",
    invented: "اختُلقت لأجل الأمثلة: هذه الشركة غير موجودة.",
    correct: "كيف يُصحَّح هذا",
    graph: "من يرتبط بمن",
    graphAbout:
      "شركات وهيئات تبعد رابطين مسجّلين على الأكثر؛ وما يملكه مالكوها غيرها يظهر في صفحاتهم. يُقرأ السهم من بدايته: من، ثم ما كُتب بجانبه، ثم تجاه من. والجداول أدناه تقول الأمر نفسه مع التواريخ والمصادر ودرجة الثقة.",
    graphOver: "السهم المتقطع رابط انتهى.",
    graphLeft:
      "{n, plural, one {شركة أخرى واحدة لا يتسع لها الرسم} two {شركتان أخريان لا يتسع لهما الرسم} few {# شركات أخرى لا يتسع لها الرسم} other {# شركة أخرى لا يتسع لها الرسم}}، وهي في صفحات من يرتبط بها.",
    graphLabel:
      "رسم فيه {n, plural, one {رابط واحد} two {رابطان} few {# روابط} other {# رابطاً}} حول {name}؛ جداول هذه الصفحة تقول الأمر نفسه",
    graphFurther: "روابط أبعد بخطوة",
    usedIn: "أين تُستخدم",
    usedAbout:
      "أنظمة يذكرها بيانها: كمورّد أو في جهاز أو في طريق البيانات. وقد تقف أيضاً خلف غيرها عبر من تملكه أو تورّد إليه.",
    usedNone: "لا نظام مصرَّحاً به يذكرها.",
    system: "النظام",
    municipality: "السلطة",
    roles: "الأدوار",
    outcome: "نتيجة النظام",
    correctForm: "فتح نموذج التصحيح أو الرد",
  },
} as const satisfies Messages<string>;
