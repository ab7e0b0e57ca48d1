import { buildFacts } from "../facts/build-facts.ts";
import type { Loaded, Manifest } from "../model/document.ts";
import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { Counts, Finding, ReportDocument, ReportManifest } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { Source } from "../model/source.ts";
import { applyWaivers } from "./apply-waivers.ts";
import type { Bundle } from "./bundle.ts";
import { digestSources } from "./digest-sources.ts";
import { ENGINE_VERSION } from "./engine-version.ts";
import { fileFinding } from "./file-findings.ts";
import { type Judgement, judgeManifest } from "./judge-manifest.ts";
import { stageFindings } from "./stage-findings.ts";
import { tierOf } from "./tier-of.ts";
import { toFinding } from "./to-finding.ts";
import { verdictOf } from "./verdict-of.ts";
import { fixPasses } from "./verify-fix.ts";
import { waiverFindings } from "./waiver-findings.ts";

/** A manifest file as it was read, with the bytes the digest is made of. */
export interface Submitted {
  readonly source: Source;
  readonly loaded: Loaded<ManifestDocument>;
}

export interface EvaluateOptions {
  readonly asOf: string;
  readonly language: Language;
  /** Groups whose recorded approval covers findings with effect `approve`. */
  readonly approvedGroups?: ReadonlySet<string>;
  /** Findings that were made before evaluation: misplaced or removed manifests, colliding names. */
  readonly before?: readonly Finding[];
  /** False where nobody will see the fixes: none is tried then, and none is in the report. */
  readonly fixes?: boolean;
}

/**
 * The report of one run: a pure function of manifests, policies, registry, waivers and the date. Equal
 * input gives equal bytes, whatever the order of files.
 */
export function evaluate(
  bundle: Bundle,
  submitted: readonly Submitted[],
  options: EvaluateOptions,
): ReportDocument {
  const { asOf, language } = options;
  const rules = bundle.rulesOn(asOf);
  const before = options.before ?? [];
  const findings: Finding[] = [...before];
  const manifests: ReportManifest[] = [];
  const counter = newCounter();
  const ordered = [...submitted].sort((a, b) => compare(a.source.file, b.source.file));

  for (const { source, loaded } of ordered) {
    if (!loaded.ok) {
      const found = loaded.problems.map((problem) => fileFinding(problem));
      findings.push(...found);
      manifests.push({ id: null, file: source.file, tier: null, verdict: verdictOf(found) });
      continue;
    }
    const manifest: Manifest = loaded.document;
    const factsOf = (of: Manifest) => buildFacts(of, { registry: bundle.registry, asOf, tier: rules.tier });
    const facts = factsOf(manifest);
    const judgement = judgeManifest(manifest, facts, rules);
    const written = manifest.value.system?.categories;
    const categories = Array.isArray(written) ? written : [];
    const context = { manifest, rules, registry: bundle.registry, categories, language };
    const drafts = judgement.judged.map((judged) => {
      const finding = toFinding(judged, context);
      if (finding.fix === null) return finding;
      const offered = options.fixes !== false && fixPasses(finding.fix, judged, manifest, factsOf);
      return offered ? finding : { ...finding, fix: null };
    });
    drafts.push(...stageFindings(manifest, facts));
    const found = applyWaivers(drafts, bundle.waivers, options.approvedGroups ?? new Set(), rules);
    findings.push(...found);
    counter.add(judgement, found);
    manifests.push({
      id: manifest.value.metadata.id,
      file: source.file,
      tier: tierOf(facts.system, facts) ?? null,
      verdict: verdictOf([...found, ...before.filter(({ location }) => location.file === source.file)]),
    });
  }

  const ids = new Set(manifests.map((manifest) => manifest.id));
  const waivers = bundle.waivers.filter((waiver) => ids.has(waiver.value.manifest));
  findings.push(...waiverFindings(waivers, findings, rules, language));
  findings.sort(byPlace);
  return {
    schema: "bylaw/report/v1",
    engine: ENGINE_VERSION,
    as_of: asOf,
    digests: { ...bundle.digests, manifests: digestSources(submitted.map(({ source }) => source)) },
    verdict: verdictOf(findings),
    manifests,
    findings,
    counts: counter.counts,
  };
}

/** Counts rule × subject; a fail all of whose findings are waived or approved counts as waived. */
function newCounter(): {
  readonly counts: Counts;
  add(judgement: Judgement, findings: readonly Finding[]): void;
} {
  const counts: Counts = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0 };
  return {
    counts,
    add(judgement, findings) {
      const settled = new Map<string, boolean>();
      judgement.judged.forEach(({ clause, row }, index) => {
        const key = `${clause.rule.id} ${row.subject}:${row.key}`;
        const state = findings[index]?.state;
        const done = state === "waived" || state === "approved";
        settled.set(key, (settled.get(key) ?? true) && done);
      });
      for (const { rule, subject, outcome } of judgement.outcomes) {
        if (outcome === "not-applicable") counts.not_applicable += 1;
        else if (outcome === "pass") counts.pass += 1;
        else if (settled.get(`${rule} ${subject}`) === true) counts.waived += 1;
        else counts[outcome] += 1;
      }
    },
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compare(a.rule, b.rule) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
