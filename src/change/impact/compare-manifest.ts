import { judgeManifest } from "../../engine/judge-manifest.ts";
import type { Judged } from "../../engine/judge-rows.ts";
import { factsOf, manifestFindings, type Run, rulesFor } from "../../engine/run.ts";
import { tierOf } from "../../engine/tier-of.ts";
import type { Manifest } from "../../model/document.ts";
import type { FactSet } from "../../model/row.ts";
import type { RuleSet } from "../../model/rule.ts";
import type { Difference } from "./asked-registry.ts";
import type { Compared, Side } from "./compared.ts";
import { sideOf } from "./compared.ts";
import { comesOutAlike } from "./raw-outcomes.ts";
import { noting, type RunPair } from "./run-pair.ts";

/** A manifest as both sets judge it; `undefined` where it is known without that nothing changes. */
export interface ComparedManifest extends Compared {
  readonly manifest: Manifest;
  readonly facts: { readonly before: FactSet; readonly after: FactSet };
}

/**
 * Judges a manifest by both sets: by all rules where its facts may differ, else by those that differ, on the
 * facts it has before. Whether the registry matters to it is found by asking: it does where a question that
 * its facts put to the earlier registry has another answer in the later one. `alike` where every rule that
 * differs comes out as before at every row, so that there is nothing to say.
 */
export function compareManifest(manifest: Manifest, pair: RunPair): ComparedManifest | "alike" | undefined {
  const { cause, before, after } = pair;
  const { id, municipality } = manifest.value.metadata;
  const turned = pair.turned.get(id);
  const differing = cause.rules(municipality.cbs_code);
  const own = turned === undefined ? differing : new Set([...differing, ...turned]);
  const whole = (through: readonly Difference[]) => {
    const facts = { before: pair.base.facts(before, manifest), after: factsOf(after, manifest) };
    return compared(manifest, pair, facts, { through });
  };
  if (cause.touches(manifest)) return whole([]);
  if (cause.registryFiles) {
    const asked = pair.asked();
    const asking = noting(before, asked);
    const facts = factsOf(asking, manifest);
    if (cause.ladder && hasOtherTier(manifest, facts, pair)) return whole(asked.differences());
    compared(manifest, { ...pair, before: asking }, { before: facts, after: facts }, {});
    const through = asked.differences();
    if (through.length > 0) return whole(through);
    return own.size === 0 ? undefined : compared(manifest, pair, { before: facts, after: facts }, { own });
  }
  if (!cause.ladder && own.size === 0) return undefined;
  const facts = pair.base.facts(before, manifest);
  if (cause.ladder && hasOtherTier(manifest, facts, pair)) return whole([]);
  if (own.size === 0) return undefined;
  return isAlike(manifest, own, facts, pair)
    ? "alike"
    : compared(manifest, pair, { before: facts, after: facts }, { own });
}

/** What a waiver is for is one finding of a row, so that where there are any it does not do that the row comes out alike. */
function isAlike(manifest: Manifest, own: ReadonlySet<string>, facts: FactSet, pair: RunPair): boolean {
  const { id, municipality } = manifest.value.metadata;
  if (pair.waived.has(id)) return false;
  const conditionsOnly = pair.cause.conditionsOnly(municipality.cbs_code);
  const [old, now] = [rulesFor(pair.before, manifest), rulesFor(pair.after, manifest)];
  // With an overlay a municipality has rules of its own.
  const isEveryones = old === pair.before.rules && now === pair.after.rules;
  const profileFor = (rule: string) => {
    const reads = isEveryones ? pair.reads(rule) : undefined;
    return reads && pair.base.profiles?.of(reads, facts);
  };
  for (const rule of own)
    if (!conditionsOnly.has(rule) || !comesOutAlike(rule, old, now, facts, profileFor(rule))) return false;
  return true;
}

/** Whether the system, or a row with a tier of its own, has another one under the later ladder. */
function hasOtherTier(manifest: Manifest, before: FactSet, { after }: RunPair): boolean {
  const later = factsOf(after, manifest);
  const tiers = (facts: FactSet) =>
    (["system", "site", "device", "placement"] as const)
      .flatMap((subject) => facts.rows(subject))
      .map((row) => tierOf(row, facts) ?? "?")
      .join();
  return tiers(before) !== tiers(later);
}

function compared(
  manifest: Manifest,
  pair: RunPair,
  facts: ComparedManifest["facts"],
  { own, through = [] }: { readonly own?: ReadonlySet<string>; readonly through?: readonly Difference[] },
): ComparedManifest {
  const { id, municipality } = manifest.value.metadata;
  const side = (run: Run, of: FactSet): Side => {
    const rules = rulesFor(run, manifest);
    const { judged } = judgeManifest(manifest, of, own === undefined ? rules : only(rules, own));
    const findings = (some: readonly Judged[]) => manifestFindings(run, manifest, some);
    return sideOf(run, judged, { isWaived: (rule) => isWaived(pair, id, rule), findings });
  };
  return {
    id,
    document: manifest,
    municipality: { cbs_code: municipality.cbs_code, name: municipality.name },
    through,
    manifest,
    facts,
    before: side(pair.before, facts.before),
    after: side(pair.after, facts.after),
  };
}

function isWaived({ waived }: RunPair, id: string, rule: string): boolean {
  return waived.get(id)?.has(rule) === true;
}

/** The same set with some of its rules alone. */
function only(rules: RuleSet, ids: ReadonlySet<string>): RuleSet {
  return { ...rules, rules: rules.rules.filter(({ id }) => ids.has(id)) };
}
