import type { Stage } from "../model/rule.ts";

/** The stages of a system, in order. */
export const STAGES: readonly Stage[] = [
  "definition",
  "procurement",
  "deployment",
  "operation",
  "decommissioning",
];
