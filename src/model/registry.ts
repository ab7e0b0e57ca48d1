import type { Criteria } from "./generated/registry.ts";
import type { Texts } from "./language.ts";
import type { Turn } from "./turn.ts";
import type { NumberRange, Truth } from "./value.ts";

/** Result of looking a company up. Fuzzy matching only ever fills `suggestions`. */
export type Resolution =
  | { readonly kind: "resolved"; readonly entity: string; readonly by: "id" | "identifier" | "name" }
  | { readonly kind: "ambiguous"; readonly candidates: readonly string[] }
  | { readonly kind: "unknown"; readonly suggestions: readonly string[] }
  /** Equal to a known name only after folding look-alike characters: a finding of its own. */
  | { readonly kind: "confusable"; readonly entity: string; readonly known: string };

/** A holder above a company, or the company itself (`share` 100, empty `path`). */
export interface Holder {
  readonly entity: string;
  /** Highest ownership threshold, in per cent, at which this holder still controls the company; 100 for itself and wherever control rights exist. */
  readonly control: NumberRange;
  /** The direct or aggregated share; `undefined` where no share is recorded. */
  readonly percent: NumberRange | undefined;
  /** First day of the newest edge on the way, the earliest day it allows where only a month or year is recorded; `undefined` where not recorded. */
  readonly since: string | undefined;
  /** First day on which a step on the way is no longer recorded, the latest possible; `undefined` where none ends. */
  readonly until: string | undefined;
  /** The steps from the company up, in words. */
  readonly path: readonly Texts[];
  /** Ids of the sources of those steps. */
  readonly sources: readonly string[];
}

/** A listing that holds on the date asked about. */
export interface ActiveListing {
  readonly list: string;
  readonly entity: string;
  readonly ground: string | undefined;
  /** Product scope, empty where the list is not limited to products. */
  readonly scope: ReadonlySet<string>;
  /** Use scope, empty where the list is not limited to uses. */
  readonly useScope: ReadonlySet<string>;
  /** Whether it reaches companies the listed one controls, on the date asked about; true where unverified, and `notes` says so. */
  readonly includesAffiliates: boolean;
  /** The earliest day it can have begun; `0001-01-01` where no start is recorded. */
  readonly from: string;
  /** First day it no longer holds, the latest possible; `undefined` while it holds. */
  readonly to: string | undefined;
  readonly source: string;
  readonly verified: boolean;
  /** What is not settled about it, in English for `vendor`: a start known only to the month, affiliates unverified, sources that disagree. */
  readonly notes: readonly string[];
}

/** Where a product really comes from, with the steps that led there. */
export interface ProductOrigin {
  readonly entity: string;
  readonly path: readonly Texts[];
  readonly confidence: "high" | "medium" | "low";
}

export interface EntityView {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string | undefined;
  readonly kind: "company" | "brand" | "state_body" | "fund" | "university" | "other";
  readonly stateOwned: boolean | undefined;
  readonly names: readonly string[];
  /** MAC prefixes registered to the entity, `AA:BB:CC`. */
  readonly ouis: readonly string[];
  /** What the vendor says about itself, sourced. */
  readonly reply: { readonly text: string; readonly source: string; readonly on: string } | undefined;
  /** Invented for examples. */
  readonly fictional: boolean;
}

/** A dated relation as recorded, dates as written; `active` on the date asked about. */
export interface EdgeView {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly percent: NumberRange | undefined;
  readonly fromDate: string | undefined;
  readonly toDate: string | undefined;
  readonly confidence: "high" | "medium" | "low";
  readonly products: readonly string[];
  readonly disputed: string | undefined;
  readonly sources: readonly string[];
  readonly active: boolean;
}

/** A published list. Entries for a whole category (`made abroad`) stand here only: they never apply to an entity. */
export interface ListView {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  /** Day its contents were last read; `undefined` where never. */
  readonly retrievedOn: string | undefined;
  readonly coverage: "complete" | "partial" | "none";
  readonly supersededBy: string | undefined;
  /** Newest edition on record. */
  readonly edition: string | undefined;
  readonly conflict: string | undefined;
  readonly categories: readonly {
    readonly text: string;
    readonly from: string | undefined;
    readonly to: string | undefined;
  }[];
  readonly sources: readonly string[];
}

/** The four flags of a jurisdiction's legal profile that hold on a date, each with its law. */
export interface LegalFlag {
  readonly flag:
    | "compelled_assistance"
    | "no_independent_review"
    | "secrecy_duty"
    | "vulnerability_predisclosure";
  readonly law: string;
  readonly article: string;
  /** The earliest day it can have begun; `undefined` where no start is recorded. */
  readonly from: string | undefined;
  readonly source: string;
  readonly verified: boolean;
}

