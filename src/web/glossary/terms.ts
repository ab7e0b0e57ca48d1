import type { Language } from "../../model/language.ts";

type Translated = Readonly<Record<Language, string>>;

/** A word of the field and what it means here. */
export interface Term {
  readonly word: Translated;
  readonly means: Translated;
}

/** The words this site and the policies use, in the order in which one explains the next. */
export const TERMS: readonly Term[] = [
  term(
    ["policy", "a folder of rules with a version, an owner, a jurisdiction and sources"],
    ["מדיניות", "תיקייה של כללים עם גרסה, גורם אחראי, תחום שיפוט ומקורות"],
    ["سياسة", "مجلد من القواعد له إصدار وجهة مسؤولة وولاية قضائية ومصادر"],
  ),
  term(
    [
      "rule",
      "one requirement of a policy, of one or more clauses; its id, such as RET-01, is never used again",
    ],
    ["כלל", "דרישה אחת של מדיניות, בסעיף אחד או יותר; המזהה שלו, כגון RET-01, אינו משמש שוב לעולם"],
    ["قاعدة", "متطلب واحد من سياسة، ببند واحد أو أكثر؛ ومعرّفها، مثل RET-01، لا يُستعمل ثانية أبداً"],
  ),
  term(
    ["parameter", "a value of a policy that rules compare with, with its dates and its basis"],
    ["פרמטר", "ערך של מדיניות שכללים משווים אליו, עם תאריכיו והבסיס שלו"],
    ["مُعامل", "قيمة في سياسة تقارن بها القواعد، مع تواريخها وأساسها"],
  ),
  term(
    ["system", "what a municipality deploys: cameras, sensors, a command centre, an application"],
    ["מערכת", "מה שרשות מפעילה: מצלמות, חיישנים, מרכז שליטה, יישום"],
    ["نظام", "ما تنشره السلطة المحلية: كاميرات أو مجسات أو مركز قيادة أو تطبيق"],
  ),
  term(
    ["manifest", "the file in which a municipality declares one system"],
    ["מניפסט", "הקובץ שבו רשות מצהירה על מערכת אחת"],
    ["بيان", "الملف الذي تصرّح فيه سلطة محلية عن نظام واحد"],
  ),
  term(
    ["fact", "a named value read from a manifest, or worked out from it and the vendor register"],
    ["עובדה", "ערך בעל שם שנקרא ממניפסט, או שנגזר ממנו וממרשם הספקים"],
    ["واقعة", "قيمة مسماة تُقرأ من بيان أو تُستنتج منه ومن سجل المورّدين"],
  ),
  term(
    ["tier", "T1 to T4: how much a system can do to people; computed from the manifest"],
    ["דרגה", "T1 עד T4: עד כמה מערכת יכולה להשפיע על אנשים; מחושבת מן המניפסט"],
    ["درجة", "من T1 إلى T4: كم يمكن للنظام أن يؤثر في الناس؛ تُحسب من البيان"],
  ),
  term(
    ["outcome", "of one rule at one subject: passes, fails, undecided, or does not apply"],
    ["תוצאה", "של כלל אחד בנושא אחד: עובר, נכשל, לא הוכרע או אינו חל"],
    ["نتيجة", "لقاعدة واحدة في موضوع واحد: ناجح أو غير ناجح أو غير محسوم أو لا ينطبق"],
  ),
  term(
    ["undecided", "a fact that would decide is missing; it never counts as passed"],
    ["לא הוכרע", "חסרה עובדה שהייתה מכריעה; זה אינו נחשב לעולם כמעבר"],
    ["غير محسوم", "تنقص واقعة كانت لتحسم؛ ولا يُعد ذلك نجاحاً أبداً"],
  ),
  term(
    ["finding", "one place where one manifest breaks, or may break, one rule"],
    ["ממצא", "מקום אחד שבו מניפסט אחד מפר, או עשוי להפר, כלל אחד"],
    ["نتيجة فحص", "موضع واحد يخالف فيه بيان واحد قاعدة واحدة أو قد يخالفها"],
  ),
  term(
    ["effect", "what a finding does: blocks, needs approval, warns, or is a note"],
    ["השפעה", "מה ממצא עושה: חוסם, דורש אישור, מזהיר או הערה"],
    ["أثر", "ما تفعله نتيجة الفحص: يمنع، أو يحتاج إلى موافقة، أو يحذّر، أو ملاحظة"],
  ),
  term(
    [
      "verdict",
      "of a system as a whole: fails while anything blocks, needs approval while anything waits for one, else passes",
    ],
    ["פסיקה", "של מערכת כולה: נכשלת כל עוד דבר חוסם, דורשת אישור כל עוד דבר ממתין לו, ואחרת עוברת"],
    ["حكم", "على النظام كله: غير ناجح ما دام شيء يمنع، ويحتاج إلى موافقة ما دام شيء ينتظرها، وإلا فناجح"],
  ),
  term(
    ["waiver", "a person's dated decision that one system may break one rule for a time"],
    ["ויתור", "החלטה מתוארכת של אדם שמערכת אחת רשאית לחרוג מכלל אחד לזמן מה"],
    ["إعفاء", "قرار مؤرخ من شخص بأن لنظام واحد أن يخالف قاعدة واحدة لمدة"],
  ),
  term(
    ["standing approval", "the same for a rule that asks for approval"],
    ["אישור קבוע", "אותו הדבר לגבי כלל שדורש אישור"],
    ["موافقة دائمة", "الشيء نفسه لقاعدة تطلب موافقة"],
  ),
  term(
    ["exemption", "a case that a policy itself leaves out of a rule"],
    ["פטור", "מקרה שהמדיניות עצמה מוציאה מן הכלל"],
    ["استثناء", "حالة تُخرجها السياسة نفسها من القاعدة"],
  ),
  term(
    ["vendor", "a company or body in the register; its role in one system makes it a party to it"],
    ["ספק", "חברה או גוף במרשם; תפקידו במערכת אחת עושה אותו צד לה"],
    ["مورّد", "شركة أو هيئة في السجل؛ ودورها في نظام واحد يجعلها طرفاً فيه"],
  ),
  term(
    [
      "listing",
      "a dated fact that somebody stands on a published list, with the products and uses it covers",
    ],
    ["רישום", "עובדה מתוארכת שמישהו מופיע ברשימה שפורסמה, עם המוצרים והשימושים שהיא חלה עליהם"],
    ["إدراج", "واقعة مؤرخة بأن جهة ما مذكورة في قائمة منشورة، مع المنتجات والاستعمالات التي تشملها"],
  ),
  term(
    [
      "arrangement",
      "what a municipality agrees with a foreign body: twin city, memorandum, alliance, research",
    ],
    ["הסדר", "מה שרשות מסכמת עם גוף זר: עיר תאומה, מזכר הבנות, ברית, מחקר"],
    ["ترتيب", "ما تتفق عليه سلطة محلية مع هيئة أجنبية: مدينة توأم أو مذكرة تفاهم أو تحالف أو بحث"],
  ),
  term(
    ["pack", "a group of policies that the national plan switches as a whole"],
    ["חבילה", "קבוצה של מדיניות שהתוכנית הלאומית מפעילה ומשביתה כמכלול"],
    ["حزمة", "مجموعة سياسات تشغّلها الخطة الوطنية أو تعطّلها معاً"],
  ),
  term(
    ["proposal", "a number or requirement that rests on no law or standard: the policy's own choice"],
    ["הצעה", "מספר או דרישה שאינם נשענים על דין או תקן: בחירה של המדיניות עצמה"],
    ["اقتراح", "رقم أو متطلب لا يستند إلى قانون أو معيار: اختيار السياسة نفسها"],
  ),
];

function term(
  [en, meansEn]: readonly [string, string],
  [he, meansHe]: readonly [string, string],
  [ar, meansAr]: readonly [string, string],
): Term {
  return { word: { en, he, ar }, means: { en: meansEn, he: meansHe, ar: meansAr } };
}
