import { COORDINATOR_GROUP } from "../facts/approver-groups.ts";
import { ownApprover } from "../facts/own-approver.ts";
import { renewalsOf } from "../facts/renewals.ts";
import type { Document } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { CompiledRule } from "../model/rule.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { addDuration } from "../model/time/add-duration.ts";
import type { Turn } from "../model/turn.ts";
import type { Duration } from "../model/value.ts";
import type { FoundLimits } from "./waiver-limits.ts";

export type Refusal =
  | "no-limits"
  | "rule-unknown"
  | "rule-not-waivable"
  | "not-approved"
  | "other-group"
  | "own-system"
  | "approved-later"
  | "dates-reversed"
  | "too-long"
  | "renewed-twice";

export type Standing =
  | { readonly kind: "in-force" }
  | { readonly kind: "not-started" }
  | { readonly kind: "expired" }
  /** `detail` is what the reason is held against: a date, a number, or the names of parameters. */
  | { readonly kind: "refused"; readonly reason: Refusal; readonly detail: string };

/** What a waiver is held against. */
export interface WaiverCourt {
  /** Every rule in force on a date, those of overlays included. */
  readonly rules: {
    readonly asOf: string;
    readonly rules: readonly Pick<CompiledRule, "id" | "owner" | "waivable">[];
  };
  readonly limits: FoundLimits;
  /** The days on which the limits are others. */
  readonly turns: readonly Turn[];
  /** All waivers and standing approvals on the base branch, for chains of renewals. */
  readonly all: readonly Document<WaiverDocument>[];
  /** The manifests they are for, whose owners approve nothing for themselves. */
  readonly surroundings: Surroundings;
}

/**
 * Whether a waiver or standing approval counts on a date, all but its match with a finding: the one
 * function that decides it, everywhere. Where the policies do not say how long one may last, none counts.
 */
export function waiverStanding(waiver: Document<WaiverDocument>, court: WaiverCourt): Standing {
  const { value, kind } = waiver;
  const { rules, limits: found, all } = court;
  const { asOf } = rules;
  const rule = rules.rules.find((candidate) => candidate.id === value.rule);
  const refused = (reason: Refusal, detail = ""): Standing => ({ kind: "refused", reason, detail });
  if (!found.ok) {
    return refused("no-limits", found.missing.map((name) => `\`${name}\``).join(", "));
  }
  const { limits } = found;
  if (rule === undefined) return refused("rule-unknown");
  if (kind === "Waiver" && !rule.waivable) return refused("rule-not-waivable");
  const { from, expires, approved_by, approved_on } = value;
  if (!approved_by || approved_by === "none" || !approved_by.role || !approved_by.group || !approved_on)
    return refused("not-approved");
  const approvers = [...new Set([rule.owner, COORDINATOR_GROUP])];
  if (!approvers.includes(approved_by.group))
    return refused("other-group", approvers.map((group) => `\`${group}\``).join(", "));
  if (approved_on > asOf) return refused("approved-later");
  if (!from || !expires || expires < from) return refused("dates-reversed");
  const latest = latestEnd(kind === "Approval" ? limits.approval : limits.waiver, from);
  if (expires > latest) return refused("too-long", latest);
  const renewals = renewalsOf(waiver, all);
  if (renewals === undefined || renewals > limits.renewals)
    return refused("renewed-twice", String(limits.renewals));
  if (ownApprover(waiver, court.surroundings) !== undefined) return refused("own-system");
  if (asOf < from) return { kind: "not-started" };
  if (asOf > expires) return { kind: "expired" };
  return { kind: "in-force" };
}

const LAST_DAY = "9999-12-31";

function latestEnd(longest: Duration, from: string): string {
  return addDuration(from, longest, 1) ?? LAST_DAY;
}
