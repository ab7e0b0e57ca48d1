import { misplaced } from "../../engine/misplaced.ts";
import type { FileProblem } from "../../model/document.ts";
import { readSource } from "../../workspace/read-source.ts";
import { asOf } from "../as-of.ts";
import { counted } from "../counted.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { refusedWaivers } from "../refused-waivers.ts";
import { unread } from "../select-manifests.ts";

/** Checks everything a verdict rests on against its schema and, for policies, the rule language. */
export async function validate(options: { readonly policies?: string }, io: Io): Promise<number> {
  const workspace = openWorkspace(io, { policies: options.policies, gate: true });
  const { bundle, sources } = workspace;
  const problems = [...workspace.problems, ...misplacedIn(workspace)];
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
  const refused = refusedWaivers(workspace, asOf(undefined, io));
  for (const line of refused) io.err(line);
  const idle =
    refused.length === 0
      ? ""
      : `; ${counted(refused.length, "waiver or approval does", "waivers and approvals do")} not count`;
  io.out(`${parts.join(", ")}: nothing wrong${idle}\n`);
  return CLEAN;
}

/** Files that would be part of what judges, did they stand where it is read from. */
function misplacedIn(workspace: Workspace): readonly FileProblem[] {
  return unread(workspace).flatMap((file) => {
    const found = misplaced(readSource(workspace.root, file), workspace.classOf);
    if (found === undefined || found.rule === "manifest-misplaced") return [];
    return {
      stage: "limits",
      kind: null,
      location: { file, line: 1, column: 1, end_line: 1, end_column: 1 },
      pointer: "",
      message: found.message.en,
      help: found.help.en,
    } as const;
  });
}
