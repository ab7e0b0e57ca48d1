import { CLEAN, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";

/** Checks everything a verdict rests on against its schema and, for policies, the rule language. */
export async function validate(options: { readonly policies?: string }, io: Io): Promise<number> {
  const { bundle, problems, sources } = openWorkspace(io, { policies: options.policies, gate: true });
  if (problems.length > 0) return printProblems(problems, sources, io);
  const rules = bundle.policyDocuments.reduce((sum, policy) => sum + (policy.value.rules?.length ?? 0), 0);
  const counted = [
    `${count(bundle.policyDocuments.length, "policy", "policies")} with ${count(rules, "rule", "rules")}`,
    count(bundle.registry.entities().length, "registry entity", "registry entities"),
    count(bundle.waivers.length, "waiver or approval", "waivers and approvals"),
    count(bundle.arrangements.length, "arrangement", "arrangements"),
    bundle.plan === undefined ? "no plan" : "the plan",
  ];
  io.out(`${counted.join(", ")}: nothing wrong\n`);
  return CLEAN;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
