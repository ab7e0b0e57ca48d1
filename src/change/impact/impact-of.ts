import type { Bundle } from "../../engine/bundle.ts";
import { ENGINE_VERSION } from "../../engine/engine-version.ts";
import { type Asking, answerFrom } from "../../engine/kept/asking.ts";
import type { RuleComparison } from "../../model/comparison.ts";
import type { DatedImpact, Impact } from "../../model/impact.ts";
import type { Language } from "../../model/language.ts";
import type { ImpactBase } from "./impact-base.ts";
import { impactDates } from "./impact-dates.ts";
import { impactKeys, impactOn } from "./impact-on.ts";
import { pairOf } from "./run-pair.ts";
import { shownEntry } from "./shown-entry.ts";

export interface ImpactOptions {
  readonly asOf: string;
  /** Language of what is said of findings. */
  readonly language?: Language;
  /** How rules compare, where that is known already: it says on which days to look. */
  readonly compared?: readonly RuleComparison[];
  /** How many days beside the date of the run are looked at, the next ones first. */
  readonly most?: number;
}

/** Days beside the date of the run. */
const MOST = 4;

/**
 * What a change does to the systems of a base, which stay as they are: their manifests judged by what they are
 * judged by now and by another bundle, on the date of the run and on the days on which the change takes
 * effect. Only what the change can touch is judged; the rest is known to stay as it is.
 */
export function impactOf(base: ImpactBase, after: Bundle, options: ImpactOptions): Impact {
  return answerFrom(askImpact(base, after, options));
}

/** The same, where what earlier computations came to is asked for. */
export function* askImpact(base: ImpactBase, after: Bundle, options: ImpactOptions): Asking<Impact> {
  const { asOf, language = "en", compared, most = MOST } = options;
  const { cause, on } = pairOf(base, after);
  const days = impactDates({ before: base.bundle, after, cause, asOf }, compared);
  yield* base.kept.ask(base.files.map(({ key }) => key()));
  const parts = base.parts(after);
  const pairs = [asOf, ...days.slice(0, most)].map((date) => on(date, language));
  yield* base.kept.ask(pairs.flatMap((pair) => impactKeys(pair, parts)));
  const dates: DatedImpact[] = [];
  for (const pair of pairs) dates.push(yield* impactOn(pair, parts));
  return {
    schema: "bylaw/impact/v1",
    engine: ENGINE_VERSION,
    as_of: asOf,
    manifests: parts.count,
    unread: parts.unread,
    cause: {
      rules: [...cause.allRules].sort(),
      ladder: cause.ladder,
      registry: cause.registry.map((entry) => shownEntry(entry, language)),
      waivers: [...new Set(cause.waivers.map(({ value }) => value.id))].sort(),
      arrangements: cause.arrangements,
      plan: cause.plan,
      limits: on(asOf).limits,
    },
    dates,
    later: days.slice(most),
  };
}
