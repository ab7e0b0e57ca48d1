import type { JsonValue } from "../model/document.ts";
import { sha256 } from "./sha256.ts";

/**
 * Identity of a finding over time: rule, manifest, subject, facts and the value found, normalised. No
 * line number and no index, so that moving or reordering lines keeps waivers and history attached.
 */
export function fingerprint(parts: {
  readonly rule: string;
  readonly manifest: string;
  readonly subject: string;
  readonly facts: readonly string[];
  readonly value: JsonValue | undefined;
}): string {
  const text = JSON.stringify([
    parts.rule,
    parts.manifest,
    parts.subject,
    [...parts.facts].sort(),
    canonical(parts.value ?? null),
  ]);
  return sha256(text).slice(0, 16);
}

function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === "string") return value.trim().normalize("NFC");
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, item]) => [key, canonical(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
