import type { Document } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { ConfigurationDocument } from "../model/generated/configuration.ts";
import type { PlanDocument } from "../model/generated/plan.ts";
import type { PolicyDocument } from "../model/generated/policy.ts";
import type { Digests } from "../model/generated/report.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Registry } from "../model/registry.ts";
import type { RuleSet } from "../model/rule.ts";
import type { CheckedPolicies } from "../rules/checked-policies.ts";

/** Everything a run judges by, loaded, checked and compiled on demand for any date. */
export interface Bundle {
  readonly policies: CheckedPolicies;
  readonly policyDocuments: readonly Document<PolicyDocument>[];
  readonly registry: Registry;
  readonly plan: Document<PlanDocument> | undefined;
  /** Waivers and standing approvals. */
  readonly waivers: readonly Document<WaiverDocument>[];
  readonly arrangements: readonly Document<ArrangementDocument>[];
  readonly configuration: ConfigurationDocument;
  readonly digests: Omit<Digests, "manifests">;
  /** The rules with parameters of a date; compiled once for each date asked for. */
  rulesOn(asOf: string): RuleSet;
}
