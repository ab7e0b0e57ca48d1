import type { Bundle } from "../../engine/bundle.ts";
import { sameCode } from "../../facts/municipality-code.ts";
import type { Document, Manifest } from "../../model/document.ts";
import type { PlanDocument } from "../../model/generated/plan.ts";
import type { WaiverDocument } from "../../model/generated/waiver.ts";
import { formOf } from "../../rules/compare/rule-form.ts";
import { ruleVersions } from "../../rules/compare/rule-version.ts";
import { type EntryChange, registryEntries } from "./registry-entries.ts";
import { ruleDifferences } from "./rule-differences.ts";
import { isSameAnswer } from "./same-answer.ts";
import { setOf } from "./set-of.ts";

/** What differs between two bundles, and what of it a manifest can feel. */
export interface Cause {
  /** Rules whose form differs in a municipality; for everyone where none is named. */
  rules(municipality?: string): ReadonlySet<string>;
  /** Of these the rules that differ by their conditions alone: dates, stages, effects, transition and waivers are as before. */
  conditionsOnly(municipality?: string): ReadonlySet<string>;
  /** Every rule whose form differs for anyone. */
  readonly allRules: ReadonlySet<string>;
  readonly ladder: boolean;
  /** Whether the files of the registry differ, if only in their order or in comments. */
  readonly registryFiles: boolean;
  readonly registry: readonly EntryChange[];
  /** Waivers and standing approvals that come, go or say something else, both versions. */
  readonly waivers: readonly Document<WaiverDocument>[];
  readonly arrangements: readonly string[];
  readonly plan: boolean;
  /** Whether another rule than before may be waived, or another group owns one. */
  readonly court: boolean;
  /** Whether facts of a manifest rest on something that differs, the registry and the ladder left aside. */
  touches(manifest: Manifest): boolean;
}

/** Finds what differs between two bundles. */
export function causeOf(before: Bundle, after: Bundle): Cause {
  const differences = ruleDifferences(before, after);
  const rules: Cause["rules"] = (municipality) => differences(municipality).rules;
  const overlaid = [...before.overlays, ...after.overlays].map(({ value }) => value.municipality.cbs_code);
  const arrangements = differing(before.arrangements, after.arrangements, ({ id }) => id);
  const waivers = differing(before.waivers, after.waivers, ({ id }) => id);
  const codes = new Set(arrangements.map(({ value }) => sameCode(value.municipality.cbs_code)));
  const waived = new Set(waivers.map(({ value }) => value.manifest));
  const groups = new Set(waivers.flatMap(({ value: { approved_by: by } }) => (isNamed(by) ? by.group : [])));
  const registryFiles = before.digests.registry !== after.digests.registry;
  const plan = !isSameAnswer(factsOfPlan(before.plan), factsOfPlan(after.plan));
  return {
    rules,
    conditionsOnly: (municipality) => differences(municipality).conditionsOnly,
    allRules: new Set(["", ...overlaid].flatMap((code) => [...rules(code === "" ? undefined : code)])),
    ladder: ladderForm(before) !== ladderForm(after),
    registryFiles,
    registry: registryFiles ? registryEntries(registrySide(before), registrySide(after)) : [],
    waivers,
    arrangements: [...new Set(arrangements.map(({ value }) => value.id))].sort(),
    plan,
    court: !isSameAnswer(courtOf(before), courtOf(after)),
    touches({ value: { metadata } }) {
      const { id, municipality, reviewer_group: group } = metadata;
      return (
        plan || codes.has(sameCode(municipality.cbs_code)) || waived.has(id) || (!!group && groups.has(group))
      );
    },
  };
}

/** The form of the ladder of a bundle: two with one form give every system the same tier. */
function ladderForm({ policies: { ladder, definitions } }: Pick<Bundle, "policies">): string {
  const steps = ladder?.map(({ tier, means }) => ({ tier, means }));
  return formOf(steps, ladder?.flatMap(({ means }) => means) ?? [], definitions);
}

/** Documents that are in one list alone, or differ between the two; of the latter both. */
function differing<T>(
  before: readonly Document<T>[],
  after: readonly Document<T>[],
  keyOf: (value: T) => string,
): readonly Document<T>[] {
  const without = (some: readonly Document<T>[], others: readonly Document<T>[]) => {
    const known = new Map(others.map(({ kind, value }) => [`${kind} ${keyOf(value)}`, value]));
    return some.filter(({ kind, value }) => !isSameAnswer(value, known.get(`${kind} ${keyOf(value)}`)));
  };
  return [...without(before, after), ...without(after, before)];
}

function isNamed(by: WaiverDocument["approved_by"]): by is Exclude<typeof by, "none" | null | undefined> {
  return by !== undefined && by !== null && by !== "none";
}

/** What facts read of the plan. */
function factsOfPlan(plan: Document<PlanDocument> | undefined): unknown {
  return plan && [plan.value.adopted_on, plan.value.coordinator];
}

function courtOf(bundle: Bundle): unknown {
  const rules = [...ruleVersions(setOf(bundle)).values()].map(({ rule, policy }) => [
    rule.id,
    policy.document.value.owner,
    rule.written.waivable ?? true,
  ]);
  return [...rules, ...bundle.addedRules.map(({ id, owner, waivable }) => [id, owner, waivable])];
}

function registrySide({ registryDocuments, registry }: Bundle) {
  return { documents: registryDocuments.map(({ value }) => value), registry };
}
