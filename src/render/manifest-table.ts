import type { ReportDocument } from "../model/generated/report.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import type { FindingGroups } from "./group-findings.ts";
import { tableHead, tableRow } from "./table.ts";
import { STANDINGS, tally } from "./tally.ts";
import type { Say } from "./words.ts";

/** A Markdown table of the manifests: tier, verdict and the counts that are not all zero; as many rows as fit, and how many do not. */
export function manifestTable(
  { manifests }: ReportDocument,
  groups: FindingGroups,
  say: Say,
  room: number,
): string {
  if (manifests.length === 0) return "";
  const counted = manifests.map((manifest) => ({ manifest, counts: tally(groups.of(manifest)) }));
  const shown = STANDINGS.filter((standing) => counted.some(({ counts }) => counts[standing] > 0));
  const head = tableHead([
    say("manifest"),
    say("tier"),
    say("verdict"),
    ...shown.map((standing) => say(standing)),
  ]);
  const rows = counted.map(({ manifest, counts }) =>
    tableRow([
      codeSpan(manifest.id ?? manifest.file),
      manifest.tier ?? say("undecided"),
      say(manifest.verdict),
      ...shown.map((standing) => String(counts[standing])),
    ]),
  );
  const { text, left } = fitItems(rows, room);
  return `${head}\n${text}${left === 0 ? "" : `\n\n${sayLeft(left, say)}`}`;
}

/** The line that counts what a size limit kept out. */
export function sayLeft(left: number, say: Say): string {
  return `_${say("leftOut", { n: left })}_`;
}
