import type { ComparisonKind, UndecidedReason } from "./comparison.ts";
import type { FileProblem } from "./document.ts";
import type { Impact } from "./impact.ts";
import type { Language } from "./language.ts";
import type { Effect, Outcome, Tier } from "./rule.ts";

/** How two sets of policies, and what stands beside them, differ, in words a person can check. Plain data. */
export interface SetChange {
  readonly schema: "bylaw/diff/v1";
  readonly engine: string;
  readonly as_of: string;
  /** All rules together, where what another rule finds anyway hides a change. */
  readonly whole: ShownComparison;
  readonly rules: readonly RuleChange[];
  /** Rules that are the same in both. */
  readonly unchanged: number;
  readonly ladder: LadderChange | null;
  readonly policies: readonly PolicyChange[];
  /** What differs in one municipality by its overlays. */
  readonly municipal: readonly MunicipalChange[];
  readonly packs: readonly PackChange[];
  /** Overlays, waivers, standing approvals and arrangements that differ. */
  readonly files: readonly FileEntryChange[];
  readonly registry: readonly RegistryEntryChange[];
}

/** How something compares: over all dates, over each span of them, and a case for each direction. */
export interface ShownComparison {
  readonly kind: ComparisonKind;
  readonly spans: readonly ShownSpan[];
  readonly tighter: ShownCase | null;
  readonly looser: ShownCase | null;
  /** Why it is undecided. */
  readonly reasons: readonly UndecidedReason[];
}

/** `null`: from the beginning, or without end; `to` is the last day. */
export interface ShownSpan {
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: ComparisonKind;
}

/** A deployment in which two versions differ. */
export interface ShownCase {
  readonly date: string;
  /** What it is a case of: a retention line, a device. */
  readonly subject: string;
  /** The facts it rests on, each label with its value; every other fact is blank. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The same as a fragment that can be laid over a manifest; facts that are derived stand in comments. */
  readonly yaml: string;
  readonly before: ShownOutcome;
  readonly after: ShownOutcome;
}

/** What one version says of a case. */
export interface ShownOutcome {
  readonly outcome: Outcome;
  readonly effect: Effect | null;
  readonly upcoming: boolean;
  readonly waived: boolean;
  readonly clause: string | null;
}

export interface RuleChange extends ShownComparison {
  readonly rule: string;
  readonly title: string;
  readonly policy: string;
  readonly status: "added" | "removed" | "changed";
  /** Rules that are the same in both sets and keep a direction from showing in the whole. */
  readonly masked_by: readonly string[];
}

/** A higher tier is tighter. */
export interface LadderChange extends Pick<ShownComparison, "kind" | "reasons"> {
  readonly tighter: ShownTierCase | null;
  readonly looser: ShownTierCase | null;
}

export interface ShownTierCase extends Omit<ShownCase, "before" | "after"> {
  readonly before: Tier | null;
  readonly after: Tier | null;
}

/** How much of a policy's version a change moves: stricter or mixed, laxer, words alone, nothing. */
export type VersionLevel = "major" | "minor" | "patch" | "none";

/** One policy file that differs. */
export interface PolicyChange {
  readonly policy: string;
  readonly file: string;
  /** `null` where the policy is not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** The level the change asks for. */
  readonly level: VersionLevel;
  /** What asks for it: ids of rules, `tiers`, names of parameters the engine reads. */
  readonly because: readonly string[];
  /** Places whose text differs, as JSON pointers: titles, reasons, sources and the like. */
  readonly texts: readonly string[];
}

export interface MunicipalChange {
  readonly municipality: { readonly cbs_code: string; readonly name: string };
  readonly rules: readonly RuleChange[];
}

export interface PackChange {
  readonly pack: string;
  readonly before: "off" | "advisory" | "binding";
  readonly after: "off" | "advisory" | "binding";
}

export interface FileEntryChange {
  readonly kind: "Overlay" | "Waiver" | "Approval" | "Arrangement";
  readonly id: string;
  readonly file: string;
  readonly change: "added" | "removed" | "changed";
}

/** One entry of the registry that differs. */
export interface RegistryEntryChange {
  readonly table:
    | "entities"
    | "edges"
    | "listings"
    | "lists"
    | "jurisdictions"
    | "assessments"
    | "carriers"
    | "ouis"
    | "vulnerabilities"
    | "sources";
  readonly change: "added" | "removed" | "changed";
  /** The entry in words: `Hikvision on us-entity-list`. */
  readonly entry: string;
  /** Ids of the entities it is about. */
  readonly entities: readonly string[];
  /** Keys whose values differ; empty for one that comes or goes. */
  readonly keys: readonly string[];
}

/** What a change of what manifests are judged by gets: how it compares, what is wrong with it, what it does. */
export interface PolicyReview {
  readonly change: Readonly<Record<Language, SetChange>>;
  /** Versions, changelog, notice and translations; with any of them the change is refused. */
  readonly problems: readonly FileProblem[];
  /** Its messages, paths and reasons are in `language`. */
  readonly impact: Impact;
  readonly language: Language;
}