/** The sum of the twelve trust criteria of an assessment, which of them lack evidence, and when it was drawn up. */
export interface Trust {
  readonly score: number;
  readonly missing: readonly (keyof Criteria)[];
  readonly on: string;
}

/** A vulnerability that a published list names as exploited, against the model and firmware asked about. */
export interface ExploitedFlaw {
  readonly id: string;
  readonly listedOn: string;
  /** Whether this firmware has it; unknown where the firmware is blank or cannot be compared with the fixed one. */
  readonly affected: Truth;
  /** The firmware that closes it, `none` where none does, `undefined` where none is recorded. */
  readonly fixedIn: string | undefined;
  readonly source: string;
  /** Whether models and fixed firmware were compared with their source. */
  readonly verified: boolean;
}

/** Why there is nobody to offer: no category is stated, no partner supplies one, or each that does is on a list. */
export type NoAlternatives = "noCategory" | "noPartner" | "allListed";

/**
 * The vendor graph: dated facts, never verdicts. Every method is a pure function of its arguments;
 * dates are `YYYY-MM-DD`.
 */
export interface Registry {
  entity(id: string): EntityView | undefined;
  entities(): readonly EntityView[];
  /** `id` wins over identifiers, identifiers over names. A stated id that does not exist is unknown. */
  resolve(query: {
    readonly id?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly identifiers?: Readonly<Record<string, string>> | undefined;
  }): Resolution;
  /** The company itself and every holder above it on a date. */
  holders(entity: string, asOf: string): readonly Holder[];
  /** Listings of exactly this entity on a date; affiliates are the caller's question, through `holders`. */
  listings(entity: string, asOf: string): readonly ActiveListing[];
  /**
   * True makers of a product sold under `brand` or by `seller`: product edges for the model, then, only
   * where the maker is unstated or undecided, the principals an agent sells for. Empty where the
   * registry knows nothing.
   */
  productOrigins(query: {
    readonly model: string | undefined;
    readonly maker: string | undefined;
    readonly brand: string | undefined;
    readonly sellers: readonly string[];
    readonly asOf: string;
  }): readonly ProductOrigin[];
  /** Entities a MAC prefix is registered to. */
  byOui(oui: string): readonly string[];
  /** Entities whose grantee code an FCC id begins with; none where no code is recorded. */
  byFcc(id: string): readonly string[];
  legalFlags(jurisdiction: string | undefined, asOf: string): readonly LegalFlag[] | undefined;
  /** What the newest assessment by a date says; `undefined` where the entity was never assessed. */
  trust(entity: string, asOf: string): Trust | undefined;
  /**
   * Vulnerabilities listed by a date whose recorded models the model falls under, oldest listing first, whoever
   * made it. A blank model may be any, so that every recorded one is unknown of it.
   */
  exploited(query: {
    readonly model: string | undefined;
    readonly firmware: string | undefined;
    readonly asOf: string;
  }): readonly ExploitedFlaw[];
  /** Entities offered as alternatives for product categories, best evidence first; never an empty answer without a reason. */
  alternatives(query: { readonly categories: readonly string[]; readonly asOf: string }): {
    readonly entities: readonly string[];
    readonly reason: NoAlternatives | undefined;
  };
  /** The days on which anything recorded of an entity, or of whoever stood above it at any time, begins or ends. */
  turns(entity: string): readonly Turn[];
  /** The days on which a law in the legal profile of a country begins or ends to hold. */
  profileTurns(jurisdiction: string | undefined): readonly Turn[];
  /** The days on which an edge that `productOrigins` reads for the same product begins or ends, whatever the date. */
  originTurns(query: Omit<Parameters<Registry["productOrigins"]>[0], "asOf">): readonly Turn[];
  /** The days of `turns` of all that `alternatives` chooses from. */
  supplierTurns(categories: readonly string[]): readonly Turn[];
  /** Every recorded relation of an entity, in either direction, oldest file first. */
  edges(entity: string, asOf: string): readonly EdgeView[];
  /** The published lists, by id. */
  lists(): readonly ListView[];
  /** Whether a carrier is named clean on a date; `undefined` where no source says. */
  carrier(entity: string, asOf: string): { readonly clean: boolean; readonly source: string } | undefined;
  /** Title and address of a source key. */
  source(
    key: string,
  ): { readonly title: string; readonly url: string | undefined; readonly verified: boolean } | undefined;
}
