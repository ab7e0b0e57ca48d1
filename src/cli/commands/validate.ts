import { counted } from "../counted.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";

/** Checks everything a verdict rests on against its schema and, for policies, the rule language. */
export async function validate(options: { readonly policies?: string }, io: Io): Promise<number> {
  const { bundle, problems, sources } = openWorkspace(io, { policies: options.policies, gate: true });
  if (problems.length > 0) return printProblems(problems, sources, io);
  const rules = bundle.policyDocuments.reduce((sum, policy) => sum + (policy.value.rules?.length ?? 0), 0);
  const parts = [
    `${counted(bundle.policyDocuments.length, "policy", "policies")} with ${counted(rules, "rule", "rules")}`,
    counted(bundle.registry.entities().length, "registry entity", "registry entities"),
    counted(bundle.waivers.length, "waiver or approval", "waivers and approvals"),
    counted(bundle.arrangements.length, "arrangement", "arrangements"),
    ...(bundle.overlays.length === 0 ? [] : [counted(bundle.overlays.length, "overlay", "overlays")]),
    bundle.plan === undefined ? "no plan" : "the plan",
  ];
  io.out(`${parts.join(", ")}: nothing wrong\n`);
  return CLEAN;
}
