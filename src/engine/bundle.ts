import type { Document } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { ConfigurationDocument } from "../model/generated/configuration.ts";
import type { OverlayDocument } from "../model/generated/overlay.ts";
import type { PlanDocument } from "../model/generated/plan.ts";
import type { PolicyDocument } from "../model/generated/policy.ts";
import type { RegistryDocument } from "../model/generated/registry.ts";
import type { Digests } from "../model/generated/report.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Registry } from "../model/registry.ts";
import type { RuleSet } from "../model/rule.ts";
import type { CheckedPolicies } from "../rules/checked-policies.ts";
import type { AddedRule } from "./municipal-policies.ts";

/** Everything a run judges by, loaded, checked and compiled on demand for any date. */
export interface Bundle {
  readonly policies: CheckedPolicies;
  readonly policyDocuments: readonly Document<PolicyDocument>[];
  readonly registry: Registry;
  /** The files the registry was made of. */
  readonly registryDocuments: readonly Document<RegistryDocument>[];
  readonly plan: Document<PlanDocument> | undefined;
  /** Waivers and standing approvals. */
  readonly waivers: readonly Document<WaiverDocument>[];
  readonly arrangements: readonly Document<ArrangementDocument>[];
  readonly configuration: ConfigurationDocument;
  readonly digests: Omit<Digests, "manifests">;
  /** The overlays of municipalities. */
  readonly overlays: readonly Document<OverlayDocument>[];
  /** The rules that overlays add, of all municipalities. */
  readonly addedRules: readonly AddedRule[];
  /** The rules with parameters of a date, for everyone or as a municipality has them by its overlays; compiled once for each. */
  rulesOn(asOf: string, municipality?: string): RuleSet;
  /** The policies as a municipality has them, by its CBS code. */
  policiesIn(municipality: string): CheckedPolicies;
}
