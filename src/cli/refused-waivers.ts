import { runOf } from "../engine/run.ts";
import { refusedAt } from "../engine/waiver-findings.ts";
import { waiverStanding } from "../engine/waiver-standing.ts";
import { REFUSALS, WORDS } from "../engine/words.ts";
import type { Workspace } from "./open-workspace.ts";
import { workspaceSurroundings } from "./workspace-surroundings.ts";

/** A line for each waiver or standing approval that fits its schema and counts for nothing, with the place and the reason. */
export function refusedWaivers(workspace: Workspace, asOf: string): readonly string[] {
  const { court } = runOf(workspace.bundle, workspaceSurroundings([], workspace), { asOf, language: "en" });
  return workspace.bundle.waivers.flatMap((waiver) => {
    const standing = waiverStanding(waiver, court);
    if (standing.kind !== "refused") return [];
    const { file, line, column } = waiver.locate(refusedAt(standing.reason));
    const reason = REFUSALS[standing.reason].en(standing.detail);
    return `note: ${WORDS.waiverRefused.en(waiver.value.id, reason)}\n --> ${file}:${line}:${column}\n`;
  });
}
