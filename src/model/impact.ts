import type { Verdict } from "./generated/report.ts";
import type { InventoryObjective } from "./inventory.ts";
import type { Texts } from "./language.ts";
import type { Effect, Tier } from "./rule.ts";
import type { RegistryEntryChange } from "./set-change.ts";

/** What a change of policies, registry, plan or decisions does to systems that do not change themselves. Plain data. */
export interface Impact {
  readonly schema: "bylaw/impact/v1";
  readonly engine: string;
  readonly as_of: string;
  /** Manifests that were looked at. */
  readonly manifests: number;
  /** Manifest files nobody can read: nothing is known of them on either side. */
  readonly unread: readonly string[];
  /** What may make a difference. */
  readonly cause: ImpactCause;
  /** The date of the run, then the dates on which the change takes effect. */
  readonly dates: readonly DatedImpact[];
  /** Further dates on which something changed takes effect, not looked at. */
  readonly later: readonly string[];
}

/** What differs between the two sets and may change a verdict. */
interface ImpactCause {
  /** Rules whose form differs, itself or through a definition, a parameter or an overlay. */
  readonly rules: readonly string[];
  readonly ladder: boolean;
  readonly registry: readonly RegistryEntryChange[];
  /** Ids of waivers and standing approvals. */
  readonly waivers: readonly string[];
  /** Ids of arrangements. */
  readonly arrangements: readonly string[];
  /** Whether the plan says otherwise who coordinates, or since when it holds. */
  readonly plan: boolean;
  /** Whether how long and how often waivers may last differs. */
  readonly limits: boolean;
}

/** What the change does on one date. */
export interface DatedImpact {
  readonly date: string;
  /** Manifests that were judged by both sets; of all others it is known that nothing changes. */
  readonly evaluated: number;
  /** Arrangements, waivers, lists and concentrations that were judged by both sets. */
  readonly rows: number;
  /** In order of their files. */
  readonly flips: readonly Flip[];
  /** Manifests whose verdict as a whole is another one. */
  readonly verdicts: readonly VerdictChange[];
  readonly waivers: readonly WaiverChange[];
  readonly objectives: readonly ObjectiveChange[];
  readonly by: Readonly<Record<"municipality" | "tier" | "vendor", readonly ImpactGroup[]>>;
}

export type FlipKind = "newly-failing" | "newly-unknown" | "newly-passing" | "changed";

/** One rule at one subject that comes out otherwise. */
export interface Flip {
  readonly kind: FlipKind;
  readonly rule: string;
  /** What the rule looks at: `video_raw`, a company, the system. */
  readonly subject: string;
  /** Id of the manifest, or of the arrangement, waiver or list. */
  readonly manifest: string;
  readonly file: string;
  readonly line: number;
  readonly municipality: { readonly cbs_code: string; readonly name: string } | null;
  /** Tier of the system by the later set; `null` where it is undecided or there is none. */
  readonly tier: Tier | null;
  /** The company it is about; of a rule about something else, the companies of the system. */
  readonly vendors: readonly string[];
  readonly before: Standing;
  readonly after: Standing;
  /** What is found: by the later set, or by the earlier one where nothing is any more. */
  readonly message: string;
  /** Steps through the registry that led there. */
  readonly path: readonly string[];
  /** Changed entries of the registry that it rests on. */
  readonly through: readonly string[];
}

/** How a rule comes out at a subject: by its weightiest finding, `pass` where it makes none. */
export interface Standing {
  readonly outcome: "pass" | "fail" | "unknown";
  readonly effect: Effect | null;
  readonly state: "open" | "waived" | "approved" | "upcoming" | null;
}

export interface VerdictChange {
  readonly manifest: string;
  readonly file: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly tiers: { readonly before: Tier | null; readonly after: Tier | null };
}

/** What becomes of one waiver or standing approval. */
export interface WaiverChange {
  readonly kind: /** It counted and no longer does. */
    | "ends"
    /** It did not count and now does. */
    | "counts"
    /** What it is for is now another finding. */
    | "unmatched"
    /** What it is for now asks for more: a standing approval does not cover what blocks. */
    | "insufficient"
    /** What it is for is no longer found. */
    | "not-needed"
    /** Nothing was found that it is for, and now there is. */
    | "matches";
  readonly id: string;
  readonly rule: string;
  readonly manifest: string;
  readonly file: string;
  /** Why it ends, where it does. */
  readonly reason: string | null;
}

/** An objective of the plan that is measured otherwise. */
export interface ObjectiveChange {
  readonly id: string;
  readonly title: Texts;
  readonly kind: "opens" | "closes" | "moves" | "added" | "removed";
  readonly unit: string | null;
  readonly before: ObjectiveStanding | null;
  readonly after: ObjectiveStanding | null;
}

export type ObjectiveStanding = Pick<InventoryObjective, "measured" | "target" | "standing">;

/** Flips counted for one municipality, tier or vendor. */
export interface ImpactGroup {
  /** CBS code, tier, id or name. */
  readonly key: string;
  readonly name: string;
  /** Systems with a flip. */
  readonly systems: number;
  readonly flips: Readonly<Record<FlipKind, number>>;
}
