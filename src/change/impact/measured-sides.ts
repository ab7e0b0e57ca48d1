import type { Measured } from "../../engine/inventory/measure.ts";
import { factsOf, type Run, setContext } from "../../engine/run.ts";
import { once } from "../../facts/once.ts";
import { setRows } from "../../facts/set-rows.ts";
import type { Manifest } from "../../model/document.ts";
import type { FactSet } from "../../model/row.ts";
import type { RunPair } from "./run-pair.ts";

/** One side of a pair as indicators of the plan are computed from it. */
export interface MeasuredSide {
  facts(manifest: Manifest): FactSet;
  /** Some systems of the part and the rows that are its own. */
  measured(
    manifests: readonly Manifest[],
    facts?: (manifest: Manifest) => FactSet,
  ): Omit<Measured, "declared">;
}

/** Both sides of a pair within a part. Facts are computed at each question and let go: an objective looks at every system. */
export function measuredSides(pair: RunPair): Readonly<Record<"before" | "after", MeasuredSide>> {
  const before = (manifest: Manifest) => pair.base.facts(pair.before, manifest);
  const after = (manifest: Manifest) => factsOf(pair.after, manifest);
  const { ladder, registryFiles, touches } = pair.cause;
  const same = (manifest: Manifest) => !ladder && !registryFiles && !touches(manifest);
  return {
    before: sideOf(pair, pair.before, before),
    after: sideOf(pair, pair.after, (manifest) => (same(manifest) ? before : after)(manifest)),
  };
}

function sideOf({ part }: RunPair, run: Run, facts: MeasuredSide["facts"]): MeasuredSide {
  const { rules, surroundings } = run;
  const context = once(() => setContext(run, surroundings));
  return {
    facts,
    measured: (manifests, of = facts) => ({
      systems: manifests.map((manifest) => ({
        get facts() {
          return of(manifest);
        },
      })),
      rules,
      setRows: (subject) => setRows(subject, surroundings, context()).filter(part.owns),
    }),
  };
}
