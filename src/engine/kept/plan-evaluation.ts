import type { Finding, ReportDocument } from "../../model/generated/report.ts";
import type { Bundle } from "../bundle.ts";
import { byText } from "../by-text.ts";
import { digestEntries } from "../digest-sources.ts";
import { type Judgements, type JudgeOptions, judgeSet } from "../judge-set.ts";
import { reportOf } from "../report-of.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import { concerned } from "./concerned.ts";
import { decideOnDecisions } from "./decide-on-decisions.ts";
import type { KeptValues } from "./kept-values.ts";
import { neighbourhoods } from "./neighbourhoods.ts";
import type { Unopened } from "./unopened.ts";

export interface KeptOptions extends Pick<JudgeOptions, "asOf" | "language" | "before"> {
  /** Whether a row that concerns no manifest is judged too. */
  readonly judges: NonNullable<JudgeOptions["judges"]>;
}

/** An evaluation in parts: what is to be judged yet, and the report once it is. */
export interface Plan {
  /** The neighbourhoods of which no judgements are kept. */
  readonly open: readonly OpenNeighbourhood[];
  /** The files of the set that could not be read. */
  readonly unread: readonly Unopened[];
  /** The report, given judgements of the open neighbourhoods in their order. */
  report(judged: readonly Judgements[]): ReportDocument;
}

interface OpenNeighbourhood {
  readonly members: readonly Unopened[];
  readonly before: readonly Finding[];
}

/**
 * Takes the evaluation of all manifests of a set, judged among one another, apart: each neighbourhood is judged by
 * itself, and not again where judgements are kept of the same files, bundle and date. `undefined` where the set
 * cannot be taken apart, since a waiver names another as what it is for.
 */
export function planEvaluation(
  bundle: Bundle,
  files: readonly Unopened[],
  options: KeptOptions,
  kept: KeptValues,
): Plan | undefined {
  if (decideOnDecisions(bundle.waivers.map(({ value }) => value))) return undefined;
  const unread = files.filter(({ card }) => card().names === undefined);
  const groups = neighbourhoods(files, bundle.arrangements);
  const before = byFile(options.before ?? []);

  const { asOf, language } = options;
  const scope = JSON.stringify([bundle.digests, asOf, language, unread.map(({ key }) => key())]);
  const parts = groups.map((members) => {
    const own = members.flatMap(({ source }) => before.take(source.file));
    const key = kept.keyOf(["judgements", scope, JSON.stringify(own), ...members.map(({ key }) => key())]);
    const text = kept.find(key);
    // Its key names this program, which wrote it as below.
    return { members, before: own, key, known: text && (JSON.parse(text) as Judgements) };
  });
  const open = parts.filter(({ known }) => !known);

  const report = (judged: readonly Judgements[]): ReportDocument => {
    if (judged.length !== open.length)
      throw new Error(`${judged.length} of ${open.length} parts were judged`);
    const all = [...parts.flatMap(({ known }) => known || []), ...judged];
    for (const [index, { key }] of open.entries()) kept.keep(key, JSON.stringify(judged[index]));
    const digest = digestEntries(files.map(({ source, card }) => ({ ...source, content: card().content })));
    return reportOf(together([...all, beside()]), { bundle, asOf, digest });
  };
  const beside = (): Judgements => {
    const names = files.flatMap(({ card }) => card().names ?? []);
    const isElsewhere = concerned(names, bundle.arrangements);
    const rest = unread.map(({ open }) => open());
    return judgeSet(bundle, rest, {
      asOf,
      language,
      before: before.left(),
      surroundings: surroundingsOf(bundle, rest),
      judges: (row, concerns) =>
        !isElsewhere(row) &&
        options.judges(row, concerns || (row.row.subject === "list" && groups.length > 0)),
    });
  };
  return { open, unread, report };
}

/** Findings by the file they stand in, each taken once. */
function byFile(findings: readonly Finding[]) {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file } = finding.location;
    files.set(file, [...(files.get(file) ?? []), finding]);
  }
  return {
    take(file: string): readonly Finding[] {
      const found = files.get(file) ?? [];
      files.delete(file);
      return found;
    },
    left: (): readonly Finding[] => [...files.values()].flat(),
  };
}

function together(parts: readonly Judgements[]): Judgements {
  const counts = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0 };
  for (const part of parts) {
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += part.counts[name];
  }
  return {
    findings: parts.flatMap(({ findings }) => findings),
    manifests: parts.flatMap(({ manifests }) => manifests).sort((a, b) => byText(a.file, b.file)),
    counts,
  };
}
