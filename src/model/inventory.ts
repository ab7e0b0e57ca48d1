import type { Counts, Verdict } from "./generated/report.ts";
import type { Texts } from "./language.ts";
import type { Tier } from "./rule.ts";

/** The national picture on one date, counted from manifests, registry, plan and the engine's own report. */
export interface Inventory {
  readonly schema: "bylaw/inventory/v1";
  readonly engine: string;
  readonly as_of: string;
  readonly coverage: InventoryCoverage;
  readonly stages: Readonly<Record<string, number>>;
  readonly tiers: Readonly<Record<Tier | "unknown", number>>;
  readonly functions: readonly InventoryFunction[];
  readonly vendors: readonly InventoryVendor[];
  /** Systems and devices by the country a product's maker is registered in. */
  readonly origins: readonly {
    readonly country: string | null;
    readonly systems: number;
    readonly devices: number;
  }[];
  readonly outcomes: InventoryOutcomes;
  readonly objectives: readonly InventoryObjective[];
  readonly gaps: readonly InventoryGap[];
  readonly outlook: Readonly<Record<"short" | "long", InventoryOutlook>>;
  readonly cameras: InventoryCameras;
}

/** Who has declared anything, against how many there are. */
export interface InventoryCoverage {
  readonly municipalities: number;
  /** Those of them that are local authorities, which the share counts. */
  readonly local_authorities: number;
  /** How many there are in the country, as the plan records it; `null` where it records nothing. */
  readonly authorities: { readonly count: number; readonly as_of: string; readonly verified: boolean } | null;
  /** Local authorities that declared at least one system, in per cent of all; `null` without a number of all. */
  readonly percent: number | null;
  readonly systems: number;
  readonly by_municipality: readonly InventoryMunicipality[];
}

export interface InventoryMunicipality {
  readonly cbs_code: string;
  readonly name: string;
  readonly type: string | null;
  readonly systems: number;
  readonly tiers: Readonly<Record<Tier | "unknown", number>>;
  readonly verdict: Verdict;
  readonly failing: number;
}

export interface InventoryFunction {
  /** A function in use; `unknown` for systems where it cannot be told, `none` for those without one. */
  readonly function: string;
  readonly systems: number;
  readonly failing: number;
  /** Objectives of the plan that name the function. */
  readonly objectives: readonly string[];
}

export interface InventoryVendor {
  /** Id in the registry; `null` for a name that does not resolve. */
  readonly entity: string | null;
  readonly name: string;
  /** Country it is registered in. */
  readonly country: string | null;
  /** Holders that control it on the date, by id. */
  readonly controllers: readonly string[];
  /** Published lists it or a controller stands on, on the date. */
  readonly lists: readonly string[];
  readonly roles: readonly string[];
  readonly systems: number;
  readonly devices: number;
}

export interface InventoryOutcomes {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly counts: Counts;
  readonly rules: readonly {
    readonly rule: string;
    readonly fail: number;
    readonly unknown: number;
    readonly waived: number;
    readonly upcoming: number;
    readonly systems: number;
  }[];
}

export interface InventoryObjective {
  readonly id: string;
  readonly title: Texts;
  readonly indicator: Texts;
  readonly unit: string | null;
  readonly baseline: number | null;
  /** Measured now; `null` where the plan gives no way to measure it or nothing was there to measure. */
  readonly measured: number | null;
  readonly target: number | null;
  readonly date: string | null;
  readonly owner: string | null;
  readonly standing: "met" | "open" | "late" | "not-measured";
}

/** Something that is missing in the picture, with the files where it shows. */
export interface InventoryGap {
  readonly kind:
    | "unread-file"
    | "tier-unknown"
    | "undeclared-system"
    | "confirmation-overdue"
    | "vendor-unresolved"
    | "vendor-not-assessed"
    | "function-without-objective"
    | "objective-not-measured";
  readonly count: number;
  /** What it is about, sorted: files, systems, vendors, functions or objectives. */
  readonly about: readonly string[];
}

export interface InventoryOutlook {
  readonly opportunities: readonly { readonly manifest: string; readonly text: string }[];
  readonly challenges: readonly { readonly manifest: string; readonly text: string }[];
  /** Systems that name none for this horizon. */
  readonly silent: number;
}

export interface InventoryCameras {
  readonly total: number;
  /** Systems with cameras whose number is not declared. */
  readonly uncounted: number;
  readonly by_municipality: readonly {
    readonly cbs_code: string;
    readonly name: string;
    readonly cameras: number;
    readonly residents: number | null;
    /** `null` where the number of residents is not declared. */
    readonly per_1000_residents: number | null;
  }[];
}
