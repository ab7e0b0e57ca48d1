import type { Counts, Finding, ReportManifest } from "../model/generated/report.ts";
import type { Bundle } from "./bundle.ts";
import { byText } from "./by-text.ts";
import { codeFindings } from "./code-findings.ts";
import { outcomeCounter } from "./count-outcomes.ts";
import { fileFinding } from "./file-findings.ts";
import { judgeManifest, rowsOf } from "./judge-manifest.ts";
import { judgeSetRow } from "./judge-set-row.ts";
import { repercussions, type Untouched } from "./repercussions.ts";
import { type RowChoice, rowsConcerning } from "./rows-concerning.ts";
import {
  factsOf,
  manifestFindings,
  type RunOptions,
  rowFindings,
  rulesFor,
  rulesIn,
  runOf,
  settle,
} from "./run.ts";
import { stageFindings } from "./stage-findings.ts";
import type { Submitted } from "./submitted.ts";
import type { Setting } from "./surroundings-of.ts";
import { tierOf } from "./tier-of.ts";
import { type RowsIn, turnsAround } from "./waiver-dates.ts";
import { waiverFindings } from "./waiver-findings.ts";

export interface JudgeOptions extends RunOptions, RowChoice {
  /** Findings that were made before evaluation: misplaced or removed manifests, colliding names. */
  readonly before?: readonly Finding[];
  /** The set the manifests are judged in. */
  readonly surroundings: Setting;
  /** Manifests a change leaves as they are, for what it does to them all the same. */
  readonly untouched?: Untouched;
}

/** What was judged in one go, and what was found there. */
export interface Judgements {
  readonly findings: readonly Finding[];
  readonly manifests: readonly Omit<ReportManifest, "verdict">[];
  readonly counts: Counts;
}

/** Judges manifests and what is judged with them. Findings stand in no order that means anything. */
export function judgeSet(bundle: Bundle, submitted: readonly Submitted[], options: JudgeOptions): Judgements {
  const before = options.before ?? [];
  const run = runOf(bundle, options.surroundings, options);
  const findings: Finding[] = [...before];
  const manifests: Omit<ReportManifest, "verdict">[] = [];
  const counter = outcomeCounter();
  const ids = new Set<string>();
  const codeOf = new Map<string, string>();
  // Kept only for what a waiver is for, or is itself.
  const waived = new Set(bundle.waivers.flatMap(({ value: { id, manifest } }) => [id, manifest]));
  const rowsById = new Map<string, RowsIn[]>();
  const keepRows = (id: string, rows: RowsIn) => {
    if (waived.has(id)) rowsById.set(id, [...(rowsById.get(id) ?? []), rows]);
  };
  const ordered = [...submitted].sort((a, b) => byText(a.source.file, b.source.file));

  for (const { source, loaded } of ordered) {
    if (!loaded.ok) {
      findings.push(...loaded.problems.map((problem) => fileFinding(problem, options.language)));
      manifests.push({ id: null, file: source.file, tier: null });
      continue;
    }
    const manifest = loaded.document;
    const { id } = manifest.value.metadata;
    const facts = factsOf(run, manifest);
    const judgement = judgeManifest(manifest, facts, rulesFor(run, manifest));
    const drafts = [
      ...manifestFindings(run, manifest, judgement.judged, { facts, judged: () => judgement.judged }),
      ...stageFindings(manifest, facts, run),
      ...codeFindings(manifest, options.language),
    ];
    const found = settle(run, drafts);
    findings.push(...found);
    counter.add(judgement, found);
    manifests.push({ id, file: source.file, tier: tierOf(facts.system, facts) ?? null });
    ids.add(id);
    keepRows(id, (clause) => rowsOf(clause, facts));
    codeOf.set(id, manifest.value.metadata.municipality.cbs_code);
  }

  const saidOf = new Map<string, Set<string>>();
  const judged = ordered.flatMap(({ loaded }) => (loaded.ok ? [loaded.document] : []));
  for (const row of rowsConcerning(run, judged, options)) {
    const judgement = judgeSetRow(row, rulesIn(run, row.municipality).rules, run.rules.asOf);
    const found = settle(run, rowFindings(run, row, judgement.judged));
    findings.push(...found);
    counter.add(judgement, found);
    ids.add(row.id);
    if (row.municipality !== undefined) codeOf.set(row.id, row.municipality);
    keepRows(row.id, ({ subject }) => (subject === row.row.subject ? [row.row] : []));
    if (row.row.subject !== "waiver") continue;
    const facts = judgement.judged.flatMap(({ breach }) => breach.leaves.map(({ fact }) => fact));
    saidOf.set(row.document.file, new Set([...(saidOf.get(row.document.file) ?? []), ...facts]));
  }

  for (const { judgement, drafts } of options.untouched ? repercussions(run, options.untouched) : []) {
    const found = settle(run, drafts);
    findings.push(...found);
    counter.add(judgement, found);
  }

  const waivers = bundle.waivers.filter(({ value }) => ids.has(value.manifest));
  const turns = (waiver: (typeof waivers)[number]) =>
    turnsAround(waiver, rulesIn(run, codeOf.get(waiver.value.manifest)), rowsById);
  const said = ({ file }: { readonly file: string }) => saidOf.get(file) ?? new Set<string>();
  findings.push(...waiverFindings(waivers, findings, run.court, { language: options.language, said, turns }));
  return { findings, manifests, counts: counter.counts };
}
