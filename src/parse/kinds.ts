import arrangementSchema from "../../schemas/arrangement.schema.json" with { type: "json" };
import configurationSchema from "../../schemas/configuration.schema.json" with { type: "json" };
import manifestSchema from "../../schemas/manifest.schema.json" with { type: "json" };
import overlaySchema from "../../schemas/overlay.schema.json" with { type: "json" };
import planSchema from "../../schemas/plan.schema.json" with { type: "json" };
import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import registrySchema from "../../schemas/registry.schema.json" with { type: "json" };
import waiverSchema from "../../schemas/waiver.schema.json" with { type: "json" };
import type { DocumentKind, JsonValue } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { ConfigurationDocument } from "../model/generated/configuration.ts";
import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { OverlayDocument } from "../model/generated/overlay.ts";
import type { PlanDocument } from "../model/generated/plan.ts";
import type { PolicyDocument } from "../model/generated/policy.ts";
import type { RegistryDocument } from "../model/generated/registry.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import * as validators from "./generated/validators.js";
import { LARGE_FILE, SMALL_FILE } from "./limits.ts";
import type { SchemaObject } from "./schema-node.ts";

/** The value a valid document of each kind holds. */
export interface DocumentValues {
  readonly Manifest: ManifestDocument;
  readonly Policy: PolicyDocument;
  readonly VendorRegistry: RegistryDocument;
  readonly Waiver: WaiverDocument;
  readonly Approval: WaiverDocument;
  readonly Arrangement: ArrangementDocument;
  readonly Overlay: OverlayDocument;
  readonly Plan: PlanDocument;
  readonly Configuration: ConfigurationDocument;
}

/** What the loader knows of a kind of file. */
export interface KindEntry {
  readonly schema: SchemaObject;
  readonly validate: (value: JsonValue) => boolean;
  /** Largest file read, in bytes. */
  readonly bytes: number;
}

/** Every kind of file, with its schema, its compiled validator and its size limit. */
export const KINDS: Readonly<Record<DocumentKind, KindEntry>> = {
  Manifest: entry(manifestSchema, validators.manifest, SMALL_FILE),
  Policy: entry(policySchema, validators.policy, LARGE_FILE),
  VendorRegistry: entry(registrySchema, validators.registry, LARGE_FILE),
  Waiver: entry(waiverSchema, validators.waiver, SMALL_FILE),
  Approval: entry(waiverSchema, validators.waiver, SMALL_FILE),
  Arrangement: entry(arrangementSchema, validators.arrangement, SMALL_FILE),
  Overlay: entry(overlaySchema, validators.overlay, SMALL_FILE),
  Plan: entry(planSchema, validators.plan, LARGE_FILE),
  Configuration: entry(configurationSchema, validators.configuration, SMALL_FILE),
};

/** Kinds that a file names by its `kind:` key. */
export const NAMED_KINDS: readonly DocumentKind[] = [
  "Manifest",
  "Policy",
  "VendorRegistry",
  "Waiver",
  "Approval",
  "Arrangement",
  "Overlay",
  "Plan",
];

function entry(schema: unknown, validate: (value: unknown) => unknown, bytes: number): KindEntry {
  // JSON modules are typed by their content, too narrowly for a schema that is walked.
  return { schema: schema as SchemaObject, validate: (value) => validate(value) === true, bytes };
}
