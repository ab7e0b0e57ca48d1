import { buildFacts } from "../facts/build-facts.ts";
import { once } from "../facts/once.ts";
import type { SetContext } from "../facts/set-rows.ts";
import type { Document, Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { FactSet } from "../model/row.ts";
import type { RuleSet } from "../model/rule.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import type { Turn } from "../model/turn.ts";
import { type AlternativeLimits, alternativeLimits, alternativeTurns } from "./alternative-limits.ts";
import { applyWaivers, covers } from "./apply-waivers.ts";
import type { Bundle } from "./bundle.ts";
import { judgeManifest } from "./judge-manifest.ts";
import type { Judged } from "./judge-rows.ts";
import { linkedWith } from "./linked-with.ts";
import { documentIn, withManifests } from "./surroundings-of.ts";
import { type FindingContext, toFinding } from "./to-finding.ts";
import { fixPasses, type Standing } from "./verify-fix.ts";
import { withWaiverDates } from "./waiver-dates.ts";
import { limitTurns, waiverLimits } from "./waiver-limits.ts";
import type { WaiverCourt } from "./waiver-standing.ts";

/** What all findings of one run share. */
export interface Run {
  readonly bundle: Bundle;
  readonly rules: RuleSet;
  readonly surroundings: Surroundings;
  readonly language: Language;
  readonly court: WaiverCourt;
  /** How many alternatives a finding names. */
  readonly limits: AlternativeLimits | undefined;
  /** The days on which that is another number. */
  readonly limitTurns: readonly Turn[];
  readonly approvedGroups: ReadonlySet<string>;
  /** False where nobody will see the fixes: none is tried then, and none is in the report. */
  readonly fixes: boolean;
  /** False where nobody will see which days decide a finding: none are in the report. */
  readonly dates: boolean;
}

/** What a run is made of beside its bundle and its surroundings. */
export interface RunOptions {
  readonly asOf: string;
  readonly language: Language;
  /** Groups whose recorded approval covers findings with effect `approve`. */
  readonly approvedGroups?: ReadonlySet<string>;
  readonly fixes?: boolean;
  readonly dates?: boolean;
}

/** Prepares a run: rules, limits and waivers of its date. */
export function runOf(bundle: Bundle, surroundings: Surroundings, options: RunOptions): Run {
  const { asOf, language, approvedGroups = new Set(), fixes = true, dates = true } = options;
  const rules = bundle.rulesOn(asOf);
  // A waiver is for one finding: whose rules a rule is among does not matter to whether one may be given.
  const court = {
    rules: { asOf, rules: [...rules.rules, ...bundle.addedRules] },
    limits: waiverLimits(bundle.policies, asOf),
    turns: limitTurns(bundle.policies, asOf),
    all: bundle.waivers,
    surroundings,
  };
  const limits = alternativeLimits(bundle.policies, asOf);
  const turns = alternativeTurns(bundle.policies, asOf);
  const shown = { language, limits, limitTurns: turns, fixes, dates };
  return { bundle, rules, surroundings, court, approvedGroups, ...shown };
}

/** What the rows of a set are computed from in a run. */
export function setContext({ bundle, rules, court }: Run, surroundings: Surroundings): SetContext {
  const { asOf, tier } = rules;
  return { registry: bundle.registry, asOf, tier, surroundings, rules: court.rules.rules };
}

/** The rules a municipality is judged by, its overlays applied; everyone's where it has none or is not known. */
export function rulesIn({ bundle, rules }: Run, municipality: string | undefined): RuleSet {
  if (municipality === undefined || bundle.overlays.length === 0) return rules;
  return bundle.rulesOn(rules.asOf, municipality);
}

/** The rules the manifests of a municipality are judged by, for one of them. */
export function rulesFor(run: Run, { value }: Manifest): RuleSet {
  return rulesIn(run, value.metadata.municipality.cbs_code);
}

/** The facts of a manifest in a run, among other surroundings where they are given. */
export function factsOf(run: Run, manifest: Manifest, surroundings = run.surroundings): FactSet {
  return buildFacts(manifest, setContext(run, surroundings));
}

/**
 * Findings about a manifest from what was judged there, with fixes that pass; no waiver is applied yet. `whole` is
 * how the manifest stands in the run, where that is at hand.
 */
export function manifestFindings(
  run: Run,
  manifest: Manifest,
  judged: readonly Judged[],
  whole?: Standing,
): readonly Finding[] {
  if (judged.length === 0) return [];
  const written = manifest.value.system?.categories;
  const categories = Array.isArray(written) ? written : [];
  const { id } = manifest.value.metadata;
  const before = once(() => whole ?? standing(run, manifest, factsOf(run, manifest)));
  const facts = () => before().facts;
  const context = findingContext(run, manifest, { id, categories, facts });
  // Fixed, it stands in its own place among the others.
  const among = (fixed: Manifest) =>
    withManifests(run.surroundings, () => linkedWith(fixed, run.surroundings));
  const after = (fixed: Manifest) => standing(run, fixed, factsOf(run, fixed, among(fixed)));
  return judged.map((each) => {
    const finding = toFinding(each, context);
    if (finding.fix === null) return finding;
    const offered = run.fixes && fixPasses(finding.fix, each, manifest, { before: before(), after });
    return offered ? finding : { ...finding, fix: null };
  });
}

function standing(run: Run, manifest: Manifest, facts: FactSet): Standing {
  return { facts, judged: once(() => judgeManifest(manifest, facts, rulesFor(run, manifest)).judged) };
}

/** Findings about a row that is no part of one manifest. They stand in the row's file, and no fix is offered. */
export function rowFindings(
  run: Run,
  { document, id, row }: SetRow,
  judged: readonly Judged[],
): readonly Finding[] {
  const functions = row.subject === "concentration" ? categoriesOf(document) : [];
  const context = findingContext(run, document, { id, categories: functions });
  return judged.map((each) => ({ ...toFinding(each, context), fix: null }));
}

/** Findings with waivers, standing approvals and recorded approvals applied. */
export function settle(run: Run, findings: readonly Finding[]): readonly Finding[] {
  return applyWaivers(findings, run.court, run.approvedGroups).map((finding) => {
    const waivers = run.court.all.filter((waiver) => covers(waiver, finding));
    return withWaiverDates(finding, waivers, run);
  });
}

function findingContext(
  { rules, bundle, limits, limitTurns, language, surroundings, dates }: Run,
  document: Document<unknown>,
  about: Pick<FindingContext, "id" | "categories" | "facts">,
): FindingContext {
  const { registry } = bundle;
  const find = (file: string) => documentIn(surroundings, file);
  return {
    document,
    rules,
    registry,
    limits,
    limitTurns,
    language,
    dated: dates,
    documentIn: find,
    ...about,
  };
}

function categoriesOf(document: Document<unknown>): readonly string[] {
  if (document.kind !== "Manifest") return [];
  // Its kind says that the validator of manifests has accepted the value.
  const written = (document as Manifest).value.system?.categories;
  return Array.isArray(written) ? written : [];
}
