import type { Tier } from "../model/rule.ts";
import { fencesOf, type PageExample, pageExamples } from "./page-examples.ts";

/** The examples of a policy page. */
export interface PolicyExamples {
  readonly rules: readonly PageExample[];
  readonly tiers: readonly TierExample[];
}

/** Every executed example of a policy page; throws where one does not say what it expects. */
export function policyExamples(markdown: string): PolicyExamples {
  return { rules: pageExamples(markdown), tiers: tierExamples(markdown) };
}

/** One example of a policy page that says which tier a system is of: blocks laid over the manifest of examples. */
export interface TierExample {
  readonly line: number;
  /** `undefined` where it says that the tier cannot be decided. */
  readonly tier: Tier | undefined;
  readonly yaml: string;
}

const WORD = /^tier=(T[1-4]|unknown)$/;

/** The executed examples of tiers of a policy page: fences with `yaml tier=T3` or `yaml tier=unknown`. */
function tierExamples(markdown: string): readonly TierExample[] {
  return fencesOf(markdown)
    .filter(({ info }) => info.startsWith("tier="))
    .map(({ info, line, yaml }) => {
      const [, tier] = WORD.exec(info.trim()) ?? [];
      if (tier === undefined)
        throw new Error(
          `line ${line}: an example of a tier says tier=T1 to tier=T4 or tier=unknown, not \`${info}\``,
        );
      // The pattern names the tiers there are.
      return { line, yaml, tier: tier === "unknown" ? undefined : (tier as Tier) };
    });
}
