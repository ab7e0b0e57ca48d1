import type { Messages } from "../say.ts";

/** The words of the page of dates, its feed and its calendar. */
export const CHANGES_WORDS = {
  en: {
    title: "What changes when",
    description: "Every date of policies, plan, vendor register and waivers: what comes, and what has been.",
    lead: "Every date in the policies, the national plan, the vendor register and the waivers. A month or a year alone means some day within it.",
    subscribe: "Follow",
    feed: "Feed of what has changed (Atom)",
    calendar: "Calendar of all dates (iCalendar)",
    ahead: "What comes",
    aheadNone: "Nothing is dated after {date}.",
    date: "Date",
    what: "What",
    which: "Which",
    calendarName: "Bylaw: what changes when",
    feedName: "Bylaw: what has changed",
    laneVersions: "Policy versions",
    laneRules: "Rules",
    laneValues: "Values",
    lanePlan: "National plan",
    laneRegister: "Register and lists",
    laneDecisions: "Waivers",
    chartLabel:
      "Dates from {from} to {to} by kind: {n, plural, one {# event} other {# events}}; the table below says the same",
    chartAbout:
      "The line marks {date}; hollow marks are still ahead. A larger mark is several events on one date, a bar a month or a year.",
    chartEarlier:
      "Not drawn, and in the table only: {n, plural, one {# earlier event} other {# earlier events}}.",
  },
  he: {
    title: "מה משתנה ומתי",
    description: "כל המועדים של המדיניות, התוכנית, מרשם הספקים והוויתורים: מה צפוי ומה היה.",
    lead: "כל המועדים במדיניות, בתוכנית הלאומית, במרשם הספקים ובוויתורים. חודש או שנה בלבד פירושם יום כלשהו בתוכם.",
    subscribe: "מעקב",
    feed: "עדכון על מה שהשתנה (Atom)",
    calendar: "יומן של כל המועדים (iCalendar)",
    ahead: "מה צפוי",
    aheadNone: "אין מועד אחרי {date}.",
    date: "תאריך",
    what: "מה",
    which: "אילו",
    calendarName: "Bylaw: מה משתנה ומתי",
    feedName: "Bylaw: מה השתנה",
    laneVersions: "גרסאות מדיניות",
    laneRules: "כללים",
    laneValues: "ערכים",
    lanePlan: "התוכנית הלאומית",
    laneRegister: "המרשם והרשימות",
    laneDecisions: "ויתורים",
    chartLabel:
      "מועדים משנת {from} עד {to} לפי סוג: {n, plural, one {אירוע אחד} two {שני אירועים} other {# אירועים}}; הטבלה שלמטה אומרת אותו דבר",
    chartAbout:
      "הקו מסמן את {date}; סימנים חלולים עוד לפנינו. סימן גדול יותר הוא כמה אירועים במועד אחד, ופס הוא חודש או שנה.",
    chartEarlier:
      "לא צוירו, ומופיעים בטבלה בלבד: {n, plural, one {אירוע מוקדם אחד} two {שני אירועים מוקדמים} other {# אירועים מוקדמים}}.",
  },
  ar: {
    title: "ما الذي يتغيّر ومتى",
    description: "كل مواعيد السياسات والخطة وسجل المورّدين والإعفاءات: ما القادم وما الذي مضى.",
    lead: "كل المواعيد في السياسات والخطة الوطنية وسجل المورّدين والإعفاءات. الشهر أو السنة وحدهما يعنيان يوماً ما ضمنهما.",
    subscribe: "متابعة",
    feed: "موجز ما تغيّر (Atom)",
    calendar: "تقويم كل المواعيد (iCalendar)",
    ahead: "ما القادم",
    aheadNone: "لا موعد بعد {date}.",
    date: "التاريخ",
    what: "ماذا",
    which: "أيها",
    calendarName: "Bylaw: ما الذي يتغيّر ومتى",
    feedName: "Bylaw: ما الذي تغيّر",
    laneVersions: "نسخ السياسات",
    laneRules: "القواعد",
    laneValues: "القيم",
    lanePlan: "الخطة الوطنية",
    laneRegister: "السجل والقوائم",
    laneDecisions: "الإعفاءات",
    chartLabel:
      "مواعيد من {from} إلى {to} بحسب النوع: {n, plural, one {حدث واحد} two {حدثان} few {# أحداث} other {# حدثاً}}؛ الجدول أدناه يقول الأمر نفسه",
    chartAbout:
      "الخط يشير إلى {date}؛ والعلامات المفرغة لم تأتِ بعد. العلامة الأكبر عدة أحداث في موعد واحد، والشريط شهر أو سنة.",
    chartEarlier:
      "لم تُرسم وتظهر في الجدول فقط: {n, plural, one {حدث أقدم واحد} two {حدثان أقدمان} few {# أحداث أقدم} other {# حدثاً أقدم}}.",
  },
} as const satisfies Messages<string>;
