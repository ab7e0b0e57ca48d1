import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { type Messages, sayingIn } from "../say.ts";

/** What a page says of an outcome, effect, verdict or state: always a word, the colour only repeats it. */
export type Outcome = keyof typeof KINDS;

/** A word for an outcome with the sign and colour of its kind. */
export function outcomeBadge(outcome: Outcome, language: Language): Html {
  return html`<span class="badge ${KINDS[outcome]}">${sayingIn(WORDS, language)(outcome)}</span>`;
}

/** The word alone, for lists of choices. */
export function outcomeWord(outcome: Outcome, language: Language): string {
  return sayingIn(WORDS, language)(outcome);
}

const KINDS = {
  pass: "pass",
  fail: "fail",
  "needs-approval": "wait",
  unknown: "open",
  block: "fail",
  approve: "wait",
  warn: "wait",
  note: "plain",
  waived: "plain",
  approved: "plain",
  upcoming: "plain",
  met: "pass",
  open: "wait",
  late: "fail",
  "not-measured": "open",
} as const;

const WORDS: Messages<Outcome> = {
  en: {
    pass: "passes",
    fail: "fails",
    "needs-approval": "needs approval",
    unknown: "undecided",
    block: "blocks",
    approve: "needs approval",
    warn: "warns",
    note: "note",
    waived: "waived",
    approved: "approved",
    upcoming: "announced",
    met: "reached",
    open: "not reached yet",
    late: "late",
    "not-measured": "not measured",
  },
  he: {
    pass: "עובר",
    fail: "נכשל",
    "needs-approval": "דורש אישור",
    unknown: "לא הוכרע",
    block: "חוסם",
    approve: "דורש אישור",
    warn: "מזהיר",
    note: "הערה",
    waived: "חל ויתור",
    approved: "אושר",
    upcoming: "הוכרז",
    met: "הושג",
    open: "טרם הושג",
    late: "באיחור",
    "not-measured": "לא נמדד",
  },
  ar: {
    pass: "ناجح",
    fail: "غير ناجح",
    "needs-approval": "يحتاج إلى موافقة",
    unknown: "غير محسوم",
    block: "يمنع",
    approve: "يحتاج إلى موافقة",
    warn: "تحذير",
    note: "ملاحظة",
    waived: "معفى",
    approved: "تمت الموافقة",
    upcoming: "معلَن",
    met: "تحقق",
    open: "لم يتحقق بعد",
    late: "متأخر",
    "not-measured": "غير مقيس",
  },
};
