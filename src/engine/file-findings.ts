import type { FileProblem } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import { type Language, type Texts, textIn } from "../model/language.ts";
import { fingerprint } from "./fingerprint.ts";

const TITLES: Readonly<Record<FileProblem["stage"], Texts>> = {
  syntax: {
    en: "The file cannot be read",
    he: "לא ניתן לקרוא את הקובץ",
    ar: "لا يمكن قراءة الملف",
  },
  schema: {
    en: "The file has another shape than its kind",
    he: "מבנה הקובץ שונה ממבנה של קובץ מסוגו",
    ar: "بنية الملف تختلف عن بنية نوعه",
  },
  limits: {
    en: "The file is outside the limits",
    he: "הקובץ חורג מן המגבלות",
    ar: "الملف خارج الحدود",
  },
  language: {
    en: "The file contradicts itself or others",
    he: "הקובץ סותר את עצמו או קבצים אחרים",
    ar: "الملف يناقض نفسه أو ملفات أخرى",
  },
};

/** What the finding about a file says in place of the English of its problem. */
export interface FileWords {
  readonly message: Texts;
  readonly help: Texts;
}

/**
 * A problem of a file itself as a finding: it always blocks, since nothing else could be judged. What the reader of
 * YAML says is English in every language.
 */
export function fileFinding(
  problem: FileProblem,
  language: Language,
  { rule = `manifest-${problem.stage}`, words }: { readonly rule?: string; readonly words?: FileWords } = {},
): Finding {
  const { file, line, column, end_line, end_column } = problem.location;
  return {
    rule,
    clause: null,
    title: textIn(TITLES[problem.stage], language),
    policy: null,
    severity: "critical",
    outcome: "fail",
    effect: "block",
    state: "open",
    manifest: null,
    subject: problem.pointer,
    fact: null,
    location: { file, line, column, end_line, end_column },
    related: [],
    rests_on: [],
    message: words === undefined ? problem.message : textIn(words.message, language),
    why: null,
    help: words === undefined ? problem.help : textIn(words.help, language),
    basis: [],
    missing: [],
    path: [],
    alternatives: [],
    fix: null,
    fingerprint: fingerprint({
      rule,
      manifest: file,
      subject: problem.pointer,
      facts: [],
      value: problem.message,
    }),
    waiver: null,
    waivable: false,
    upcoming: null,
    dates: [],
  };
}
