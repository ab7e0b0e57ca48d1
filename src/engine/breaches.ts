import type { Row } from "../model/row.ts";
import type { Leaf, Part, Trace } from "../model/rule.ts";
import { UNKNOWN } from "../model/value.ts";

/** One place in a manifest where a clause came out as fail or unknown, with the comparisons behind it. */
export interface Breach {
  /** The row it is about: the one the clause looked at, or the system, where nothing but what that should state is missing. */
  readonly about: Row;
  readonly outcome: "fail" | "unknown";
  /** JSON pointer of the value, or of the parent that lacks it. */
  readonly at: string;
  readonly leaves: readonly Leaf[];
  /** Facts that are blank and would decide it; empty where a value broke the rule. */
  readonly missing: readonly string[];
}

/**
 * Splits the trace of a clause that failed or is unknown into places: one for each value that breaks it
 * or leaves it undecided, and one, at the row, for all that is missing.
 */
export function breachesOf(trace: Trace, row: Row): readonly Breach[] {
  const parts = undecidedOrBroken(trace);
  const byPlace = new Map<string, { outcome: "fail" | "unknown"; leaves: Leaf[] }>();
  const missing: { outcome: "fail" | "unknown"; leaves: Leaf[] } = { outcome: "unknown", leaves: [] };
  for (const { part, outcome } of parts) {
    const stated = part.leaves.filter((leaf) => leaf.cell.stated);
    const first = stated[0];
    if (first === undefined) {
      if (outcome === "fail") missing.outcome = "fail";
      missing.leaves.push(...part.leaves);
      continue;
    }
    const place = byPlace.get(first.cell.at) ?? { outcome: "unknown", leaves: [] };
    if (outcome === "fail") place.outcome = "fail";
    place.leaves.push(...part.leaves);
    byPlace.set(first.cell.at, place);
  }
  const breaches: Breach[] = [...byPlace].map(([at, { outcome, leaves }]) => {
    // A value set against a parameter that has none on this date is stated all the same.
    const open = leaves.filter((leaf) => leaf.cell.value === UNKNOWN);
    const blank = outcome === "unknown" ? open.map((leaf) => leaf.fact) : [];
    return {
      about: rowAbout(leaves, row),
      outcome,
      at,
      leaves: distinct(leaves),
      missing: [...new Set(blank)],
    };
  });
  if (missing.leaves.length > 0) {
    const leaves = distinct(missing.leaves);
    const about = rowAbout(leaves, row);
    breaches.push({
      about,
      outcome: missing.outcome,
      // The whole file is no place: of a system, the block that lacks them all.
      at: about.pointer === "" ? commonBlock(leaves.map((leaf) => leaf.cell.at)) : about.pointer,
      leaves,
      missing: [...new Set(leaves.map((leaf) => leaf.fact))],
    });
  }
  return breaches;
}

/** The parts that made the outcome: those of `require` that did not hold, and, where nothing failed, what left `when` open. */
function undecidedOrBroken(trace: Trace): readonly { part: Part; outcome: "fail" | "unknown" }[] {
  const require = trace.require.filter((part) => part.truth !== true);
  if (trace.outcome === "fail") {
    return require.map((part) => ({ part, outcome: part.truth === false ? "fail" : "unknown" }));
  }
  const open = [...trace.when, ...trace.unless].filter((part) => part.truth === undefined);
  const unknown = require.filter((part) => part.truth === undefined);
  // A requirement already broken is not yet a breach while it is open whether it applies: what decides that is missing.
  return [...open, ...unknown].map((part) => ({ part, outcome: "unknown" }));
}

/** What the system lacks is missing once, however many devices or loans of it ask for it. */
function rowAbout(leaves: readonly Leaf[], row: Row): Row {
  const isLacking = (leaf: Leaf) =>
    leaf.row.subject === "system" && (leaf.operator === "present" || leaf.operator === "stated");
  const [first] = leaves;
  return first !== undefined && leaves.every(isLacking) ? first.row : row;
}

/** The innermost block that holds all of the places. */
function commonBlock(pointers: readonly string[]): string {
  const [first = [], ...rest] = pointers.map((pointer) => pointer.split("/"));
  const end = first.findIndex((token, index) => rest.some((other) => other[index] !== token));
  return (end === -1 ? first : first.slice(0, end)).join("/");
}

function distinct(leaves: readonly Leaf[]): readonly Leaf[] {
  const seen = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const key = `${leaf.fact} ${leaf.operator} ${leaf.cell.at} ${leaf.row.key} ${leaf.words("en")}`;
    if (!seen.has(key)) seen.set(key, leaf);
  }
  return [...seen.values()];
}
