import type { Entity, Listing } from "../../model/generated/registry.ts";

/** What a file of a list would change in the registry. Nothing in it is applied. */
export interface Proposal {
  readonly list: string;
  /** The registry file the list stands in, and the one its new entries go into. */
  readonly file: string;
  /** Source key of the file that was read. */
  readonly source: string;
  readonly retrievedOn: string;
  /** Day of the edition that was read, where it is known. */
  readonly edition: string | undefined;
  /** Entries read, and those of them that say what the registry says. */
  readonly rows: number;
  readonly same: number;
  readonly added: readonly Added[];
  readonly changed: readonly Changed[];
  readonly ended: readonly Changed[];
  readonly renamed: readonly Renamed[];
  readonly conflicts: readonly FoundConflict[];
  /** Disagreements that the registry records already and nobody has settled. */
  readonly recorded: readonly RecordedConflict[];
  readonly categories: readonly Category[];
  readonly undecided: readonly Undecided[];
  /** Names of entities the registry does not hold, where it holds the list in part only. */
  readonly passedOver: readonly Named[];
  /** Scopes in words that could not be compared with the registry's. */
  readonly uncompared: readonly Uncompared[];
  /** Why the whole file is to be doubted: a message and an imperative. */
  readonly doubts: readonly { readonly message: string; readonly help: string }[];
}

/** A place in a registry file. */
export interface RegistryPlace {
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
}

/** An entry of the file by its line and name. */
export interface Named {
  readonly line: number;
  readonly name: string;
}

/** An entry whose scope is in words nothing was found in. */
export interface Uncompared extends Named {
  readonly text: string;
}

/** An entry the registry does not hold; `entity` where nobody of the name is known either. */
export interface Added extends Named {
  readonly listing: Listing;
  readonly entity: Entity | undefined;
}

/** A listing with what is to be written into it, and as it then reads. */
export interface Changed {
  readonly name: string;
  readonly entity: string;
  /** Line of the file; missing where the file does not name it. */
  readonly line: number | undefined;
  readonly place: RegistryPlace;
  readonly before: Listing;
  readonly set: Partial<Pick<Listing, "from" | "to" | "scope" | "use_scope" | "conflict">>;
  readonly why: string;
}

/** A name the registry does not have for an entity it knows. */
export interface Renamed extends Named {
  readonly entity: string;
  readonly known: string;
  readonly by: "identifier" | "alias";
  readonly place: RegistryPlace;
}

/** A disagreement in words, and the listing with the flag that records it, where the registry has one. */
export interface FoundConflict extends Named {
  readonly entity: string;
  readonly text: string;
  readonly listing: Changed | undefined;
}

export interface RecordedConflict {
  readonly text: string;
  readonly place: RegistryPlace;
}

/** An entry for a whole category of goods. It never becomes a listing by itself. */
export interface Category {
  readonly line: number;
  readonly text: string;
  readonly from: string | undefined;
  readonly products: readonly string[];
  /** The category of the registry that begins on the same day. */
  readonly held: string | undefined;
}

export interface Undecided extends Named {
  readonly reason: string;
  readonly help: string;
  readonly near: readonly string[];
}
