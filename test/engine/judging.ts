import { buildFacts } from "../../src/facts/build-facts.ts";
import { type Judged, judgeManifest } from "../../src/engine/judge-manifest.ts";
import type { Manifest } from "../../src/model/document.ts";
import type { Outcome } from "../../src/model/rule.ts";
import { AS_OF, shippedBundle } from "../load-repository.ts";

const { bundle } = shippedBundle();

/** What the shipped policies say of a manifest on a date, before it is put into words. */
export interface Verdicts {
  readonly judged: readonly Judged[];
  /** Worst outcome by rule and subject, `RET-01 retention:video_raw`. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** Judges one manifest by the shipped policies; a value in memory need not be the one in its text. */
export function judge(manifest: Manifest, asOf = AS_OF): Verdicts {
  const rules = bundle.rulesOn(asOf);
  const facts = buildFacts(manifest, { registry: bundle.registry, asOf, tier: rules.tier });
  const { judged, outcomes } = judgeManifest(manifest, facts, rules);
  return {
    judged,
    outcomes: new Map(outcomes.map(({ rule, subject, outcome }) => [`${rule} ${subject}`, outcome])),
  };
}
