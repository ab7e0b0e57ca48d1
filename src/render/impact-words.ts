import type { Flip, ImpactGroup, ObjectiveChange, ObjectiveStanding, WaiverChange } from "../model/impact.ts";
import { type Language, textIn } from "../model/language.ts";
import type { ChangeWords, SayChange } from "./change-words.ts";

/** How many steps of a path are named. */
export const MOST_STEPS = 4;

/** How many flips there are of each kind. */
export function countsOf(flips: readonly Flip[]): ImpactGroup["flips"] {
  const counts = { "newly-failing": 0, "newly-unknown": 0, "newly-passing": 0, changed: 0 };
  for (const { kind } of flips) counts[kind] += 1;
  return counts;
}

/** What becomes of a waiver; `quote` sets off what people wrote. */
export function waiverWords(
  { kind, id, rule, manifest }: WaiverChange,
  quote: (text: string) => string,
  say: SayChange,
): string {
  return say("waiverFate", { id: quote(id), rule: quote(rule), manifest: quote(manifest), fate: say(kind) });
}

/** What becomes of an objective: its id, set off already, its title and how far it is met before and after. */
export function objectiveWords(
  { title, kind, unit, before, after }: ObjectiveChange,
  id: string,
  say: SayChange,
  language: Language,
): string {
  return say("objective", {
    id,
    title: textIn(title, language),
    kind: say(kind),
    before: standingOf(before, unit, say),
    after: standingOf(after, unit, say),
  });
}

/** `86.7 percent (target 100), open`. */
function standingOf(standing: ObjectiveStanding | null, unit: string | null, say: SayChange): string {
  if (standing === null) return say("notThere");
  const { measured: number, target, standing: state } = standing;
  const measured = number === null ? say("notMeasured") : amount(number, unit, say);
  const of = target === null ? measured : say("ofTarget", { measured, target });
  return `${of}${say("comma")}${say(state === "open" ? "standsOpen" : state === "not-measured" ? "notMeasured" : state)}`;
}

/** A unit that is not among those that plans use stands as it is written there. */
function amount(number: number, unit: string | null, say: SayChange): string {
  const known = UNITS.get(unit ?? "");
  if (known !== undefined) return say(known, { number });
  return unit === null ? String(number) : `${number} ${unit}`;
}

const UNITS: ReadonlyMap<string, keyof ChangeWords> = new Map([
  ["percent", "percent"],
  ["systems", "unitSystems"],
  ["device models at a site", "unitPlacements"],
]);
