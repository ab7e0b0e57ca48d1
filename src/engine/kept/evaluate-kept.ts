import { once } from "../../facts/once.ts";
import type { ReportDocument } from "../../model/generated/report.ts";
import type { Bundle } from "../bundle.ts";
import type { Judgements } from "../judge-set.ts";
import { judgeNeighbourhood } from "./judge-neighbourhood.ts";
import type { KeptValues } from "./kept-values.ts";
import { type KeptOptions, type Plan, planEvaluation } from "./plan-evaluation.ts";
import type { Unopened } from "./unopened.ts";

/** The report that `evaluate` makes of all manifests of a set, in parts; `undefined` where it cannot be taken apart. */
export function evaluateKept(
  bundle: Bundle,
  files: readonly Unopened[],
  options: KeptOptions,
  kept: KeptValues,
): ReportDocument | undefined {
  const plan = planEvaluation(bundle, files, options, kept);
  return plan?.report(judgeOpen(bundle, plan, options));
}

/** Judges the open neighbourhoods of a plan here, one after the other. */
export function judgeOpen(
  bundle: Bundle,
  { open, unread }: Pick<Plan, "open" | "unread">,
  options: Pick<KeptOptions, "asOf" | "language">,
): readonly Judgements[] {
  const beside = once(() => unread.map(({ open }) => open()));
  return open.map(({ members, before }) =>
    judgeNeighbourhood(
      bundle,
      { members: members.map(({ open }) => open()), unread: beside, before },
      options,
    ),
  );
}
