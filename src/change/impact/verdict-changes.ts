import type { Bundle } from "../../engine/bundle.ts";
import { evaluate } from "../../engine/evaluate.ts";
import type { Setting } from "../../engine/surroundings-of.ts";
import type { ReportManifest } from "../../model/generated/report.ts";
import type { VerdictChange } from "../../model/impact.ts";
import type { ImpactPart } from "./impact-parts.ts";
import type { RunPair } from "./run-pair.ts";

/** Of the manifests in some files, those whose verdict as a whole is another one by the later set. */
export function verdictChanges(files: ReadonlySet<string>, pair: RunPair): readonly VerdictChange[] {
  if (files.size === 0) return [];
  const of = { part: pair.part, files, asOf: pair.before.rules.asOf };
  const old = verdictsOf(pair.before.bundle, pair.settings.before, of);
  const now = verdictsOf(pair.after.bundle, pair.settings.after, of);
  return [...now].flatMap(([file, later]) => {
    const earlier = old.get(file);
    if (earlier === undefined || later.id === null || earlier.verdict === later.verdict) return [];
    const tiers = { before: earlier.tier, after: later.tier };
    return [{ manifest: later.id, file, before: earlier.verdict, after: later.verdict, tiers }];
  });
}

function verdictsOf(
  bundle: Bundle,
  surroundings: Setting,
  of: { readonly part: ImpactPart; readonly files: ReadonlySet<string>; readonly asOf: string },
): ReadonlyMap<string, ReportManifest> {
  const submitted = of.part.submitted.filter(({ source, loaded }) => loaded.ok && of.files.has(source.file));
  // Of what is no part of one manifest, only a concentration stands in a manifest's file.
  const { manifests } = evaluate(bundle, submitted, {
    asOf: of.asOf,
    language: "en",
    fixes: false,
    surroundings,
    judges: ({ row }, concerns) => concerns && row.subject === "concentration",
  });
  return new Map(manifests.map((manifest) => [manifest.file, manifest]));
}
