import type { ComparisonKind, UndecidedReason } from "../model/comparison.ts";
import type { FlipKind, Standing, WaiverChange } from "../model/impact.ts";
import type {
  PolicyChange,
  RegistryEntryChange,
  ShownOutcome,
  ShownSpan,
  VersionLevel,
} from "../model/set-change.ts";

const KINDS: Readonly<Record<ComparisonKind, string>> = {
  same: "the same",
  tighter: "tighter",
  looser: "looser",
  mixed: "mixed",
  undecided: "undecided",
};

const REASONS: Readonly<Record<UndecidedReason, string>> = {
  budget: "there are more cases than are looked at",
  months: "it depends on how many days the months have",
  facts: "it compares facts in a way that has no finite list of cases",
  program: "the program keeps it",
  rows: "it looks at rows that cannot be set side by side",
};

/** How something compares over time: `tighter until 2027-03-31, the same from 2027-04-01`. */
export function spansWords(
  kind: ComparisonKind,
  spans: readonly ShownSpan[],
  reasons: readonly UndecidedReason[],
): string {
  const parts = spans.map(({ from, to, kind: of }, index) => {
    if (spans.length === 1) return KINDS[of];
    if (index === 0) return `${KINDS[of]} until ${to}`;
    return to === null ? `${KINDS[of]} from ${from}` : `${KINDS[of]} from ${from} to ${to}`;
  });
  const said = parts.length === 0 ? KINDS[kind] : parts.join(", ");
  return reasons.length === 0 ? said : `${said}, because ${reasons.map((one) => REASONS[one]).join(" and ")}`;
}

/** What one version says of a case: `fails (block)`. */
export function outcomeWords({ outcome, effect, upcoming, waived }: ShownOutcome): string {
  if (effect === null) return outcome === "pass" ? "passes" : "does not apply";
  const weight = upcoming ? `${effect}, announced` : effect;
  const said = outcome === "unknown" ? `undecided (${weight})` : `fails (${weight})`;
  return waived ? `${said}, waived` : said;
}

/** How a rule stands at a subject: `fails (block)`, `passes`, `fails (block), waived`. */
export function standingWords({ outcome, effect, state }: Standing): string {
  if (outcome === "pass" || effect === null) return "passes";
  const said = outcome === "unknown" ? `undecided (${effect})` : `fails (${effect})`;
  if (state === "upcoming") return `${said}, announced`;
  return state === "waived" || state === "approved" ? `${said}, ${state}` : said;
}

/** What a flip is called. */
export const FLIPS: Readonly<Record<FlipKind, string>> = {
  "newly-failing": "newly failing",
  "newly-unknown": "newly undecided",
  "newly-passing": "newly passing",
  changed: "other effect or state",
};

/** In the order they press. */
export const FLIP_ORDER = ["newly-failing", "newly-unknown", "changed", "newly-passing"] as const;

/** What becomes of a waiver. */
export const WAIVER_FATES: Readonly<Record<WaiverChange["kind"], string>> = {
  ends: "no longer counts",
  counts: "comes to count",
  unmatched: "matches no finding any more, since what is found is another one",
  insufficient: "no longer suffices, since what is found weighs more",
  "not-needed": "is no longer needed",
  matches: "comes to match a finding",
};

/** Counts of flips: `2 newly failing, 1 newly passing`; `nothing flips` where there is none. */
export function flipCounts(counts: Readonly<Record<FlipKind, number>>): string {
  const parts = FLIP_ORDER.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${FLIPS[kind]}`);
  return parts.length === 0 ? "nothing flips" : parts.join(", ");
}

const LEVELS: Readonly<Record<VersionLevel, string>> = {
  major: "asks for a major version",
  minor: "asks for a minor version",
  patch: "asks for a patch version, its words differ",
  none: "says the same",
};

/** A policy's step: `data-retention 1.1.0 to 2.0.0: asks for a major version (RET-01)`. */
export function policyWords({ policy, before, after, level, because }: PolicyChange): string {
  if (before === null) return `\`${policy}\` ${after}: new`;
  if (after === null) return `\`${policy}\` ${before}: removed`;
  const step = before === after ? before : `${before} to ${after}`;
  const why = because.length === 0 || level === "patch" ? "" : ` (${some(because)})`;
  return `\`${policy}\` ${step}: ${LEVELS[level]}${why}`;
}

/** A changed entry of the registry: `changed: Hikvision on us-entity-list (to)`. */
export function entryWords({ change, entry, keys }: RegistryEntryChange): string {
  return keys.length === 0 ? `${change}: ${entry}` : `${change}: ${entry} (${some(keys)})`;
}

/** The first of a list, and how many more there are. */
export function some(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** A number with its noun. */
export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
