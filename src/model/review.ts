import type { FileProblem } from "./document.ts";
import type { Finding, ReportDocument } from "./generated/report.ts";
import type { Language } from "./language.ts";
import type { Source } from "./source.ts";

/** One path that differs between the merge base and the head. */
export interface FileChange {
  readonly file: string;
  readonly status: "added" | "changed" | "removed";
}

/** An approving review on the head commit by someone who, at decision time, belongs to the group. */
export interface RecordedApproval {
  readonly group: string;
  readonly user: string;
}

/**
 * Everything a review depends on. Policies, registry, plan, overlays, waivers, approvals and configuration are
 * read from `base`; manifests from `head`. Arrangements count from both, and those that the head adds or changes
 * are judged.
 */
export interface ReviewInput {
  /** Files at the base commit: `policies/**`, `waivers/*`, `approvals/*`, `arrangements/*`, `overlays/*`, `.github/bylaw.yml`, and manifests. */
  readonly base: readonly Source[];
  /** Files at the head commit: the same paths, and every changed file that might be a manifest. */
  readonly head: readonly Source[];
  readonly changes: readonly FileChange[];
  readonly approvals: readonly RecordedApproval[];
  readonly asOf: string;
  /** What judges once the head is merged, where its configuration takes the policies from another commit of the same repository. */
  readonly policiesAfter?: PoliciesAfter;
}

/** Policies of another repository at another commit than those that judge. */
export interface PoliciesAfter {
  readonly ref: string;
  /** Files under `policies/`; `undefined` where they cannot be read. */
  readonly files: readonly Source[] | undefined;
}

/** A changed file that is not a manifest and needs the consent of a group. */
export interface GovernedChange {
  readonly file: string;
  readonly kind:
    | "policy"
    | "registry"
    | "plan"
    | "waiver"
    | "approval"
    | "arrangement"
    | "overlay"
    | "configuration"
    | "schema"
    | "ownership";
  readonly group: string;
  readonly approved: boolean;
}

export type ReviewReason =
  | "nothing-changed"
  | "pass"
  | "blocked"
  | "needs-approval"
  | "policy-invalid"
  | "policy-needs-approval"
  | "not-evaluated";

export interface Review {
  /** What a required check gets. `cancelled` and the dry run's `neutral` are the caller's to decide. */
  readonly conclusion: "success" | "failure" | "action_required";
  readonly reason: ReviewReason;
  /** The same findings in each language; `reports[language]` is the one to show. */
  readonly reports: Readonly<Record<Language, ReportDocument>>;
  readonly language: Language;
  readonly mode: "enforce" | "dry-run";
  /** Files of the manifests judged whole: those added or changed. */
  readonly judged: readonly string[];
  readonly removed: readonly string[];
  /** Findings of manifests the change leaves as they are, which it takes away all the same, such as a link that now leads somewhere. */
  readonly mended: Readonly<Record<Language, readonly Finding[]>>;
  readonly governed: readonly GovernedChange[];
  /** Problems of policies, registry, waivers and configuration: at base they stop the review, at head they fail it. */
  readonly problems: readonly (FileProblem & { readonly side: "base" | "head" })[];
  /** Groups whose approval would turn `action_required` into `success`. */
  readonly awaiting: readonly string[];
  /** Policies the verdict rests on, `id@version`. */
  readonly policies: readonly string[];
  readonly asOf: string;
  /** First date on which the same commits may be judged differently; exclusive end of validity. */
  readonly validUntil: string;
}

/** What changed in the findings since the last review of the same pull request, by fingerprint. */
export interface Progress {
  readonly fixed: readonly string[];
  readonly added: readonly Finding[];
  readonly unchanged: number;
}
