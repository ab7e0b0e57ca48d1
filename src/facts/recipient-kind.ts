/** Kinds of party that can hold data. */
export type RecipientKind = "own" | "vendor" | "police" | "security_service" | "public_body" | "other";

const BODIES: readonly (readonly [prefix: string, kind: RecipientKind])[] = [
  ["police", "police"],
  ["security-service", "security_service"],
  ["public-body", "public_body"],
  ["other", "other"],
];

/**
 * The kind of a party by its reference: `self`, a registry id, or an outside party named
 * `external:<country>-<kind>-<name>`; `undefined` where the reference does not say.
 */
export function recipientKind(reference: string): RecipientKind | undefined {
  if (reference === "self") return "own";
  const [space, name] = reference.split(":");
  if (name === undefined) return undefined;
  if (space !== "external") return "vendor";
  const rest = name.replace(/^[a-z]{2}-/, "");
  return BODIES.find(([prefix]) => rest === prefix || rest.startsWith(`${prefix}-`))?.[1];
}

/** Whether the reference names a public body, of the country `home` where one is given. */
export function isPublicBody(reference: string, home?: string): boolean {
  const kind = reference.startsWith("external:") ? recipientKind(reference) : undefined;
  const country = countryOf(reference);
  const abroad = home !== undefined && country !== undefined && country !== home;
  return kind !== undefined && kind !== "other" && !abroad;
}

/** The country an outside party is named in; `undefined` where the reference names none. */
export function countryOf(reference: string): string | undefined {
  return /^external:([a-z]{2})-/.exec(reference)?.[1]?.toUpperCase();
}
