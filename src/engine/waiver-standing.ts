import type { Document } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { CompiledRule } from "../model/rule.ts";
import { addDuration } from "../model/time/add-duration.ts";

/** Longest life of a waiver: a choice of this project (GOV-01), 180 days, renewable once. */
const WAIVER_MAX_DAYS = 180;
/** Longest life of a standing approval: a choice of this project, 24 months. */
const APPROVAL_MAX_MONTHS = 24;

/** The group of the national coordinator, who may approve in the place of any other. */
const COORDINATOR = "governance";

export type Refusal =
  | "rule-unknown"
  | "rule-not-waivable"
  | "not-approved"
  | "other-group"
  | "approved-later"
  | "dates-reversed"
  | "too-long"
  | "renewed-twice";

export type Standing =
  | { readonly kind: "in-force" }
  | { readonly kind: "not-started" }
  | { readonly kind: "expired" }
  | { readonly kind: "refused"; readonly reason: Refusal };

/**
 * Whether a waiver or standing approval counts on a date, all but its match with a finding: the one
 * function that decides it, everywhere. `all` are the others on the base branch, for chains of renewals.
 */
export function waiverStanding(
  waiver: Document<WaiverDocument>,
  rule: CompiledRule | undefined,
  all: readonly Document<WaiverDocument>[],
  asOf: string,
): Standing {
  const { value, kind } = waiver;
  const refused = (reason: Refusal): Standing => ({ kind: "refused", reason });
  if (rule === undefined) return refused("rule-unknown");
  if (kind === "Waiver" && !rule.waivable) return refused("rule-not-waivable");
  const { from, expires, approved_by, approved_on } = value;
  if (!approved_by || approved_by === "none" || !approved_by.role || !approved_by.group || !approved_on)
    return refused("not-approved");
  if (approved_by.group !== rule.owner && approved_by.group !== COORDINATOR) return refused("other-group");
  if (approved_on > asOf) return refused("approved-later");
  if (!from || !expires || expires < from) return refused("dates-reversed");
  if (expires > latestEnd(kind, from)) return refused("too-long");
  if (Math.max(renewals(value, all), earlier(waiver, all)) > 1) return refused("renewed-twice");
  if (asOf < from) return { kind: "not-started" };
  if (asOf > expires) return { kind: "expired" };
  return { kind: "in-force" };
}

const DAY = 86_400;
const LAST_DAY = "9999-12-31";

function latestEnd(kind: Document["kind"], from: string): string {
  const span =
    kind === "Approval"
      ? { months: APPROVAL_MAX_MONTHS, seconds: 0 }
      : { months: 0, seconds: WAIVER_MAX_DAYS * DAY };
  return addDuration(from, span, 1) ?? LAST_DAY;
}

/** How many began before it for the same finding: one that does not say what it renews renews all the same. */
function earlier(
  { kind, value }: Document<WaiverDocument>,
  all: readonly Document<WaiverDocument>[],
): number {
  const isEarlier = (other: Document<WaiverDocument>) =>
    other.kind === kind &&
    other.value.rule === value.rule &&
    other.value.manifest === value.manifest &&
    other.value.finding === value.finding &&
    other.value.from < value.from;
  return all.filter(isEarlier).length;
}

/** Length of the chain of renewals behind a waiver; a loop or a link that is not there counts as too long. */
function renewals(waiver: WaiverDocument, all: readonly Document<WaiverDocument>[]): number {
  let count = 0;
  let id = waiver.renews;
  while (id !== undefined && id !== null && id !== "none") {
    const before = all.find((other) => other.value.id === id);
    count += 1;
    if (before === undefined || count > all.length) return Number.POSITIVE_INFINITY;
    id = before.value.renews;
  }
  return count;
}
