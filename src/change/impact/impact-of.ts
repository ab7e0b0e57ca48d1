import type { Bundle } from "../../engine/bundle.ts";
import { byText } from "../../engine/by-text.ts";
import { ENGINE_VERSION } from "../../engine/engine-version.ts";
import type { RuleComparison } from "../../model/comparison.ts";
import type { DatedImpact, Flip, Impact } from "../../model/impact.ts";
import type { Language } from "../../model/language.ts";
import { compareManifest } from "./compare-manifest.ts";
import { compareSetRows } from "./compare-set-rows.ts";
import { flipsOf } from "./flips-of.ts";
import type { ImpactBase } from "./impact-base.ts";
import type { Cause } from "./impact-cause.ts";
import { impactDates } from "./impact-dates.ts";
import { impactGroups } from "./impact-groups.ts";
import { type JudgedByBoth, objectiveChanges } from "./objective-changes.ts";
import { pairOf, type RunPair } from "./run-pair.ts";
import { shownEntry } from "./shown-entry.ts";
import { verdictChanges } from "./verdict-changes.ts";
import { waiverChanges } from "./waiver-changes.ts";

export interface ImpactOptions {
  readonly asOf: string;
  /** Language of what is said of findings. */
  readonly language?: Language;
  /** How rules compare, where that is known already: it says on which days to look. */
  readonly compared?: readonly RuleComparison[];
  /** How many days beside the date of the run are looked at, the next ones first. */
  readonly most?: number;
}

/** Days beside the date of the run. */
const MOST = 4;

/**
 * What a change does to the systems of a base, which stay as they are: their manifests judged by what they are
 * judged by now and by another bundle, on the date of the run and on the days on which the change takes
 * effect. Only what the change can touch is judged; the rest is known to stay as it is.
 */
export function impactOf(base: ImpactBase, after: Bundle, options: ImpactOptions): Impact {
  const { asOf, language = "en", compared, most = MOST } = options;
  const { cause, on } = pairOf(base, after);
  const days = impactDates({ before: base.bundle, after, cause, asOf }, compared);
  return {
    schema: "bylaw/impact/v1",
    engine: ENGINE_VERSION,
    as_of: asOf,
    manifests: base.manifests.length,
    unread: base.surroundings.unread,
    cause: {
      rules: [...cause.allRules].sort(),
      ladder: cause.ladder,
      registry: cause.registry.map((entry) => shownEntry(entry, language)),
      waivers: [...new Set(cause.waivers.map(({ value }) => value.id))].sort(),
      arrangements: cause.arrangements,
      plan: cause.plan,
      limits: on(asOf).limits,
    },
    dates: [asOf, ...days.slice(0, most)].map((date) => impactOn(on(date, language), cause)),
    later: days.slice(most),
  };
}

function impactOn(pair: RunPair, cause: Cause): DatedImpact {
  const touched = mayTouch(pair, cause);
  const flips: Flip[] = [];
  const about: Parameters<typeof waiverChanges>[0][number][] = [];
  const judged: JudgedByBoth[] = [];
  let alike = 0;
  for (const manifest of touched ? pair.base.manifests : []) {
    const compared = compareManifest(manifest, pair);
    if (compared === undefined) continue;
    if (compared === "alike") {
      alike += 1;
      continue;
    }
    const { before: old, after: now } = compared.facts;
    judged.push({ manifest, facts: old === now ? undefined : compared.facts });
    flips.push(...flipsOf(compared, pair, compared.facts.after));
    if (pair.waived.has(compared.id)) about.push(compared);
  }
  const rows = compareSetRows(pair);
  for (const compared of rows) {
    flips.push(...flipsOf(compared, pair));
    if (pair.waived.has(compared.id)) about.push(compared);
  }
  flips.sort(byPlace);
  const { registry } = pair.after.bundle;
  return {
    date: pair.before.rules.asOf,
    evaluated: judged.length + alike,
    rows: rows.length,
    flips,
    verdicts: verdictChanges(new Set(flips.map(({ file }) => file)), pair),
    waivers: waiverChanges(about, pair),
    objectives: objectiveChanges(pair, judged),
    by: impactGroups(
      flips,
      (id) => (registry.entity(id) ?? pair.before.bundle.registry.entity(id))?.name ?? id,
    ),
  };
}

/** Whether there is anything that a manifest could feel. */
function mayTouch({ turned }: RunPair, cause: Cause): boolean {
  const { allRules, ladder, registryFiles, plan, waivers, arrangements } = cause;
  return (
    allRules.size + turned.size + waivers.length + arrangements.length > 0 || ladder || registryFiles || plan
  );
}

function byPlace(a: Flip, b: Flip): number {
  return byText(a.file, b.file) || a.line - b.line || byText(a.rule, b.rule) || byText(a.subject, b.subject);
}
