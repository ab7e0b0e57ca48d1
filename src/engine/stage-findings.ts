import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { FactSet } from "../model/row.ts";
import { UNKNOWN } from "../model/value.ts";
import { fileFinding } from "./file-findings.ts";
import { withDates } from "./finding-dates.ts";
import type { Run } from "./run.ts";

/** A stage that dates contradict is a finding of its own, beside the rules it then excuses from nothing. */
export function stageFindings(
  manifest: Manifest,
  facts: FactSet,
  { rules: { asOf }, language }: Pick<Run, "rules" | "language">,
): readonly Finding[] {
  const stage = facts.system.cell("system.stage");
  if (stage.value !== UNKNOWN) return [];
  const { id, status } = manifest.value.metadata;
  const { file, line, column, end_line, end_column } = manifest.locate("/metadata/status");
  const message = {
    en: `the status \`${status}\` contradicts the dates of the milestones, the contract or the orders`,
    he: `הסטטוס \`${status}\` סותר את התאריכים של אבני הדרך, החוזה או ההזמנות`,
    ar: `الحالة \`${status}\` تناقض تواريخ المراحل أو العقد أو الطلبيات`,
  };
  const problem = {
    stage: "language",
    kind: "Manifest",
    location: { file, line, column, end_line, end_column },
    pointer: "/metadata/status",
    message: message.en,
    help: HELP.en,
  } as const;
  const dates = withDates([], { own: stage.dates ?? [], asOf, language });
  const finding = fileFinding(problem, language, {
    rule: "manifest-stage",
    words: { message, help: HELP },
  });
  return [{ ...finding, manifest: id, dates: [...dates] }];
}

const HELP = {
  en: "correct the status or the dates: what is tendered, ordered or tried is past definition, what is deployed is past procurement, and what runs or ends says since when",
  he: "תקנו את הסטטוס או את התאריכים: מערכת שפורסם לה מכרז, שהוזמנה או שנוסתה כבר עברה את ההגדרה, מערכת שנפרסה כבר עברה את הרכש, ומערכת שפועלת או שפעילותה מסתיימת אומרת ממתי",
  ar: "صحّحوا الحالة أو التواريخ: ما طُرحت مناقصته أو طُلب أو جُرّب تجاوز التحديد، وما نُشر تجاوز الشراء، وما يعمل أو ينتهي يذكر منذ متى",
};
