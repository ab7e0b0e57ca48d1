import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";

/** Why the app is not ready, as it says so in English, in the language of the page. One that nobody translated stays, and is marked. */
export function readinessReason(reason: string, language: Language): Html {
  const [number = ""] = /\d+/.exec(reason) ?? [];
  if (language === "en") return html`${reason}`;
  const known = REASONS[reason.replace(/\d+/, "#")]?.[language];
  if (known === undefined) return html`<bdi lang="en" dir="ltr">${reason}</bdi>`;
  return html`${known.replace("#", number)}`;
}

const REASONS: Readonly<Record<string, Readonly<Record<Exclude<Language, "en">, string>>>> = {
  "GitHub has not answered the app yet": {
    he: "GitHub עוד לא ענה לאפליקציה",
    ar: "لم يجب GitHub التطبيق بعد",
  },
  "GitHub refuses the app's credentials": {
    he: "GitHub דוחה את ההרשאות של האפליקציה",
    ar: "يرفض GitHub بيانات اعتماد التطبيق",
  },
  "the audit log takes no entries": {
    he: "יומן הביקורת אינו מקבל רשומות",
    ar: "سجل التدقيق لا يقبل قيوداً",
  },
  "the queue does not answer": { he: "התור אינו עונה", ar: "الطابور لا يجيب" },
  "no sweep came through for # minutes": {
    he: "שום סבב לא הושלם זה # דקות",
    ar: "لم تكتمل أي جولة منذ # دقيقة",
  },
};
