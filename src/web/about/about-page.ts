import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { type TextPage, textPage } from "./text-page.ts";

/** What the site is, how a verdict is reached, and what it cannot say. */
export function aboutPage({ inventory, manifests, bundle }: SiteContext, language: Language): SitePage {
  const numbers = {
    rules: bundle.policies.policies.reduce((sum, { rules }) => sum + rules.length, 0),
    policies: bundle.policies.policies.length,
    systems: manifests.length,
    unread: inventory.gaps.find(({ kind }) => kind === "unread-file")?.count ?? 0,
  };
  return textPage("about", TEXTS[language](numbers));
}

interface Numbers {
  readonly rules: number;
  readonly policies: number;
  readonly systems: number;
  readonly unread: number;
}

const TEXTS: Readonly<Record<Language, (numbers: Numbers) => TextPage>> = {
  en: ({ rules, policies, systems, unread }) => ({
    title: "About and method",
    description: `${rules} rules in ${policies} policies, applied to ${systems} declared systems: how a verdict is reached, and what it cannot say.`,
    sections: [
      {
        title: "How a verdict is reached",
        paragraphs: [
          "A municipality declares each system in a file, the manifest. The engine reads it with the vendor register, works out facts, and holds them against every rule in force on the day. The same file on the same day always gets the same verdict, in the app, on the command line and in the browser.",
          "Facts and judgements never mix: the register says who owns what and which list names whom, with dates and sources; only a rule judges. No rule fails on a country of origin alone.",
          "There are three answers. A rule passes, it fails, or it stays undecided because a fact is missing. What is undecided never counts as passed.",
        ],
      },
      {
        title: "Where the numbers come from",
        paragraphs: [
          "Every number in a policy is dated and says what it rests on: a law, a standard, or the policy's own choice, which is called a proposal. A source nobody has compared with its primary text is marked as not checked.",
          "Every verdict can be replayed: the report names the digests of all it read, and any date can be asked for.",
        ],
      },
      {
        title: "Known limits",
        paragraphs: [
          "A manifest is what somebody declared. The engine checks whether it is consistent and what follows from it, not whether it is true.",
          `Files that could not be read and are therefore not judged: ${unread}.`,
          "A company without listings may stand on a list nobody has read for the register. Translations count as unreviewed until somebody of the language has reviewed them, and pages say so.",
          "Exact positions of sites that need protection are not shown in the public view.",
        ],
      },
      {
        title: "How to correct something",
        paragraphs: [
          "Open an issue or a pull request in the repository: for a rule, for an entry of the vendor register, or for a verdict you think is wrong. Whoever is named in the register may reply, and the reply stands beside the facts.",
        ],
      },
    ],
  }),
  he: ({ rules, policies, systems, unread }) => ({
    title: "אודות ושיטה",
    description: `${rules} כללים ב־${policies} מסמכי מדיניות, שהופעלו על ${systems} מערכות שהוצהרו: איך מגיעים לפסיקה ומה היא אינה יכולה לומר.`,
    sections: [
      {
        title: "איך מגיעים לפסיקה",
        paragraphs: [
          "רשות מצהירה על כל מערכת בקובץ, המניפסט. המנוע קורא אותו לצד מרשם הספקים, גוזר עובדות ומעמיד אותן מול כל כלל שבתוקף באותו יום. אותו קובץ באותו יום מקבל תמיד אותה פסיקה: באפליקציה, בשורת הפקודה ובדפדפן.",
          "עובדות ושיפוט אינם מתערבבים: המרשם אומר מי מחזיק במה ואיזו רשימה נוקבת בשמו של מי, עם תאריכים ומקורות; רק כלל שופט. שום כלל אינו נכשל בשל ארץ מוצא בלבד.",
          "יש שלוש תשובות. כלל עובר, נכשל, או נשאר בלי הכרעה משום שחסרה עובדה. מה שלא הוכרע אינו נחשב לעולם כמעבר.",
        ],
      },
      {
        title: "מניין המספרים",
        paragraphs: [
          "לכל מספר במדיניות יש תאריך, ולצידו נאמר על מה הוא נשען: דין, תקן או בחירה של המדיניות עצמה, שנקראת הצעה. מקור שאיש לא השווה לנוסח המקורי מסומן כלא בדוק.",
          "כל פסיקה ניתנת לשחזור: הדוח נוקב בטביעות של כל מה שקרא, ואפשר לשאול על כל תאריך.",
        ],
      },
      {
        title: "מגבלות ידועות",
        paragraphs: [
          "מניפסט הוא מה שמישהו הצהיר. המנוע בודק אם הוא עקבי ומה נובע ממנו, ולא אם הוא אמת.",
          `קבצים שלא ניתן היה לקרוא ולכן לא נבחנו: ${unread}.`,
          "חברה בלי רישומים עשויה להופיע ברשימה שאיש לא קרא למען המרשם. תרגומים נחשבים לא בדוקים עד שדובר השפה בדק אותם, והדפים אומרים זאת.",
          "מיקומים מדויקים של אתרים שדורשים הגנה אינם מוצגים בתצוגה הציבורית.",
        ],
      },
      {
        title: "איך מתקנים",
        paragraphs: [
          "פותחים פנייה או בקשת שינוי במאגר: על כלל, על רשומה במרשם הספקים או על פסיקה שנראית שגויה. מי שנקוב במרשם רשאי להגיב, והתגובה עומדת לצד העובדות.",
        ],
      },
    ],
  }),
  ar: ({ rules, policies, systems, unread }) => ({
    title: "عن الموقع والمنهج",
    description: `قواعد عددها ${rules} في سياسات عددها ${policies}، طُبّقت على أنظمة مصرَّح عنها عددها ${systems}: كيف يُتوصل إلى الحكم، وما الذي لا يستطيع قوله.`,
    sections: [
      {
        title: "كيف يُتوصل إلى الحكم",
        paragraphs: [
          "تصرّح السلطة المحلية عن كل نظام في ملف هو البيان. يقرأه المحرك مع سجل المورّدين، ويستنتج الوقائع، ويضعها أمام كل قاعدة سارية في ذلك اليوم. الملف نفسه في اليوم نفسه ينال الحكم نفسه دائماً: في التطبيق وسطر الأوامر والمتصفح.",
          "لا تختلط الوقائع بالأحكام: يقول السجل من يملك ماذا وأي قائمة تذكر من، مع التواريخ والمصادر؛ والقاعدة وحدها تحكم. ولا تفشل أي قاعدة بسبب بلد المنشأ وحده.",
          "هناك ثلاث إجابات: قاعدة ناجحة، أو غير ناجحة، أو غير محسومة لأن واقعة ناقصة. وما لم يُحسم لا يُعد نجاحاً أبداً.",
        ],
      },
      {
        title: "من أين تأتي الأرقام",
        paragraphs: [
          "لكل رقم في سياسة تاريخ، ويُذكر إلى ماذا يستند: قانون أو معيار أو اختيار السياسة نفسها، ويسمى اقتراحاً. والمصدر الذي لم يقارنه أحد بنصه الأصلي معلَّم بأنه غير مدقَّق.",
          "يمكن إعادة حساب كل حكم: يذكر التقرير بصمات كل ما قرأه، ويمكن السؤال عن أي تاريخ.",
        ],
      },
      {
        title: "حدود معروفة",
        paragraphs: [
          "البيان هو ما صرّح به أحدهم. يفحص المحرك اتساقه وما يترتب عليه، لا صدقه.",
          `ملفات تعذّرت قراءتها فلم تُقيَّم: ${unread}.`,
          "قد تكون شركة بلا إدراجات مذكورة في قائمة لم يقرأها أحد لأجل السجل. وتُعد الترجمات غير مراجَعة حتى يراجعها ناطق باللغة، والصفحات تقول ذلك.",
          "لا تُعرض في العرض العام المواقع الدقيقة للأماكن التي تحتاج إلى حماية.",
        ],
      },
      {
        title: "كيف يُصحَّح شيء",
        paragraphs: [
          "افتح بلاغاً أو طلب تعديل في المستودع: لقاعدة، أو لمدخل في سجل المورّدين، أو لحكم تراه خاطئاً. ولمن ذُكر في السجل أن يرد، ويقف رده إلى جانب الوقائع.",
        ],
      },
    ],
  }),
};
