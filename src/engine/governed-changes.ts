import type { GovernedChange, ReviewInput } from "../model/review.ts";
import type { Bundle } from "./bundle.ts";
import type { PathClass } from "./classify-path.ts";

const GOVERNED: Partial<Record<PathClass, GovernedChange["kind"]>> = {
  policy: "policy",
  registry: "registry",
  plan: "plan",
  waiver: "waiver",
  approval: "approval",
  configuration: "configuration",
  schema: "schema",
  ownership: "ownership",
};

/** The group that speaks for the whole scheme where no policy names an owner. */
const COORDINATOR = "governance";

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
  return COORDINATOR;
}

function ownerOf(is: (policy: Bundle["policyDocuments"][number]) => boolean, base: Bundle): string {
  return base.policyDocuments.find(is)?.value.owner ?? COORDINATOR;
}
