import type { Finding, ReportDocument } from "../model/generated/report.ts";
import type { Bundle } from "./bundle.ts";
import { byText } from "./by-text.ts";
import { ENGINE_VERSION } from "./engine-version.ts";
import type { Judgements } from "./judge-set.ts";
import { verdictOf } from "./verdict-of.ts";

/** The report on what was judged: findings in order, a verdict for each file and for all. `digest` is that of the manifests read. */
export function reportOf(
  { findings: found, manifests, counts }: Judgements,
  { bundle, asOf, digest }: { readonly bundle: Bundle; readonly asOf: string; readonly digest: string },
): ReportDocument {
  const findings = [...found].sort(byPlace);
  const standingIn = byFile(findings);
  return {
    schema: "bylaw/report/v1",
    engine: ENGINE_VERSION,
    as_of: asOf,
    digests: { ...bundle.digests, manifests: digest },
    verdict: verdictOf(findings),
    manifests: manifests.map((manifest) => ({
      ...manifest,
      verdict: verdictOf(standingIn.get(manifest.file) ?? []),
    })),
    findings,
    counts,
  };
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.location.file);
    if (group === undefined) groups.set(finding.location.file, [finding]);
    else group.push(finding);
  }
  return groups;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    byText(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    byText(a.rule, b.rule) ||
    byText(a.fingerprint, b.fingerprint)
  );
}
