import { coveragePart } from "../../engine/inventory/coverage-part.ts";
import { type Measured, measuredOutcomes } from "../../engine/inventory/measure.ts";
import { objectivePart } from "../../engine/inventory/objective-part.ts";
import type { SeenSystem } from "../../engine/inventory/seen-system.ts";
import { factsOf, type Run, setContext } from "../../engine/run.ts";
import { once } from "../../facts/once.ts";
import { setRows } from "../../facts/set-rows.ts";
import type { Manifest } from "../../model/document.ts";
import type { Objective } from "../../model/generated/plan.ts";
import type { ObjectiveChange } from "../../model/impact.ts";
import type { InventoryObjective } from "../../model/inventory.ts";
import type { FactSet } from "../../model/row.ts";
import { objectiveChange } from "./objective-change.ts";
import type { RunPair } from "./run-pair.ts";
import { isSameAnswer } from "./same-answer.ts";

/**
 * The objectives of the plan that are measured otherwise, or against something else. Only those are measured
 * whose own figures differ, or for which one of the manifests judged by both sets, or a row of a set, comes out otherwise.
 */
export function objectiveChanges(pair: RunPair, judged: readonly JudgedByBoth[]): readonly ObjectiveChange[] {
  const plans = [pair.before, pair.after].map(({ bundle }) => bundle.plan?.value);
  const sides = sidesOf(pair);
  const ids = [...new Set(plans.flatMap((plan) => plan?.objectives.map(({ id }) => id) ?? []))].sort();
  const touched = new Set(
    ids.filter((id) => {
      const [old, now] = plans.map((plan) => plan?.objectives.find((one) => one.id === id));
      return !isSameAnswer(figuresOf(old), figuresOf(now)) || comesOutOtherwise(now, pair, sides, judged);
    }),
  );
  if (touched.size === 0) return [];
  const [before, after] = [sides.before, sides.after].map((side) => measuredIn(side, touched, pair));
  return [...touched].flatMap((id) => objectiveChange(before?.get(id), after?.get(id)));
}

/** A manifest that was judged by both sets, with its facts where these may differ. */
export interface JudgedByBoth {
  readonly manifest: Manifest;
  readonly facts: { readonly before: FactSet; readonly after: FactSet } | undefined;
}

interface MeasuredSide {
  readonly run: Run;
  facts(manifest: Manifest): FactSet;
}

/** Facts are computed at each question and let go: an objective looks at every system. */
function sidesOf(pair: RunPair): { readonly before: MeasuredSide; readonly after: MeasuredSide } {
  const before = (manifest: Manifest) => pair.base.facts(pair.before, manifest);
  const after = (manifest: Manifest) => factsOf(pair.after, manifest);
  const { ladder, registryFiles, touches } = pair.cause;
  const same = (manifest: Manifest) => !ladder && !registryFiles && !touches(manifest);
  return {
    before: { run: pair.before, facts: before },
    after: { run: pair.after, facts: (manifest) => (same(manifest) ? before : after)(manifest) },
  };
}

function figuresOf(objective: Objective | undefined): unknown {
  return objective && [objective.measured_by, objective.target, objective.date];
}

function comesOutOtherwise(
  objective: Objective | undefined,
  { before, after, cause }: RunPair,
  sides: ReturnType<typeof sidesOf>,
  judged: readonly JudgedByBoth[],
): boolean {
  const by = objective?.measured_by;
  if (by === undefined) return false;
  if ("declared_by" in by) {
    const [old, now] = [before, after].map(({ bundle }) => bundle.plan?.value.authorities);
    return !isSameAnswer(old, now);
  }
  const measures = new Set("share_of" in by ? by.passing : by.failing);
  const mayDiffer = [...cause.rules()].some((rule) => measures.has(rule));
  const other = mayDiffer ? judged : judged.filter(({ facts }) => facts !== undefined);
  if (other.length === 0 && !rowsMayDiffer(cause)) return false;
  const outcomes = (which: "before" | "after") => {
    const { run, facts } = sides[which];
    const known = new Map(other.map((one) => [one.manifest, one.facts?.[which]]));
    const side = { run, facts: (manifest: Manifest) => known.get(manifest) ?? facts(manifest) };
    return measuredOutcomes(by, measuredOn(side, [...known.keys()])).join();
  };
  return outcomes("before") !== outcomes("after");
}

/** Whether a row of a set may come out otherwise by what it is computed from. */
function rowsMayDiffer({
  ladder,
  plan,
  registryFiles,
  court,
  waivers,
  arrangements,
}: RunPair["cause"]): boolean {
  return ladder || plan || registryFiles || court || waivers.length + arrangements.length > 0;
}

function measuredOn(
  { run, facts }: MeasuredSide,
  manifests: readonly Manifest[],
): Omit<Measured, "declared"> {
  const { rules, surroundings } = run;
  const context = once(() => setContext(run, surroundings));
  const systems = manifests.map((manifest) => ({
    get facts() {
      return facts(manifest);
    },
  }));
  return { systems, rules, setRows: (subject) => setRows(subject, surroundings, context()) };
}

function measuredIn(
  side: MeasuredSide,
  ids: ReadonlySet<string>,
  { base: { manifests } }: RunPair,
): ReadonlyMap<string, InventoryObjective> {
  const { run, facts } = side;
  const plan = run.bundle.plan?.value;
  const [first, ...rest] = plan?.objectives.filter(({ id }) => ids.has(id)) ?? [];
  if (plan === undefined || first === undefined) return new Map();
  const declared = once(() =>
    coveragePart(
      manifests.map((one) => unjudged(one, facts)),
      plan,
      run.rules.asOf,
    ),
  );
  const of: Measured = {
    ...measuredOn(side, manifests),
    get declared() {
      return declared().percent;
    },
  };
  const some = { ...plan, objectives: [first, ...rest] satisfies typeof plan.objectives };
  return new Map(objectivePart(some, of, run.rules.asOf).map((objective) => [objective.id, objective]));
}

/** How many authorities declared anything does not rest on how their systems were judged. */
function unjudged(manifest: Manifest, facts: MeasuredSide["facts"]): SeenSystem {
  return {
    manifest,
    get facts() {
      return facts(manifest);
    },
    judged: { id: manifest.value.metadata.id, file: manifest.file, tier: null, verdict: "pass" },
  };
}
