import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { FactSet } from "../model/row.ts";
import { UNKNOWN } from "../model/value.ts";
import { loadDocument } from "../parse/load-document.ts";
import { rowsOf } from "./judge-manifest.ts";
import { type Judged, weightOf } from "./judge-rows.ts";

/** A manifest with a value exchanged, and how the rules judge it whole. */
export interface Standing {
  readonly facts: FactSet;
  judged(): readonly Judged[];
}

/**
 * Whether a fix, written into the file, makes its subject comply and costs nothing: the file still loads, the clause
 * passes at the same row, and no rule finds anything that is new or heavier than before. Only such a fix is offered.
 */
export function fixPasses(
  fix: NonNullable<Finding["fix"]>,
  { clause, row }: Judged,
  manifest: Manifest,
  { before, after }: { readonly before: Standing; readonly after: (fixed: Manifest) => Standing },
): boolean {
  const bytes = splice(new TextEncoder().encode(manifest.text), fix);
  const loaded = loadDocument(
    { file: manifest.file, bytes, mode: "100644" },
    { gate: false, kind: "Manifest" },
  );
  if (!loaded.ok) return false;
  const fixed = after(loaded.document);
  const same = rowsOf(clause, fixed.facts).find((candidate) => candidate.key === row.key);
  if (same === undefined || clause.outcome(same) !== "pass") return false;
  const stageLost = isStageKnown(before) && !isStageKnown(fixed);
  return !stageLost && !findsMore(before.judged(), fixed.judged());
}

function isStageKnown({ facts }: Standing): boolean {
  return facts.system.cell("system.stage").value !== UNKNOWN;
}

/** Whether a finding is new, or heavier than the one at its place. */
function findsMore(before: readonly Judged[], after: readonly Judged[]): boolean {
  const known = new Map<string, number>();
  for (const each of before)
    known.set(placeOf(each), Math.max(known.get(placeOf(each)) ?? 0, weightOf(each)));
  return after.some((each) => weightOf(each) > (known.get(placeOf(each)) ?? -1));
}

function placeOf({ clause, breach: { about, at } }: Judged): string {
  return `${clause.rule.id} ${about.subject}:${about.key} ${at}`;
}

/** The bytes with one edit made. */
export function splice(bytes: Uint8Array, fix: NonNullable<Finding["fix"]>): Uint8Array {
  const text = new TextEncoder().encode(fix.text);
  const edited = new Uint8Array(fix.start + text.length + (bytes.length - fix.end));
  edited.set(bytes.subarray(0, fix.start));
  edited.set(text, fix.start);
  edited.set(bytes.subarray(fix.end), fix.start + text.length);
  return edited;
}
