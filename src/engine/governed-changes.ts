import { COORDINATOR_GROUP } from "../facts/approver-groups.ts";
import type { Document } from "../model/document.ts";
import type { PolicyDocument } from "../model/generated/policy.ts";
import type { GovernedChange, ReviewInput } from "../model/review.ts";
import type { Bundle } from "./bundle.ts";
import type { PathClass } from "./classify-path.ts";

const GOVERNED: Partial<Record<PathClass, GovernedChange["kind"]>> = {
  policy: "policy",
  registry: "registry",
  plan: "plan",
  waiver: "waiver",
  approval: "approval",
  arrangement: "arrangement",
  overlay: "overlay",
  configuration: "configuration",
  schema: "schema",
  ownership: "ownership",
};

/** The changes that need a group's consent before they may be merged, with the group that base names for each. */
export function governedChanges(
  input: ReviewInput,
  base: Bundle,
  classOf: (file: string) => PathClass,
): readonly GovernedChange[] {
  const approved = new Set(input.approvals.map((approval) => approval.group));
  return input.changes.flatMap(({ file }) => {
    const kind = GOVERNED[classOf(file)];
    if (kind === undefined) return [];
    const group = groupFor(kind, file, base);
    return { file, kind, group, approved: approved.has(group) };
  });
}

function groupFor(kind: GovernedChange["kind"], file: string, base: Bundle): string {
  if (kind === "policy") return ownerOf((policy) => policy.file === file, base);
  if (kind === "registry") return ownerOf((policy) => policy.value.id === "trusted-vendors", base);
  if (kind === "arrangement") return ownerOf(judgesArrangements, base);
  return COORDINATOR_GROUP;
}

/** Whether a policy has a rule about arrangements with foreign bodies. */
function judgesArrangements({ value }: Document<PolicyDocument>): boolean {
  return (value.rules ?? []).some(({ subject, clauses = [] }) =>
    [subject, ...clauses.map((clause) => clause.subject)].includes("arrangement"),
  );
}

function ownerOf(is: (policy: Bundle["policyDocuments"][number]) => boolean, base: Bundle): string {
  return base.policyDocuments.find(is)?.value.owner ?? COORDINATOR_GROUP;
}
