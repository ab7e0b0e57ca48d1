import type { Document } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import type { Subject, Vocabulary } from "../vocabulary.ts";
import type { Report } from "./report.ts";

/** A definition's name and place, known before its conditions are checked. */
export interface DefinitionHead {
  readonly subject: Subject;
  readonly document: Document<PolicyDocument>;
}

/** What all policies share while they are checked. */
export interface Library {
  readonly vocabulary: Vocabulary;
  readonly definitions: ReadonlyMap<string, DefinitionHead>;
  /** Ids of the policies that have a parameter of this name. */
  readonly parameterOwners: ReadonlyMap<string, readonly string[]>;
}

/** One policy while it is checked. */
export interface PolicyScope {
  readonly library: Library;
  readonly document: Document<PolicyDocument>;
  readonly parameters: ReadonlyMap<string, CheckedParameter>;
  /** Names of parameters that something refers to, filled while conditions are checked. */
  readonly used: Set<string>;
  readonly report: Report;
}
