import type { Bundle } from "../../engine/bundle.ts";
import { type Run, runOf } from "../../engine/run.ts";
import type { Setting } from "../../engine/surroundings-of.ts";
import { type Standing, waiverStanding } from "../../engine/waiver-standing.ts";
import type { Document } from "../../model/document.ts";
import type { WaiverDocument } from "../../model/generated/waiver.ts";
import type { Language } from "../../model/language.ts";
import { type AskedRegistry, askRegistries } from "./asked-registry.ts";
import type { ImpactBase } from "./impact-base.ts";
import { type Cause, causeOf } from "./impact-cause.ts";
import { isSameAnswer } from "./same-answer.ts";

/** One waiver or standing approval as both sides have it on a date; `undefined` where a side does not. */
export interface DecisionPair {
  readonly before: Document<WaiverDocument> | undefined;
  readonly after: Document<WaiverDocument> | undefined;
  readonly standings: { readonly before: Standing | undefined; readonly after: Standing | undefined };
}

/** The same manifests under two bundles on one date. */
export interface RunPair {
  readonly base: ImpactBase;
  readonly before: Run;
  readonly after: Run;
  readonly settings: { readonly before: Setting; readonly after: Setting };
  readonly cause: Cause;
  /** Waivers and standing approvals by id. */
  readonly decisions: ReadonlyMap<string, DecisionPair>;
  /** Rules with a waiver or standing approval on either side, by the id of what it is for. */
  readonly waived: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of these the rules where one comes to count, or no longer does. */
  readonly turned: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether how long and how often waivers may last differs on the date. */
  readonly limits: boolean;
  /** A registry that answers as the earlier one and notes in what the later one differs. */
  asked(): AskedRegistry;
}

/** What two bundles come to before any manifest is looked at, for any number of dates. */
export function pairOf(
  base: ImpactBase,
  after: Bundle,
): { readonly cause: Cause; on(date: string, language?: Language): RunPair } {
  const cause = causeOf(base.bundle, after);
  const settings = { before: base.surroundings, after: base.beside(after) };
  const asked = askRegistries(base.bundle.registry, after.registry);
  return {
    cause,
    on(asOf, language = "en") {
      const options = { asOf, language, fixes: false };
      const old = runOf(base.bundle, settings.before, options);
      const now = runOf(after, settings.after, options);
      const decisions = decisionPairs(old, now);
      const isTurned = ({ standings }: DecisionPair) =>
        JSON.stringify(standings.before) !== JSON.stringify(standings.after);
      return {
        base,
        before: old,
        after: now,
        settings,
        cause,
        decisions,
        waived: rulesById([...decisions.values()]),
        turned: rulesById([...decisions.values()].filter(isTurned)),
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
