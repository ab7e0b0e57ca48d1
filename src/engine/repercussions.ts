import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import { judgeManifest } from "./judge-manifest.ts";
import type { Judged, Judgement } from "./judge-rows.ts";
import { judgeSetRow } from "./judge-set-row.ts";
import { rowsConcerning } from "./rows-concerning.ts";
import { factsOf, manifestFindings, type Run, rowFindings, rulesFor, rulesIn, settle } from "./run.ts";

/** Manifests that a change leaves as they are, and what they were judged among before it. */
export interface Untouched {
  readonly manifests: readonly Manifest[];
  readonly before: Surroundings;
}

/** What a change newly breaks in one manifest it does not touch. */
export interface Repercussion {
  readonly judgement: Judgement;
  readonly drafts: readonly Finding[];
}

/**
 * What a change does to manifests it does not touch, through facts that rest on other files: only what was
 * no finding before it. Policies and date are the same on both sides.
 */
export function repercussions(run: Run, { manifests, before }: Untouched): readonly Repercussion[] {
  return manifests.flatMap((manifest) => {
    const earlier = new Set(judge(run, manifest, before).judged.map(inFull));
    const now = judge(run, manifest, run.surroundings);
    const judged = now.judged.filter((each) => !earlier.has(inFull(each)));
    if (judged.length === 0) return [];
    const broken = new Set(judged.map(atSubject));
    const outcomes = now.outcomes.filter(({ rule, subject }) => broken.has(`${rule} ${subject}`));
    return { judgement: { judged, outcomes }, drafts: manifestFindings(run, manifest, judged) };
  });
}

/** What a change takes away: findings that unchanged manifests, and concentrations of touched municipalities, had before it. */
export function mended(
  run: Run,
  {
    untouched: { manifests, before },
    municipalities,
  }: { readonly untouched: Untouched; readonly municipalities: readonly string[] },
): readonly Finding[] {
  const earlier: Run = { ...run, surroundings: before, fixes: false };
  const inManifests = manifests.flatMap((manifest) => {
    const now = new Set(judge(run, manifest, run.surroundings).judged.map(atSubject));
    const gone = judge(run, manifest, before).judged.filter((each) => !now.has(atSubject(each)));
    return manifestFindings(earlier, manifest, gone);
  });
  const now = new Set(concentrations(run, municipalities).flatMap(({ judged }) => judged.map(atSubject)));
  const inSets = concentrations(earlier, municipalities).flatMap(({ row, judged }) => {
    const gone = judged.filter((each) => !now.has(atSubject(each)));
    return rowFindings(earlier, row, gone);
  });
  return settle(earlier, [...inManifests, ...inSets]).filter(({ state }) => state === "open");
}

function concentrations(run: Run, municipalities: readonly string[]) {
  const judges = ({ row }: SetRow, concerns: boolean) => concerns && row.subject === "concentration";
  return [...rowsConcerning(run, [], { municipalities, judges })].map((row) => ({
    row,
    judged: judgeSetRow(row, rulesIn(run, row.municipality).rules, run.rules.asOf).judged,
  }));
}

function judge(run: Run, manifest: Manifest, among: Surroundings): Judgement {
  return judgeManifest(manifest, factsOf(run, manifest, among), rulesFor(run, manifest));
}

function atSubject({ clause, row }: Judged): string {
  return `${clause.rule.id} ${row.subject}:${row.key}`;
}

/** A finding and its weight: one that grows heavier through a change is a new one. */
function inFull(judged: Judged): string {
  const { breach, effect, upcoming } = judged;
  return `${atSubject(judged)} ${breach.at} ${breach.outcome} ${effect} ${upcoming === null}`;
}
