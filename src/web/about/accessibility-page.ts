import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { type TextPage, textPage } from "./text-page.ts";

/** What the site holds to, how that is checked, and what is known to be left. */
export function accessibilityPage(_context: SiteContext, language: Language): SitePage {
  return textPage("accessibility", TEXTS[language]);
}

const TEXTS: Readonly<Record<Language, TextPage>> = {
  en: {
    title: "Accessibility",
    description:
      "This site aims at WCAG 2.2 at level AA, in English, Hebrew and Arabic, on wide and narrow screens, in light and dark.",
    sections: [
      {
        title: "What it does",
        paragraphs: [
          "Every page works without script, with a keyboard alone, at 360 pixels of width without sideways scrolling of the page, and in print. Colours never stand alone: an outcome is always a word. Charts and maps have the same data as tables.",
          "The language of each page is marked, and so is text in another language inside it. Hebrew and Arabic run from right to left; ids, dates and code keep their order.",
        ],
      },
      {
        title: "How it is checked",
        paragraphs: [
          "At every change each kind of page is opened in a browser in three languages, light and dark, wide and narrow, and examined with axe against WCAG 2.2 at levels A and AA; any violation stops the change. The markup of every page is validated.",
          "Automated checks find a part of what can be wrong. Nobody has yet tested the site with users of assistive technology.",
        ],
      },
      {
        title: "What is known to be left",
        paragraphs: [
          "Guides, prose of policies and names of sources are in English on every page, and marked as English. Wide tables scroll sideways within themselves on narrow screens.",
        ],
      },
      {
        title: "If something does not work for you",
        paragraphs: [
          "Open an issue in the repository and say which page, which browser and which assistive technology.",
        ],
      },
    ],
  },
  he: {
    title: "נגישות",
    description: "האתר שואף לעמוד ב־WCAG 2.2 ברמה AA, בעברית, באנגלית ובערבית, במסך רחב וצר, בהיר וכהה.",
    sections: [
      {
        title: "מה הוא עושה",
        paragraphs: [
          "כל דף פועל בלי סקריפט, במקלדת בלבד, ברוחב 360 פיקסלים בלי גלילה של הדף לצדדים, ובהדפסה. צבע לעולם אינו עומד לבדו: תוצאה היא תמיד מילה. לתרשימים ולמפות יש אותם נתונים כטבלאות.",
          "שפת כל דף מסומנת, וכן טקסט בשפה אחרת בתוכו. עברית וערבית נכתבות מימין לשמאל; מזהים, תאריכים וקוד שומרים על סדרם.",
        ],
      },
      {
        title: "איך זה נבדק",
        paragraphs: [
          "בכל שינוי נפתח כל סוג דף בדפדפן בשלוש שפות, בהיר וכהה, רחב וצר, ונבחן באמצעות axe מול WCAG 2.2 ברמות A ו־AA; כל הפרה עוצרת את השינוי. הסימון של כל דף מאומת.",
          "בדיקות אוטומטיות מוצאות רק חלק ממה שעלול להשתבש. איש עוד לא בדק את האתר עם משתמשים בטכנולוגיה מסייעת.",
        ],
      },
      {
        title: "מה ידוע שנותר",
        paragraphs: [
          "המדריכים, הפרוזה של מסמכי המדיניות ושמות המקורות הם באנגלית בכל דף, ומסומנים כאנגלית. טבלאות רחבות נגללות לצדדים בתוך עצמן במסכים צרים.",
        ],
      },
      {
        title: "אם משהו אינו פועל עבורך",
        paragraphs: ["אפשר לפתוח פנייה במאגר ולציין איזה דף, איזה דפדפן ואיזו טכנולוגיה מסייעת."],
      },
    ],
  },
  ar: {
    title: "إمكانية الوصول",
    description:
      "يسعى الموقع إلى معيار WCAG 2.2 بمستوى AA، بالعربية والعبرية والإنجليزية، على الشاشات العريضة والضيقة، وفي الوضع الفاتح والداكن.",
    sections: [
      {
        title: "ما الذي يفعله",
        paragraphs: [
          "تعمل كل صفحة دون سكربت، وبلوحة المفاتيح وحدها، وبعرض 360 بكسل دون تمرير الصفحة جانبياً، وعند الطباعة. لا يقف اللون وحده أبداً: النتيجة كلمة دائماً. وللمخططات والخرائط البيانات نفسها في جداول.",
          "لغة كل صفحة معلَّمة، وكذلك النص بلغة أخرى داخلها. تُكتب العربية والعبرية من اليمين إلى اليسار؛ وتحافظ المعرّفات والتواريخ والشفرة على ترتيبها.",
        ],
      },
      {
        title: "كيف يُفحص ذلك",
        paragraphs: [
          "عند كل تغيير يُفتح كل نوع من الصفحات في متصفح بثلاث لغات، فاتحاً وداكناً، عريضاً وضيقاً، ويُفحص بأداة axe وفق WCAG 2.2 بالمستويين A وAA؛ وأي مخالفة توقف التغيير. ويُتحقق من سلامة الترميز في كل صفحة.",
          "تجد الفحوص الآلية جزءاً مما قد يختل فقط. ولم يختبر أحد الموقع بعد مع مستخدمي التقنيات المساعدة.",
        ],
      },
      {
        title: "ما يُعرف أنه باقٍ",
        paragraphs: [
          "الأدلة ونصوص السياسات وأسماء المصادر بالإنجليزية في كل صفحة، ومعلَّمة بأنها إنجليزية. والجداول العريضة تُمرَّر جانبياً ضمن نفسها على الشاشات الضيقة.",
        ],
      },
      {
        title: "إن كان شيء لا يعمل لديك",
        paragraphs: ["افتح بلاغاً في المستودع واذكر الصفحة والمتصفح والتقنية المساعدة."],
      },
    ],
  },
};
