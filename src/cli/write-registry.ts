import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Proposal } from "../registry/import/proposal.ts";
import type { EditedFile } from "../registry/import/propose-edits.ts";
import { counted } from "./counted.ts";
import type { Io } from "./io.ts";
import type { Workspace } from "./open-workspace.ts";
import { packageRoot } from "./package-root.ts";
import { UsageError } from "./usage-error.ts";

/** Writes edited registry files into the policies they came from; refuses while anything of the proposal is left to decide. */
export function writeRegistry(
  proposal: Proposal,
  edits: readonly EditedFile[],
  workspace: Workspace,
  io: Io,
): void {
  const { conflicts, recorded, undecided, doubts } = proposal;
  const open = [
    [conflicts.length + recorded.length, "conflict", "conflicts"],
    [undecided.length, "undecided entry", "undecided entries"],
    [doubts.length, "doubt", "doubts"],
  ] as const;
  const left = open.filter(([count]) => count > 0).map(([count, one, more]) => counted(count, one, more));
  if (left.length > 0) {
    throw new UsageError(
      `nothing was written: ${left.join(", ")} to settle first`,
      "settle each in the registry or in the file and run again, or take what holds from `--format patch`",
    );
  }
  const shipped = join(packageRoot(), "policies");
  if (workspace.policies === shipped && workspace.root !== packageRoot()) {
    throw new UsageError(
      "the policies shipped with bylaw are not edited",
      "run it in a repository with policies of its own",
    );
  }
  for (const { file, after } of edits) {
    writeFileSync(join(workspace.policies, file.replace(/^policies\//, "")), after);
    io.err(`${file}: written\n`);
  }
  if (edits.length === 0) io.err("the registry says all of it already; no file was written\n");
}
