import type { ComparisonKind, UndecidedReason } from "../model/comparison.ts";
import type { FlipKind, Standing } from "../model/impact.ts";
import type { Language } from "../model/language.ts";
import type { PolicyChange, RegistryEntryChange, ShownOutcome, ShownSpan } from "../model/set-change.ts";
import { CHANGE_AR } from "./change-words-ar.ts";
import { CHANGE_EN } from "./change-words-en.ts";
import { CHANGE_HE } from "./change-words-he.ts";
import { sayFrom } from "./words.ts";
import type { Forms } from "./words-en.ts";

export type ChangeWords = Readonly<Record<keyof typeof CHANGE_EN, string | Forms>>;

/** Says one of the words about a change, as `Say` does for reports. */
export type SayChange = ReturnType<typeof sayChangeIn>;

const WORDS: Readonly<Record<Language, ChangeWords>> = { en: CHANGE_EN, he: CHANGE_HE, ar: CHANGE_AR };

/** The words about a change of policies in one language. */
export function sayChangeIn(language: Language) {
  return sayFrom(WORDS[language], language);
}

/** How many systems and rows of sets were judged, and why the other systems were not. */
export function judgedWords(evaluated: number, n: number, rows: number, say: SayChange): string {
  const systems = say("judged", { evaluated, n });
  const judged = rows === 0 ? systems : `${systems}${say("comma")}${say("rowsOfSets", { n: rows })}`;
  return evaluated === n ? judged : `${judged}${say("semicolon")}${say("untouched")}`;
}

/** How something compares over time: `tighter until 2027-03-31, the same from 2027-04-01`. */
export function spansWords(
  kind: ComparisonKind,
  spans: readonly ShownSpan[],
  reasons: readonly UndecidedReason[],
  say: SayChange,
): string {
  const parts = spans.map(({ from, to, kind: of }, index) => {
    const values = { kind: say(of), from: from ?? "", to: to ?? "" };
    if (spans.length === 1) return say(of);
    return say(index === 0 ? "until" : to === null ? "from" : "between", values);
  });
  const said = parts.length === 0 ? say(kind) : parts.join(say("comma"));
  if (reasons.length === 0) return said;
  return say("because", { said, reasons: reasons.map((one) => say(one)).join(say("andBecause")) });
}

/** What one version says of a case: `fails (block)`. */
export function outcomeWords({ outcome, effect, upcoming, waived }: ShownOutcome, say: SayChange): string {
  if (effect === null) return say(outcome === "pass" ? "passes" : "notApplicable");
  const weight = upcoming ? say("announced", { said: say(effect) }) : say(effect);
  const said = say(outcome === "unknown" ? "open" : "fails", { weight });
  return waived ? say("waived", { said }) : said;
}

/** How a rule stands at a subject: `fails (block)`, `passes`, `fails (block), waived`. */
export function standingWords({ outcome, effect, state }: Standing, say: SayChange): string {
  if (outcome === "pass" || effect === null) return say("passes");
  const said = say(outcome === "unknown" ? "open" : "fails", { weight: say(effect) });
  if (state === "upcoming") return say("announced", { said });
  return state === "waived" || state === "approved" ? say(state, { said }) : said;
}

/** In the order they press. */
export const FLIP_ORDER = ["newly-failing", "newly-unknown", "changed", "newly-passing"] as const;

/** What a flip is called. */
export function flipWord(kind: FlipKind, say: SayChange): string {
  return say(kind === "changed" ? "otherwise" : kind);
}

const COUNTS = {
  "newly-failing": "countFailing",
  "newly-unknown": "countUnknown",
  "newly-passing": "countPassing",
  changed: "countOtherwise",
} as const satisfies Readonly<Record<FlipKind, keyof ChangeWords>>;

/** Counts of flips: `2 newly failing, 1 newly passing`; `nothing flips` where there is none. */
export function flipCounts(counts: Readonly<Record<FlipKind, number>>, say: SayChange): string {
  const parts = FLIP_ORDER.filter((kind) => counts[kind] > 0).map((kind) =>
    say(COUNTS[kind], { n: counts[kind] }),
  );
  return parts.length === 0 ? say("nothingFlips") : parts.join(say("comma"));
}

/** A policy's step: `data-retention 1.1.0 to 2.0.0: asks for a major version (RET-01)`. */
export function policyWords(
  { policy: id, before, after, level, because }: PolicyChange,
  say: SayChange,
): string {
  const policy = `\`${id}\``;
  if (before === null) return say("policyNew", { policy, version: after ?? "" });
  if (after === null) return say("policyRemoved", { policy, version: before });
  const step = before === after ? before : say("step", { before, after });
  const why = because.length === 0 || level === "patch" ? "" : ` (${some(because, say)})`;
  return `${say("policyStep", { policy, step, level: say(level) })}${why}`;
}

/** A changed entry of the registry: `changed: Hikvision on us-entity-list (to)`. */
export function entryWords({ change, entry, keys }: RegistryEntryChange, say: SayChange): string {
  const said = `${say(change)}: ${entry}`;
  return keys.length === 0 ? said : `${said} (${some(keys, say)})`;
}

/** The first of a list, and how many more there are. */
export function some(names: readonly string[], say: SayChange, most = 5): string {
  const shown = names.slice(0, most).join(say("comma"));
  return names.length > most ? say("someMore", { names: shown, n: names.length - most }) : shown;
}
