import type { Messages } from "../say.ts";

/** The words of the register of waivers and of its calendar, beside those of the generated page. */
export const WAIVERS_WORDS = {
  en: {
    calendar: "Calendar of last days (iCalendar)",
    "state-in-force": "In force",
    "state-ending": "Ending within {days} days",
    "state-later": "Not begun yet",
    "state-unapproved": "Not approved",
    "state-expired": "Expired",
    none: "None on {date}.",
    lastDayOf: "Last day of {id}",
    calendarName: "Bylaw: waivers that end",
    state: "State",
  },
  he: {
    calendar: "יומן של הימים האחרונים (iCalendar)",
    "state-in-force": "בתוקף",
    "state-ending": "מסתיימים בתוך {days} ימים",
    "state-later": "טרם החלו",
    "state-unapproved": "לא אושרו",
    "state-expired": "פגו",
    none: "אין נכון ליום {date}.",
    lastDayOf: "היום האחרון של {id}",
    calendarName: "Bylaw: ויתורים שמסתיימים",
    state: "מצב",
  },
  ar: {
    calendar: "تقويم الأيام الأخيرة (iCalendar)",
    "state-in-force": "سارية",
    "state-ending": "تنتهي خلال {days} يوماً",
    "state-later": "لم تبدأ بعد",
    "state-unapproved": "لم تتم الموافقة عليها",
    "state-expired": "منتهية",
    none: "لا شيء بتاريخ {date}.",
    lastDayOf: "اليوم الأخير من {id}",
    calendarName: "Bylaw: إعفاءات تنتهي",
    state: "الحالة",
  },
} as const satisfies Messages<string>;
