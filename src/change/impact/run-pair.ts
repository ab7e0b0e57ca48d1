import type { Bundle } from "../../engine/bundle.ts";
import { type Run, runOf } from "../../engine/run.ts";
import { type Setting, surroundingsOf } from "../../engine/surroundings-of.ts";
import { type Standing, waiverStanding } from "../../engine/waiver-standing.ts";
import { once } from "../../facts/once.ts";
import type { Document } from "../../model/document.ts";
import type { WaiverDocument } from "../../model/generated/waiver.ts";
import type { Language } from "../../model/language.ts";
import { ruleVersions } from "../../rules/compare/rule-version.ts";
import { type AskedRegistry, askRegistries } from "./asked-registry.ts";
import type { ImpactBase } from "./impact-base.ts";
import { type Cause, causeOf } from "./impact-cause.ts";
import type { ImpactPart } from "./impact-parts.ts";
import { type RuleReads, readsOf } from "./rule-reads.ts";
import { isSameAnswer } from "./same-answer.ts";
import { setOf } from "./set-of.ts";

/** One waiver or standing approval as both sides have it on a date; `undefined` where a side does not. */
export interface DecisionPair {
  readonly before: Document<WaiverDocument> | undefined;
  readonly after: Document<WaiverDocument> | undefined;
  readonly standings: { readonly before: Standing | undefined; readonly after: Standing | undefined };
}

/** Two bundles on one date. */
export interface DatedPair {
  readonly base: ImpactBase;
  /** Runs of them among no manifests. */
  readonly before: Run;
  readonly after: Run;
  readonly cause: Cause;
  /** Waivers and standing approvals by id. */
  readonly decisions: ReadonlyMap<string, DecisionPair>;
  /** Rules with a waiver or standing approval on either side, by the id of what it is for. */
  readonly waived: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of these the rules where one comes to count, or no longer does. */
  readonly turned: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether how long and how often waivers may last differs on the date. */
  readonly limits: boolean;
  /** What a rule reads as either bundle has it for everyone; `undefined` where that cannot be told. */
  reads(rule: string): RuleReads | undefined;
  /** A registry that answers as the earlier one and notes in what the later one differs. */
  asked(): AskedRegistry;
}

/** The manifests of one part under two bundles on one date. */
export interface RunPair extends DatedPair {
  readonly part: ImpactPart;
  readonly settings: { readonly before: Setting; readonly after: Setting };
}

/** The runs of a pair among the manifests of one part. */
export function pairWithin(pair: DatedPair, part: ImpactPart): RunPair {
  const before = part.setting(pair.before.bundle);
  const after = part.setting(pair.after.bundle);
  return {
    ...pair,
    part,
    settings: { before, after },
    before: { ...pair.before, surroundings: before },
    after: { ...pair.after, surroundings: after },
  };
}

/** What two bundles come to before any manifest is looked at, for any number of dates. */
export function pairOf(
  base: ImpactBase,
  after: Bundle,
): { readonly cause: Cause; on(date: string, language?: Language): DatedPair } {
  const cause = causeOf(base.bundle, after);
  const asked = askRegistries(base.bundle.registry, after.registry);
  const versions = [base.bundle, after].map((bundle) => once(() => ruleVersions(setOf(bundle))));
  const known = new Map<string, RuleReads | undefined>();
  const reads = (rule: string) => {
    if (!known.has(rule)) known.set(rule, readsOf(versions.flatMap((of) => of().get(rule) ?? [])));
    return known.get(rule);
  };
  return {
    cause,
    on(asOf, language = "en") {
      const options = { asOf, language, fixes: false };
      const old = runOf(base.bundle, surroundingsOf(base.bundle, []), options);
      const now = runOf(after, surroundingsOf(after, []), options);
      const decisions = decisionPairs(old, now);
      const isTurned = ({ standings }: DecisionPair) =>
        JSON.stringify(standings.before) !== JSON.stringify(standings.after);
      return {
        base,
        before: old,
        after: now,
        cause,
        decisions,
        waived: rulesById([...decisions.values()]),
        turned: rulesById([...decisions.values()].filter(isTurned)),
        reads,
        limits: !isSameAnswer(old.court.limits, now.court.limits),
        asked,
      };
    },
  };
}

/** A run whose registry notes what it is asked. */
export function noting(run: Run, { registry }: AskedRegistry): Run {
  return { ...run, bundle: { ...run.bundle, registry } };
}

function decisionPairs(before: Run, after: Run): ReadonlyMap<string, DecisionPair> {
  const byId = ({ court }: Run) => new Map(court.all.map((decision) => [decision.value.id, decision]));
  const [old, now] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return new Map(
    ids.map((id) => {
      const [earlier, later] = [old.get(id), now.get(id)];
      const standings = {
        before: earlier && waiverStanding(earlier, before.court),
        after: later && waiverStanding(later, after.court),
      };
      return [id, { before: earlier, after: later, standings }];
    }),
  );
}

function rulesById(decisions: readonly DecisionPair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { value } of decisions.flatMap(({ before, after }) =>
    [before, after].flatMap((one) => one ?? []),
  ))
    found.set(value.manifest, new Set([...(found.get(value.manifest) ?? []), value.rule]));
  return found;
}
