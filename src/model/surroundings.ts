import type { Document, Manifest } from "./document.ts";
import type { ArrangementDocument } from "./generated/arrangement.ts";
import type { PlanDocument } from "./generated/plan.ts";
import type { RegistryDocument } from "./generated/registry.ts";
import type { WaiverDocument } from "./generated/waiver.ts";
import type { Row } from "./row.ts";

/** Everything beside one manifest that a fact may rest on: the set it is judged in. */
export interface Surroundings {
  /** All manifests that could be read, the judged one included, in order of their files. */
  readonly manifests: readonly Manifest[];
  /** Files that may be manifests and could not be read: what they declare is unknown, never absent. */
  readonly unread: readonly string[];
  readonly arrangements: readonly Document<ArrangementDocument>[];
  /** Waivers and standing approvals. */
  readonly waivers: readonly Document<WaiverDocument>[];
  readonly registry: readonly Document<RegistryDocument>[];
  readonly plan: Document<PlanDocument> | undefined;
}

/**
 * A row of a subject that is more than one manifest: an arrangement, a waiver, a list, a concentration.
 * Its pointers, and its cells' `at`, stand in `document`.
 */
export interface SetRow {
  readonly row: Row;
  readonly document: Document<unknown>;
  /** What `manifest` says in a finding about it: the manifest's, arrangement's, waiver's or list's id. */
  readonly id: string;
  /** CBS code of the municipality it concerns; `undefined` where it concerns none, as a list. */
  readonly municipality: string | undefined;
}

/** A place in a file other than the row's own. */
export interface FilePlace {
  readonly file: string;
  /** JSON pointer into that file. */
  readonly at: string;
}
