import type { ObjectiveChange, ObjectiveStanding } from "../../model/impact.ts";
import type { InventoryObjective } from "../../model/inventory.ts";
import { isSameAnswer } from "./same-answer.ts";

/** What becomes of one objective; nothing where it stands as before. */
export function objectiveChange(
  before: InventoryObjective | undefined,
  after: InventoryObjective | undefined,
): readonly ObjectiveChange[] {
  const shown = after ?? before;
  const [old, now] = [before, after].map(standingOf);
  if (shown === undefined || old === undefined || now === undefined || isSameAnswer(old, now)) return [];
  const { id, title, unit } = shown;
  return [{ id, title, kind: kindOf(before, after), unit, before: old, after: now }];
}

function kindOf(
  before: InventoryObjective | undefined,
  after: InventoryObjective | undefined,
): ObjectiveChange["kind"] {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  if (before.standing !== "met" && after.standing === "met") return "closes";
  return before.standing === "met" && after.standing !== "met" ? "opens" : "moves";
}

function standingOf(objective: InventoryObjective | undefined): ObjectiveStanding | null {
  if (objective === undefined) return null;
  const { measured, target, standing } = objective;
  return { measured, target, standing };
}
