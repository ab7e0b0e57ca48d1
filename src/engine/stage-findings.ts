import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { FactSet } from "../model/row.ts";
import { UNKNOWN } from "../model/value.ts";
import { fileFinding } from "./file-findings.ts";
import { withDates } from "./finding-dates.ts";
import type { Run } from "./run.ts";

/** A stage that the milestones contradict is a finding of its own, beside the rules it then excuses from nothing. */
export function stageFindings(
  manifest: Manifest,
  facts: FactSet,
  { rules: { asOf }, language }: Pick<Run, "rules" | "language">,
): readonly Finding[] {
  const stage = facts.system.cell("system.stage");
  if (stage.value !== UNKNOWN) return [];
  const { id, status } = manifest.value.metadata;
  const { file, line, column, end_line, end_column } = manifest.locate("/metadata/status");
  const problem = {
    stage: "language",
    kind: "Manifest",
    location: { file, line, column, end_line, end_column },
    pointer: "/metadata/status",
    message: `the status \`${status}\` contradicts the dates under \`milestones\``,
    help: "correct the status or the dates: a deployed system is past procurement, and one that is ending says since when",
  } as const;
  const dates = withDates([], { own: stage.dates ?? [], asOf, language });
  return [{ ...fileFinding(problem, "manifest-stage"), manifest: id, dates: [...dates] }];
}
