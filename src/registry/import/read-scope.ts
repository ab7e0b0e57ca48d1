import type { ScopeWord, UseWord } from "../../model/generated/registry.ts";

/** What an entry is limited to, as a file says it. */
export interface ReadScope {
  /** As written. */
  readonly text: string;
  readonly products: readonly ScopeWord[];
  readonly uses: readonly UseWord[];
  /** True where the file writes the registry's own words; false where they were guessed from phrases. */
  readonly exact: boolean;
}

/** Phrases of published lists; a guess only ever goes to a person. */
const PRODUCTS: Readonly<Record<ScopeWord, RegExp>> = {
  video_surveillance: /video surveillance/i,
  telecom: /telecom(?:munications?)? (?:equipment|products)/i,
  telecom_services: /telecom(?:munications?)? services/i,
  security_software: /information security products|cyber-?security|anti-?virus/i,
  unmanned_aircraft: /un(?:crewed|manned) aircraft|drones?\b/i,
  router: /\brouters?\b/i,
  power_inverter: /\binverters?\b/i,
  robotics: /\brobot(?:ic)?s?\b/i,
};

const USES: Readonly<Record<UseWord, RegExp>> = {
  public_safety: /public safety/i,
  government_facility: /government facilit/i,
  critical_infrastructure: /critical infrastructure/i,
  national_security: /national security/i,
};

/** Reads the scope of an entry. Both lists are empty where the words say nothing this knows. */
export function readScope(text: string): ReadScope {
  const words = text
    .split(/[;,|]/)
    .map((word) => word.trim().toLowerCase().replaceAll(" ", "_"))
    .filter((word) => word !== "");
  const exact = words.every((word) => Object.hasOwn(PRODUCTS, word) || Object.hasOwn(USES, word));
  const found = <W extends string>(phrases: Readonly<Record<W, RegExp>>) =>
    // The keys are those of the record.
    (Object.keys(phrases) as W[]).filter((word) => (exact ? words.includes(word) : phrases[word].test(text)));
  return { text, products: found(PRODUCTS), uses: found(USES), exact };
}
